/// What is promised to the customer, for which complaints, and how its clock runs. Of the rules of one kind the first that fits a complaint
/// holds.
package struct PromiseRule: Hashable, Sendable {
    /// What makes a clock run.
    package enum Start: String, CaseIterable, Hashable, Sendable {
        /// The moment of receipt.
        case receipt
        /// The moment at which it was registered, which can be later.
        case registration
        /// The first time that it has a handler, and the first after a reopening.
        case assignment
        /// The moment at which the customer was first reached, however late that is recorded.
        case contact
        /// The moment at which looking again was granted.
        case reopening
    }

    /// How a promise may be given a later date.
    package struct Extension: Hashable, Sendable {
        /// The most that may be added in one go, in the unit of the term.
        package var most: Int
        /// How often.
        package var times: Int

        package init(most: Int, times: Int) { (self.most, self.times) = (most, times) }
    }

    package var kind: PromiseKind
    package var within: DeadlineRule
    /// Only for complaints of these severities; empty for all.
    package var severities: Set<Severity> = []
    /// Only for complaints about these, by the code of the nature list; empty for all.
    package var about: Set<String> = []
    /// Only for what is received from this day on, and through that one.
    package var validFrom: Day?
    package var validThrough: Day?
    package var starts: Set<Start> = [.receipt, .reopening]
    /// The acts that keep it.
    package var ends: Set<Act>
    /// The phases in which the clock stands still.
    package var pauses: Set<Phase> = []
    package var extending: Extension?
    /// A text on what it is for, where the kind alone does not say it: the law that a statutory term comes from.
    package var basis: Bilingual?

    package init(_ kind: PromiseKind, within: DeadlineRule, extending: Extension? = nil) {
        self.kind = kind
        self.within = within
        self.extending = extending
        ends = kind.possibleEnds
    }

    /// Whether it holds for a complaint of this severity and nature, received on this day.
    package func fits(_ severity: Severity, _ about: String?, on day: Day) -> Bool {
        (severities.isEmpty || severities.contains(severity)) && (self.about.isEmpty || about.map(self.about.contains) ?? false)
            && (validFrom.map { $0 <= day } ?? true) && (validThrough.map { day <= $0 } ?? true)
    }

    /// Whether it holds for every complaint.
    package var isGeneral: Bool { severities.isEmpty && about.isEmpty && validFrom == nil && validThrough == nil }
}

extension PromiseKind {
    /// What can start the clock of a promise of this kind: none begins by what keeps it.
    package var possibleStarts: Set<PromiseRule.Start> {
        switch self {
        case .acknowledgement: [.receipt, .registration, .reopening]
        case .firstContact: [.receipt, .registration, .assignment, .reopening]
        case .resolution, .progress, .statutory, .byHand, .immediate, .review: Set(PromiseRule.Start.allCases)
        }
    }

    /// The acts that can keep a promise of this kind; a procedure may choose among them.
    package var possibleEnds: Set<Act> {
        switch self {
        case .acknowledgement: [.register, .contact, .informed, .resolve]
        case .firstContact: [.contact, .informed, .resolve]
        case .resolution, .statutory: [.resolve]
        case .progress: [.contact, .ask, .answer, .propose, .resolve]
        case .byHand, .immediate: []
        case .review: [.decideReopening]
        }
    }
}
