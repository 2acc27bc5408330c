package import Complaints

extension Snapshot {
    /// The encoded hash of somebody's password; nil while there is none.
    package func passwordHash(of staff: StaffID) throws -> String? {
        try first("SELECT password FROM staff WHERE id = ?", .integer(staff.value)) { $0.optionalText(0) } ?? nil
    }

    /// Administrators who can sign in: active and with a password.
    package func readyAdministrators() throws -> [StaffMember] {
        try allStaff().filter { $0.isActive && $0.hasPassword && $0.roles.contains(.administrator) }
    }
}

extension Transaction {
    package func setPasswordHash(_ hash: String, of staff: StaffID, at instant: Instant) throws {
        try execute(
            "UPDATE staff SET password = ?, \(changedLater) WHERE id = ?", .text(hash), .integer(instant.milliseconds),
            .integer(instant.milliseconds), .integer(staff.value))
    }
}
