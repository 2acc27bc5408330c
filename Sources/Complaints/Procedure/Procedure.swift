/// The company's complaints procedure as one value: what the program carries out, and what the public page tells. Every rule that could
/// differ between companies is read from here and nowhere else.
package struct Procedure: Hashable, Sendable {
    package var version: Int
    package var title = Bilingual("Klachtenprocedure", "Complaints procedure")
    package var purpose = Bilingual("", "")
    /// The procedure in words.
    package var chapters: [ProcedureChapter] = []
    /// The first is where every complaint begins.
    package var phases: [ProcedurePhase]
    package var promises: [PromiseRule]
    /// Who may do what; an act that is not named is the program's own to decide.
    package var acts: [Act: Set<Standing>] = [:]
    /// Letters that are not written, by their code.
    package var silentLetters: Set<String> = []
    /// Who of the company is told that a letter was written, by the letter's code.
    package var letterCopies: [String: Set<LetterCopy>] = [:]
    /// From the earliest to the latest.
    package var reminders: [ReminderStep]
    package var remedyLimits: [RemedyLimit] = []
    package var immediateSteps: [ImmediateStep] = []
    package var attempts: AttemptRule?
    /// How many days after closing the customer may still ask to look at it again.
    package var reopeningDays: Int
    /// After how many working days without a reaction a solved complaint can be closed.
    package var closingDays: Int?
    package var outsideBodies: [OutsideBody] = []
    package var retention: [RetentionRule] = []

    package init(version: Int, phases: [ProcedurePhase], promises: [PromiseRule], reminders: [ReminderStep], reopeningDays: Int) {
        (self.version, self.phases, self.promises) = (version, phases, promises)
        (self.reminders, self.reopeningDays) = (reminders, reopeningDays)
    }

    /// The rule that holds for a complaint of this severity and nature, received on this day; nil where nothing of the kind is promised.
    package func rule(for kind: PromiseKind, _ severity: Severity = .normal, _ about: String? = nil, on day: Day) -> PromiseRule? {
        promises.first { $0.kind == kind && $0.fits(severity, about, on: day) }
    }

    /// The rule for complaints that nothing special is known of.
    package func generalRule(for kind: PromiseKind) -> PromiseRule? { promises.first { $0.kind == kind && $0.isGeneral } }

    /// "Binnen 2 werkdagen na ontvangst van de klacht neemt de toegewezen medewerker contact op."
    package var firstContact: DeadlineRule { generalRule(for: .firstContact)?.within ?? .workingDays(2) }
    /// The expected response time that customers are told.
    package var resolution: DeadlineRule { generalRule(for: .resolution)?.within ?? .workingDays(10) }
}
