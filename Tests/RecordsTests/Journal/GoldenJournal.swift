import Complaints

/// One occurrence of every kind, and how it stands in the journal for ever. A digest is written as `#`. When this changes, old
/// journals can no longer be read: add another reading, never change these lines.
enum GoldenJournal {
    static let kroon = Instant(milliseconds: 1_795_166_100_000)
    static let due = Instant(milliseconds: 1_795_536_000_000)
    static let number = ComplaintNumber(parsing: "000000000")

    static func occurrences() -> [Occurrence] {
        guard let number, let email = try? EmailAddress(parsing: "anna@voorbeeld.invalid"),
            let phone = try? PhoneNumber(parsing: "0612345678")
        else { return [] }
        let anna = Person(
            name: "Anna de Vries", organisation: "Bakkerij De Kroon", customerNumber: "K-12", email: email, phone: phone,
            address: "Markt 1\nUtrecht",
            language: .english, preferredContact: .phone)
        let klaas = Representative(person: Person(name: "Klaas Bos", email: email), authority: .written)
        let registration = Registration(
            number: number, channel: .phone, receivedAt: kroon, customer: anna, representative: klaas, story: Passage("Het verhaal."),
            grievances: [Passage("Een"), Passage("Twee")], nature: Nature(about: "hosting", wrong: "too-slow"), severity: .serious,
            severityReasons: [.repeat, .money], isConfidential: true, aboutStaff: StaffID(3))
        let made = Promise(
            ordinal: 1, kind: .firstContact, rule: .workingDays(2), procedureVersion: 1, calendarVersion: 4, start: kroon, due: due)
        var correction = Correction()
        correction.customer = anna
        correction.representative = klaas
        correction.story = Passage("Beter.")
        correction.channel = .letter
        correction.receivedAt = due
        let judged = Classification(nature: nil, severity: .normal, reasons: [], isConfidential: false, aboutStaff: nil)
        let document = Document(digest: String(repeating: "ab", count: 32), size: 1234, name: Passage("foto.jpg"), isFromCustomer: true)
        let resolution = Resolution(
            findings: [.partlyUpheld, .informal], cause: .technology, remedy: Remedy(text: Passage("Bloemen"), amount: Money(cents: 1250)),
            answer: Passage("Zo."))
        return [
            Occurrence(.registered(registration), promises: [.made(made)]),
            Occurrence(.corrected(correction), promises: [.moved(ordinal: 1, start: due, due: kroon, calendarVersion: 5)]),
            Occurrence(.classified(judged)), Occurrence(.assigned(to: StaffID(2))), Occurrence(.accepted),
            Occurrence(.returned(reason: Passage("Druk."))),
            Occurrence(
                .contacted(ContactAttempt(outcome: .messageSent, at: due, note: Passage("Gemaild."))), promises: [.met(ordinal: 1, at: due)]
            ),
            Occurrence(.noted(Passage("Notitie."))), Occurrence(.asked(Passage("Vraag?"))),
            Occurrence(.answerReceived(Passage("Ja."), through: .web)),
            Occurrence(.consulted(Consultation(id: 1, colleague: StaffID(9), question: Passage("Hoe?"), due: Day(number: 20_780)))),
            Occurrence(.contributed(to: 1, Passage("Zo."))), Occurrence(.proposed(Passage("Dit."))), Occurrence(.answered(Passage("Dat."))),
            Occurrence(.resolved(resolution), promises: [.withdrawn(ordinal: 1)]), Occurrence(.closed),
            Occurrence(.reopeningRequested(reason: Passage("Nee."))), Occurrence(.reopeningDecided(granted: true, reason: Passage("Ja."))),
            Occurrence(.withdrawn(reason: Passage("Laat."))), Occurrence(.referred(to: Passage("KPN"), reason: Passage("Lijn."))),
            Occurrence(.markedDuplicate(of: ComplaintID(77))), Occurrence(.unmarkedDuplicate, promises: [.restored(ordinal: 1)]),
            Occurrence(.attached(document)), Occurrence(.informed(InformedByHand(letter: LetterID(55), means: .posted, at: due))),
            Occurrence(.undone(from: 24)),
            Occurrence(.noted(Passage("Later.")), promises: later),
            Occurrence(.extended(PromiseExtension(ordinal: 1, by: 5, reason: Passage("Nog even.")))),
            Occurrence(.promised(Passage("Ik bel u."))),
            Occurrence(.promiseKept(PromiseKept(ordinal: 2, at: due, note: Passage("Gebeld.")))),
            Occurrence(.promiseChanged(PromiseChanged(ordinal: 2, day: Day(number: 20_780), reason: Passage("Later.")))),
            Occurrence(.promiseChanged(PromiseChanged(ordinal: 2, day: nil, reason: Passage("Niet nodig.")))),
            Occurrence(.rated(Rating(solution: .dissatisfied, treatment: .somewhat, remark: Passage("Traag."), mayContact: true))),
            Occurrence(.investigated(Investigation(direct: .people, root: .process, whys: [Passage("Fout."), Passage("Druk.")]))),
        ]
    }

