package import Complaints

/// How far a file has come, and what decides who may see it.
package struct FileState: Hashable, Sendable {
    package let sequence: Int
    package let isConfidential: Bool
    package let handler: StaffID?
    package let aboutStaff: StaffID?

    package func isVisible(to actor: Actor) -> Bool {
        Visibility(actor).seesFile(isConfidential: isConfidential, handler: handler, aboutStaff: aboutStaff)
    }
}

extension Snapshot {
    /// Nil when there is no such complaint.
    package func fileState(of id: ComplaintID) throws -> FileState? {
        try first("SELECT sequence, is_confidential, handler_id, about_staff FROM complaint WHERE id = ?", .integer(id.value)) { row in
            FileState(
                sequence: Int(row.integer(0)), isConfidential: row.flag(1), handler: row.optionalInteger(2).map { StaffID($0) },
                aboutStaff: row.optionalInteger(3).map { StaffID($0) })
        }
    }

    /// Numbers that are others once a complaint was registered, taken over or changed, and the last once a draft was saved, by this process or
    /// another: each from the end of an index, so that it can be asked every second. A change under a clock that was set back is known to its own process only.
    package func complaintsStamp() throws -> [Int64] {
        try first(
            """
            SELECT (SELECT max(changed_at) FROM complaint), (SELECT max(id) FROM complaint), (SELECT max(saved_at) FROM draft)
            """
        ) { [$0.integer(0), $0.integer(1), $0.integer(2)] } ?? []
    }
}
