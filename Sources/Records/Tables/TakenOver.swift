package import Complaints

extension Snapshot {
    /// Whether what a source knows by this reference was taken over before.
    package func isTakenOver(source: String, reference: String) throws -> Bool {
        try exists("SELECT 1 FROM taken_over WHERE source = ? AND reference = ?", .text(source), .text(reference))
    }
}

extension Transaction {
    /// Writes down that it is taken over. Two at once: the second is `DatabaseFault.unique`.
    package func noteTakenOver(source: String, reference: String, as complaint: ComplaintID) throws {
        try post(
            "INSERT INTO taken_over (source, reference, complaint_id) VALUES (?, ?, ?)", .text(source), .text(reference),
            .integer(complaint.value))
    }
}
