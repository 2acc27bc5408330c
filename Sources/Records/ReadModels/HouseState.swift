package import Complaints

/// A few facts about the house as a whole, for whoever looks after it. They name nobody and no complaint.
extension Snapshot {
    /// Whether anything was ever registered.
    package func hasComplaints() throws -> Bool { try exists("SELECT 1 FROM complaint LIMIT 1") }

    /// Letters that have not reached anybody yet, and could.
    package func waitingLetterTotal(at now: Instant) throws -> Int {
        try count("SELECT count(*) FROM letter WHERE state = 'waiting' AND ready_at <= ?", .integer(now.milliseconds))
    }
}
