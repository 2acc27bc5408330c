/// What the rules need to know beside the complaint itself; gathered by the door before it asks for a decision.
package struct Facts: Sendable {
    package var calendar: OfficeCalendar
    /// The procedure that the complaint runs under; for a new one the one that holds now.
    package var procedure: Procedure
    /// What held before, for what was received then.
    package var procedures: ProcedureHistory?
    /// Older calendars by which promises of the complaint were counted, by version: a clock that goes on is counted by its own.
    package var calendars: [Int: OfficeCalendar] = [:]
    package var natures: NatureLists
    package var causes = CauseList.starter
    /// The colleagues a command names, as far as they exist.
    package var colleagues: [StaffID: Colleague]
    /// The complaint that this one is said to be a duplicate of: what that one is in turn a duplicate of, by chain.
    package var duplicateChain: [ComplaintID]
    /// Letters of this complaint that still wait to be printed, told or sent.
    package var waitingLetters: Set<LetterID>
    /// Letters that a mail server refused or returned, and that were not sent again.
    package var undelivered: Set<LetterID> = []
    /// Whether what is written to customers by mail leaves by itself, without anybody here doing anything.
    package var sendsMail = true
    /// All that happened to this complaint, and the entries of which a letter has reached the customer: for an undoing.
    package var history: [RecordedOccurrence] = []
    package var handedOver: Set<Int> = []

    package init(
        calendar: OfficeCalendar, procedure: Procedure = .standard, natures: NatureLists = .starter, colleagues: [StaffID: Colleague] = [:],
        duplicateChain: [ComplaintID] = [], waitingLetters: Set<LetterID> = []
    ) {
        self.calendar = calendar
        self.procedure = procedure
        self.natures = natures
        self.colleagues = colleagues
        self.duplicateChain = duplicateChain
        self.waitingLetters = waitingLetters
    }

    /// With every version that ever held; the newest until a complaint says another.
    package init(
        calendar: OfficeCalendar, procedures: ProcedureHistory, natures: NatureLists = .starter, colleagues: [StaffID: Colleague] = [:]
    ) {
        self.init(calendar: calendar, procedure: procedures.current, natures: natures, colleagues: colleagues)
        self.procedures = procedures
    }

    /// The procedure that held at an instant.
    func procedure(at instant: Instant) -> Procedure { procedures?.inForce(at: instant) ?? procedure }
}
