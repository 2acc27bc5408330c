package import Complaints

/// Mails as the desk lists them: those that are about a complaint only for who may see it.
extension Snapshot {
    /// Mails in a state, the oldest first.
    package func mails(_ state: InboxState, for visibility: Visibility, limit: Int = 100) throws -> [InboxMail] {
        let visible = VisibleCondition(visibility, asList: false)
        return try all(
            """
            SELECT \(inboxColumns) FROM inbox LEFT JOIN complaint k ON k.id = inbox.complaint_id
            WHERE inbox.state = ? AND (inbox.complaint_id IS NULL OR \(visible.sql)) ORDER BY inbox.received_at, inbox.id LIMIT \(limit)
            """, values: [.text(state.rawValue)] + visible.values, as: inboxMail)
    }

    /// Whether any waits to be taken up.
    package func isMailWaiting(at now: Instant) throws -> Bool {
        try exists("SELECT 1 FROM inbox WHERE state = 'waiting' AND next_try_at <= ? LIMIT 1", .integer(now.milliseconds))
    }

    /// How many wait for a person, counted up to a limit.
    package func mailsForPeople(for visibility: Visibility, upTo limit: Int = 1000) throws -> Int {
        let visible = VisibleCondition(visibility, asList: false)
        return try count(
            """
            SELECT count(*) FROM (SELECT 1 FROM inbox LEFT JOIN complaint k ON k.id = inbox.complaint_id
            WHERE inbox.state IN ('asked', 'quarantined') AND (inbox.complaint_id IS NULL OR \(visible.sql)) LIMIT \(limit)) AS counted
            """, values: visible.values)
    }

    /// What programs wrote lately, the newest first.
    package func automaticMails(for visibility: Visibility, limit: Int = 30) throws -> [InboxMail] {
        let visible = VisibleCondition(visibility, asList: false)
        return try all(
            """
            SELECT \(inboxColumns) FROM inbox LEFT JOIN complaint k ON k.id = inbox.complaint_id
            WHERE inbox.settled_at IS NOT NULL AND inbox.state = 'placed' AND inbox.outcome IN ('robot', 'out-of-office', 'report', 'own')
            AND (inbox.complaint_id IS NULL OR \(visible.sql)) ORDER BY inbox.settled_at DESC LIMIT \(limit)
            """, values: visible.values, as: inboxMail)
    }

    /// Mails beside a file: a person has not said yet that they belong to it.
    package func mails(beside complaint: ComplaintID) throws -> [InboxMail] {
        try all(
            "SELECT \(inboxColumns) FROM inbox WHERE inbox.complaint_id = ? AND inbox.state = 'asked' ORDER BY inbox.received_at, inbox.id",
            .integer(complaint.value), as: inboxMail)
    }

    /// The mails that stand in a file, by the entry they made.
    package func mails(in complaint: ComplaintID) throws -> [Int: InboxID] {
        let found = try all(
            """
            SELECT sequence, id FROM inbox WHERE complaint_id = ? AND sequence IS NOT NULL AND outcome IN ('registered', 'joined', 'contributed')
            """, .integer(complaint.value)
        ) { (Int($0.integer(0)), InboxID($0.integer(1))) }
        return Dictionary(found) { first, _ in first }
    }

    /// The entries that are a mail from one of these addresses, word for word, whoever placed it.
    ///
    /// - Parameter senders: as they are compared (`EmailAddress.normalise`).
    package func entries(in complaint: ComplaintID, mailedBy senders: Set<String>) throws -> Set<Int> {
        if senders.isEmpty { return [] }
        let marks = senders.map { _ in "?" }.joined(separator: ", ")
        return Set(
            try all(
                """
                SELECT sequence FROM inbox WHERE complaint_id = ? AND sequence IS NOT NULL AND outcome = 'joined' AND sender IN (\(marks))
                """, values: [.integer(complaint.value)] + senders.sorted().map { SQLValue.text($0) }
            ) { Int($0.integer(0)) })
    }

    /// The mail, if this reader may see it.
    package func mail(_ id: InboxID, for visibility: Visibility) throws -> InboxMail? {
        let visible = VisibleCondition(visibility, asList: false)
        return try first(
            """
            SELECT \(inboxColumns) FROM inbox LEFT JOIN complaint k ON k.id = inbox.complaint_id
            WHERE inbox.id = ? AND (inbox.complaint_id IS NULL OR \(visible.sql))
            """, values: [.integer(id.value)] + visible.values, as: inboxMail)
    }
}