    /// What promises came to do after the first journals.
    private static var later: [PromiseChange] {
        let step = Promise(
            ordinal: 2, kind: .immediate, rule: .hours(72), procedureVersion: 3, calendarVersion: 4, start: kroon, due: due,
            topic: "privacy")
        let pauses = [PausedTime(from: kroon, until: due), PausedTime(from: due, until: nil)]
        func count(_ rule: DeadlineRule, _ added: Int = 0, _ pauses: [PausedTime] = []) -> PromiseChange {
            .recounted(ordinal: 1, Recount(rule: rule, added: added, pauses: pauses, start: kroon, due: due, calendarVersion: 5))
        }
        return [.made(step), count(.workingDays(10), 5, pauses), count(.weeks(6)), count(.days(3)), count(.on(Day(number: 20_780)))]
    }

    static let text = """
        registered
        number 000000000
        channel phone
        received 1795166100000
        about hosting
        wrong too-slow
        severity serious
        reasons money repeat
        confidential yes
        about-staff 3
        grievances 2
        authority written
        promise made 1 first-contact workdays:2 1 4 1795166100000 1795536000000
        customer #
        representative #
        story #
        grievance-1 #
        grievance-2 #

        corrected
        channel letter
        received 1795536000000
        authority written
        promise moved 1 5 1795536000000 1795166100000
        customer #
        representative #
        story #

        classified
        severity normal

        assigned
        handler 2

        accepted

        returned
        reason #

        contacted
        outcome message-sent
        at 1795536000000
        promise met 1 1795536000000
        note #

        noted
        text #

        asked
        text #

        answer-received
        channel web
        text #

        consulted
        consultation 1
        colleague 9
        due 2026-11-23
        question #

        contributed
        consultation 1
        text #

        proposed
        text #

        answered
        text #

        resolved
        findings partly-upheld informal
        cause technology
        cents 1250
        promise withdrawn 1
        remedy #
        answer #

        closed

        reopening-requested
        reason #

        reopening-decided
        granted yes
        reason #

        withdrawn
        reason #

        referred
        to #
        reason #

        marked-duplicate
        of 77

        unmarked-duplicate
        promise restored 1

        attached
        digest abababababababababababababababababababababababababababababababab
        size 1234
        from-customer yes
        name #

        informed
        letter 55
        means posted
        at 1795536000000

        undone
        from 24

        noted
        promise made 2 immediate hours:72 3 4 1795166100000 1795536000000 privacy
        promise counted 1 workdays:10+5 5 1795166100000 1795536000000 1795166100000..1795536000000 1795536000000..
        promise counted 1 weeks:6 5 1795166100000 1795536000000
        promise counted 1 days:3 5 1795166100000 1795536000000
        promise counted 1 on:2026-11-23 5 1795166100000 1795536000000
        text #

        extended
        ordinal 1
        by 5
        reason #

        promised
        text #

        promise-kept
        ordinal 2
        at 1795536000000
        note #

        promise-changed
        ordinal 2
        day 2026-11-23
        reason #

        promise-changed
        ordinal 2
        reason #

        rated
        solution dissatisfied
        treatment somewhat
        may-contact yes
        note #

        investigated
        direct people
        root process
        whys 2
        why-1 #
        why-2 #
        """
}
