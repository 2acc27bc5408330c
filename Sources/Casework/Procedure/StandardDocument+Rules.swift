extension StandardDocument {
    static let phases = """

        # Every phase of a complaint, the one that it begins in marked first. `then` leads onwards and never in a circle, `back` leads back. What
        # a phase does not lead to can't be done in it; what no document can switch off stands in docs/procedure.md.
        phases:
          - {phase: received, first: yes, name: {nl: Ontvangen, en: Received}, then: [assigned, resolved, withdrawn, referred, duplicate]}
          - phase: assigned
            name: {nl: Toegewezen, en: Assigned}
            then: [in-progress, resolved, withdrawn, referred, duplicate]
            back: [received]
          - phase: in-progress
            name: {nl: In behandeling, en: In progress}
            then: [waiting-for-customer, solution-proposed, resolved, withdrawn, referred, duplicate]
            back: [assigned, received]
          - phase: waiting-for-customer
            name: {nl: Wacht op klant, en: Waiting for customer}
            then: [solution-proposed, resolved, withdrawn, referred, duplicate]
            back: [in-progress, received]
          - phase: solution-proposed
            name: {nl: Oplossing voorgesteld, en: Solution proposed}
            then: [resolved, withdrawn, referred, duplicate]
            back: [in-progress, waiting-for-customer, received]
          - {phase: resolved, name: {nl: Opgelost, en: Resolved}, then: [closed, reopened]}
          - {phase: closed, name: {nl: Gesloten, en: Closed}, then: [reopened]}
          - phase: reopened
            name: {nl: Heropend, en: Reopened}
            back: [assigned, in-progress, waiting-for-customer, solution-proposed, received, resolved, withdrawn, referred, duplicate]
          - {phase: withdrawn, name: {nl: Ingetrokken, en: Withdrawn}, then: [reopened]}
          - {phase: referred, name: {nl: Doorverwezen, en: Referred}}
          - phase: duplicate
            name: {nl: Samengevoegd, en: Merged}
            back: [received, assigned, in-progress, waiting-for-customer, solution-proposed, reopened]

        """

    static let rules = """

        # What is promised to the customer. Of several rules for the same promise the first that fits a complaint holds, so what is for some
        # complaints only stands above what is for all:
        #   severity: [serious, critical]      only for these
        #   about: [hosting]                   only for these natures, by code
        #   from: 2027-01-01, through: …       only for what is received then
        # A clock starts at `receipt`, at `registration`, at `assignment` (when somebody first handles it), at `contact` (when the customer is
        # first reached) or at `reopening`; it is ended by the acts under `ends`, and stands still in the phases under `pauses`. Other promises
        # there can be: `acknowledgement` (the customer knows that it was received: kept by registering where that is told or mailed at once, by
        # a letter that was handed over, or by a call), `progress` (a message at least every so often), and `statutory` (a term by law, in weeks,
        # which moves on from weekends and holidays as the Algemene termijnenwet says), such as:
        #   - {promise: statutory, within: 6 weeks, extension: {by: 4 weeks}, basis: {nl: Awb artikel 9:11, en: "Awb, article 9:11"}}
        #   - {promise: acknowledgement, within: 1 working day}
        promises:
          - promise: first-contact
            within: 2 working days
            ends: [contact, informed, resolve]
            starts: [receipt, reopening]
            pauses: []
          - promise: resolution
            within: 10 working days
            ends: [resolve]
            starts: [receipt, reopening]
            pauses: []
            extension: {by: 10 working days, times: 1}

        # Who is reminded of a promise that is still open. Only in office hours.
        reminders:
          - {when: 1 working day before, to: [handler]}
          - {when: due, to: [handler, manager]}
          - {when: 3 working days after, to: [management]}

        # Until when a customer may ask to look at it again.
        reopening: {within: 6 weeks}

        # What else can stand here:
        #   acts: {assign: [manager], close: [handler, manager]}            who may do what
        #   letters: {closed: nobody, resolved: [customer, manager]}        letters that are not written, and who else is told of one
        #   remedies: [{above: 500, agreed-by: manager}]                    a second pair of eyes
        #   immediate: [{reason: privacy, within: 72 hours, step: {nl: …, en: …}}]
        #   attempts: {after: 3, advice: {nl: …, en: …}}                    after so many failed attempts to reach somebody
        #   outside: [{name: {nl: …, en: …}, for: consumers, text: {nl: …, en: …}, term: {nl: …, en: …}}]
        #   retention: [{keep: 24 months, reason: {nl: …, en: …}}]

        """
}
