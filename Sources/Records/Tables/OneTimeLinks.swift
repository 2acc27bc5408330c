package import Complaints

/// What a one-time link lets its holder do.
package enum LinkPurpose: String, CaseIterable, Hashable, Sendable {
    /// Become the first administrator of a new house.
    case setup
    /// Choose a first password.
    case invitation
    /// Choose another password.
    case reset
}

/// A one-time link that can still be used.
package struct StoredLink: Hashable, Sendable {
    package let purpose: LinkPurpose
    /// Whose password it sets; nil for the set-up link.
    package let staff: StaffID?
}

extension Snapshot {
    /// The link, while nobody used it and it has not expired.
    package func openLink(digest: String, at instant: Instant) throws -> StoredLink? {
        try first(
            "SELECT purpose, staff_id FROM one_time_link WHERE \(Self.isOpenLink)", .text(digest), .integer(instant.milliseconds),
            as: Self.link)
    }

    fileprivate static var isOpenLink: String { "digest = ? AND used_at IS NULL AND expires_at > ?" }

    fileprivate static func link(_ row: any SQLRow) throws -> StoredLink {
        guard let purpose = LinkPurpose(rawValue: row.text(0)) else { throw UnreadableEntry(name: "one_time_link", key: "purpose") }
        return StoredLink(purpose: purpose, staff: row.optionalInteger(1).map { StaffID($0) })
    }
}

extension Transaction {
    package func addLink(digest: String, _ purpose: LinkPurpose, for staff: StaffID?, at instant: Instant, until expiry: Instant) throws {
        try execute(
            "INSERT INTO one_time_link (digest, purpose, staff_id, created_at, expires_at) VALUES (?, ?, ?, ?, ?)", .text(digest),
            .text(purpose.rawValue), SQLValue(staff?.value), .integer(instant.milliseconds), .integer(expiry.milliseconds))
    }

    /// Marks the link as used and says what it was for; nil when it can't be used (any more). Of two at once one gets it.
    package func useLink(digest: String, at instant: Instant) throws -> StoredLink? {
        try first(
            "UPDATE one_time_link SET used_at = ? WHERE \(Snapshot.isOpenLink) RETURNING purpose, staff_id", .integer(instant.milliseconds),
            .text(digest), .integer(instant.milliseconds), returning: Snapshot.link)
    }

    /// Takes away a person's links that were not used.
    package func removeOpenLinks(of staff: StaffID) throws {
        try execute("DELETE FROM one_time_link WHERE staff_id = ? AND used_at IS NULL", .integer(staff.value))
    }

    /// Holds every set-up link, so that two of them do not make two first administrators at one moment.
    package func holdSetUpLinks() throws { try hold("one_time_link WHERE purpose = 'setup' ORDER BY digest", []) }

    package func removeSetUpLinks() throws {
        try execute("DELETE FROM one_time_link WHERE purpose = 'setup' AND used_at IS NULL")
    }

    package func removeLinks(expiredBefore instant: Instant) throws {
        try execute("DELETE FROM one_time_link WHERE expires_at < ?", .integer(instant.milliseconds))
    }
}
