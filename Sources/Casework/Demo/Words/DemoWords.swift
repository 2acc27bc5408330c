import Complaints

/// What staff and customers write in a file after the story itself.
struct DemoWords: Sendable {
    enum Kind: Sendable {
        case note, attempt, contact, question, reply, consultation, contribution, update, proposal, consent, remedy
        case returning, reopening, granted, refused, withdrawal, referral, elsewhere, duplicateNote
    }

    let nature: Nature
    let isEnglish: Bool

    func line(_ kind: Kind, _ dice: inout Dice) -> String {
        let english = isEnglish && kind.isForCustomer
        return DemoSlots.fill(dice.line(english ? englishTexts(kind) : texts(kind)), english: english, &dice)
    }

    /// The final answer: what was found, what we did, what happens now.
    func answer(_ finding: Finding, _ dice: inout Dice) -> String {
        let parts = isEnglish ? DemoAnswers.english(finding) : DemoAnswers.dutch(finding, about: nature.about)
        return parts.map { DemoSlots.fill(dice.line($0), english: isEnglish, &dice) }.joined(separator: " ")
    }

    /// Two or three points of one complaint.
    func grievances(_ dice: inout Dice) -> [String] {
        var points = DemoFragments.of(nature.about).points.shuffled(using: &dice)
        if dice.percent(40) {
            points.insert(dice.line(["Terugbellen vergeten", "Wachttijd aan de telefoon", "Onduidelijke uitleg"]), at: 1)
        }
        return points.prefix(dice.number(2...3)).map { DemoSlots.fill($0, &dice) }
    }

    private func texts(_ kind: Kind) -> [String] {
        switch kind {
        case .note: DemoDeskWords.notes(nature.about)
        case .attempt: DemoDeskWords.attempts
        case .contact: DemoDeskWords.contacts
        case .consultation: DemoDeskWords.consultations(nature.about)
        case .contribution: DemoDeskWords.contributions(nature.about)
        case .returning: DemoDeskWords.returning
        case .duplicateNote: DemoDeskWords.duplicates
        case .elsewhere: DemoDeskWords.elsewhere
        case .question: DemoCustomerWords.questions(nature.about)
        case .reply: DemoCustomerWords.replies
        case .update: DemoCustomerWords.updates
        case .proposal: DemoCustomerWords.proposals
        case .consent: DemoCustomerWords.consents
        case .remedy: DemoCustomerWords.remedies
        case .reopening: DemoCustomerWords.reopenings
        case .granted: DemoCustomerWords.granted
        case .refused: DemoCustomerWords.refused
        case .withdrawal: DemoCustomerWords.withdrawals
        case .referral: DemoCustomerWords.referrals
        }
    }

    private func englishTexts(_ kind: Kind) -> [String] {
        switch kind {
        case .question:
            ["Could you send us the exact time and a screenshot?", "Which user does this concern?", "Which invoice do you mean?"]
        case .reply: ["It was on {dag} around {tijd}. See the screenshot.", "It concerns all of us.", "I already gave you this: {ticket}."]
        case .proposal: ["We propose to refund {bedrag} and to check everything again after a month."]
        case .consent: ["Fine with me, thank you.", "I can live with that.", "Agreed, as long as it is done this week."]
        case .reopening:
            ["Unfortunately it has started again.", "I have still not received the refund.", "This does not answer my question."]
        case .withdrawal: ["It has been solved in the meantime.", "I would rather leave it at this."]
        default: ["We are still looking into this. You will hear from us before the end of the week."]
        }
    }
}

extension DemoWords.Kind {
    /// Whether the customer writes or reads it.
    fileprivate var isForCustomer: Bool {
        switch self {
        case .question, .reply, .update, .proposal, .consent, .reopening, .withdrawal: true
        default: false
        }
    }
}
