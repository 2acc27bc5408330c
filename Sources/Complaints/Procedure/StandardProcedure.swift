extension Procedure {
    /// The procedure of a house that has set nothing, as far as it is rules. Its words, and the same rules, stand in the document that the
    /// program carries (`Casework/Procedure`); a test holds the two alike.
    package static let standard = Procedure(
        version: 1, phases: standardPhases,
        promises: [
            PromiseRule(.firstContact, within: .workingDays(2)),
            PromiseRule(.resolution, within: .workingDays(10), extending: .init(most: 10, times: 1)),
        ],
        reminders: [ReminderStep(-1, to: [.handler]), ReminderStep(0, to: [.handler, .manager]), ReminderStep(3, to: [.management])],
        reopeningDays: 42)

    private static let standardPhases: [ProcedurePhase] = [
        ProcedurePhase(
            .received, Bilingual("Ontvangen", "Received"), then: [.assigned, .resolved, .withdrawn, .referred, .duplicate]),
        ProcedurePhase(.assigned, Bilingual("Toegewezen", "Assigned"), then: [.inProgress] + ends, back: [.received]),
        ProcedurePhase(
            .inProgress, Bilingual("In behandeling", "In progress"), then: [.waitingForCustomer, .solutionProposed] + ends,
            back: [.assigned, .received]),
        ProcedurePhase(
            .waitingForCustomer, Bilingual("Wacht op klant", "Waiting for customer"), then: [.solutionProposed] + ends,
            back: [.inProgress, .received]),
        ProcedurePhase(
            .solutionProposed, Bilingual("Oplossing voorgesteld", "Solution proposed"), then: ends,
            back: [.inProgress, .waitingForCustomer, .received]),
        ProcedurePhase(.resolved, Bilingual("Opgelost", "Resolved"), then: [.closed, .reopened]),
        ProcedurePhase(.closed, Bilingual("Gesloten", "Closed"), then: [.reopened]),
        ProcedurePhase(
            .reopened, Bilingual("Heropend", "Reopened"),
            back: [.assigned, .inProgress, .waitingForCustomer, .solutionProposed, .received] + ends),
        ProcedurePhase(.withdrawn, Bilingual("Ingetrokken", "Withdrawn"), then: [.reopened]),
        ProcedurePhase(.referred, Bilingual("Doorverwezen", "Referred")),
        ProcedurePhase(
            .duplicate, Bilingual("Samengevoegd", "Merged"),
            back: [.received, .assigned, .inProgress, .waitingForCustomer, .solutionProposed, .reopened]),
    ]

    private static let ends: [Phase] = [.resolved, .withdrawn, .referred, .duplicate]
}
