package import Complaints

/// By which way a letter is to reach its reader.
package enum LetterMeans: String, CaseIterable, Hashable, Sendable {
    case email, print, phone
}

/// What became of a letter. Nothing is "sent" that a computer did not send, and what was undone reaches nobody.
package enum LetterState: String, CaseIterable, Hashable, Sendable {
    case waiting, informed, sent, dropped, undone
}

/// A letter that is to be written down beside what made it necessary.
package struct NewLetter: Hashable, Sendable {
    package let kind: String
    package let language: Language
    package let means: LetterMeans
    package let recipient: String
    /// The e-mail address, phone number or postal address it goes to.
    package let address: String?
    package let subject: String
    package let body: String

    package init(kind: String, language: Language, means: LetterMeans, recipient: String, address: String?, subject: String, body: String) {
        self.kind = kind
        self.language = language
        self.means = means
        self.recipient = recipient
        self.address = address
        self.subject = subject
        self.body = body
    }
}

/// A letter as it stands in the file.
package struct Letter: Hashable, Sendable {
    package let id: LetterID
    package let complaintID: ComplaintID
    /// The entry of the journal that made it necessary.
    package let sequence: Int
    package let content: NewLetter
    package let state: LetterState
    package let createdAt: Instant
    /// Before this moment it is held, since what it follows from can still be undone.
    package let readyAt: Instant
    package let settledAt: Instant?
    /// The first day that it promises, at closing time; later it is no longer true. Nil when it promises none.
    package let trueUntil: Instant?
    /// The letter that did not arrive, in whose place it goes.
    package let replaces: LetterID?

    package func isHeld(at now: Instant) -> Bool { state == .waiting && now < readyAt }

    /// Whether it waits for somebody to print, tell or send it.
    package func isReady(at now: Instant) -> Bool { state == .waiting && now >= readyAt }
}

/// A waiting letter with the complaint it belongs to, for the desk's list.
package struct WaitingLetter: Hashable, Sendable {
    package let letter: Letter
    package let number: ComplaintNumber
}

extension Transaction {
    /// Puts a letter in the outbox, in the transaction that made it necessary.
    ///
    /// - Parameters:
    ///   - ready: until when it is held; not at all when nil.
    ///   - trueUntil: when the first promise ends that it tells of.
    ///   - former: the letter in whose place it goes.
    package func add(
        _ letter: NewLetter, to complaint: ComplaintID, sequence: Int, at instant: Instant, ready: Instant? = nil,
        trueUntil: Instant? = nil,
        replacing former: LetterID? = nil
    ) throws {
        try post(
            """
            INSERT INTO letter
            (id, complaint_id, sequence, kind, language, means, recipient, address, subject, body, state, created_at, ready_at, true_until, replaces)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?, ?, ?)
            """,
            .integer(Keys.fresh(at: instant.milliseconds)), .integer(complaint.value), SQLValue(sequence), .text(letter.kind),
            .text(letter.language.rawValue), .text(letter.means.rawValue), .text(letter.recipient), SQLValue(letter.address),
            .text(letter.subject), .text(letter.body), .integer(instant.milliseconds), .integer((ready ?? instant).milliseconds),
            SQLValue(trueUntil?.milliseconds), SQLValue(former?.value))
    }

    /// Puts other words in the place of those of a letter that has reached nobody.
    package func rewrite(_ id: LetterID, as letter: NewLetter, trueUntil: Instant?) throws {
        try post(
            """
            UPDATE letter SET language = ?, means = ?, recipient = ?, address = ?, subject = ?, body = ?, true_until = ?
            WHERE id = ? AND state = 'waiting'
            """, .text(letter.language.rawValue), .text(letter.means.rawValue), .text(letter.recipient), SQLValue(letter.address),
            .text(letter.subject), .text(letter.body), SQLValue(trueUntil?.milliseconds), .integer(id.value))
    }

    package func settle(_ letter: LetterID, as state: LetterState, at instant: Instant) throws {
        try post(
            "UPDATE letter SET state = ?, settled_at = ? WHERE id = ? AND state = 'waiting'", .text(state.rawValue),
            .integer(instant.milliseconds), .integer(letter.value))
    }

    /// It turns out that this letter has not reached the customer by hand: it waits again.
    package func waitAgain(_ letter: LetterID) throws {
        try post("UPDATE letter SET state = 'waiting', settled_at = NULL WHERE id = ? AND state = 'informed'", .integer(letter.value))
    }

    /// Lets no letter of a kind reach anybody that has not been delivered yet.
    package func withhold(_ kind: String, of complaint: ComplaintID, at instant: Instant) throws {
        try post(
            "UPDATE letter SET state = 'dropped', settled_at = ? WHERE complaint_id = ? AND kind = ? AND state = 'waiting'",
            .integer(instant.milliseconds), .integer(complaint.value), .text(kind))
    }

    /// Has letters wait again that were withheld at this moment.
    package func releaseAgain(_ kind: String, of complaint: ComplaintID, withheldAt instant: Instant) throws {
        try post(
            "UPDATE letter SET state = 'waiting', settled_at = NULL WHERE complaint_id = ? AND kind = ? AND state = 'dropped' AND settled_at = ?",
            .integer(complaint.value), .text(kind), .integer(instant.milliseconds))
    }

    /// Lets no letter reach anybody that follows from this entry or a later one and was held for that.
    package func undoLetters(of complaint: ComplaintID, from sequence: Int, at instant: Instant) throws {
        try post(
            """
            UPDATE letter SET state = 'undone', settled_at = ?
            WHERE complaint_id = ? AND sequence >= ? AND state = 'waiting' AND ready_at > created_at
            """, .integer(instant.milliseconds), .integer(complaint.value), SQLValue(sequence))
    }
}

extension Snapshot {
    /// A complaint's letters, oldest first.
    package func letters(of complaint: ComplaintID) throws -> [Letter] {
        try all(
            "SELECT \(letterColumns) FROM letter l WHERE l.complaint_id = ? ORDER BY l.sequence, l.id", .integer(complaint.value),
            as: letter)
    }

    package func letter(_ id: LetterID) throws -> Letter? {
        try first("SELECT \(letterColumns) FROM letter l WHERE l.id = ?", .integer(id.value), as: letter)
    }

    /// The newest letter that a mail server took for this address, of those to customers who have it now.
    package func newestLetter(sentTo address: EmailAddress, from start: Instant, to end: Instant) throws -> Letter? {
        try first(
            """
            SELECT \(letterColumns) FROM letter l JOIN complaint k ON k.id = l.complaint_id
            WHERE k.email = ? AND lower(l.address) = ? AND l.means = 'email' AND l.state = 'sent' AND l.settled_at BETWEEN ? AND ?
            ORDER BY l.settled_at DESC, l.id DESC LIMIT 1
            """, .text(address.normalised), .text(address.normalised), .integer(start.milliseconds), .integer(end.milliseconds), as: letter)
    }

    /// The letters of a complaint that wait for somebody to print, tell or send them.
    package func waitingLetterIDs(of complaint: ComplaintID, at now: Instant) throws -> Set<LetterID> {
        Set(
            try all(
                "SELECT id FROM letter WHERE complaint_id = ? AND state = 'waiting' AND ready_at <= ?", .integer(complaint.value),
                .integer(now.milliseconds)
            ) { LetterID($0.integer(0)) })
    }

    /// The letters of a complaint that a mail server refused or returned, and that were not sent once more.
    package func undeliveredLetterIDs(of complaint: ComplaintID) throws -> Set<LetterID> {
        Set(
            try all(
                """
                SELECT l.id FROM letter l JOIN letter_delivery d ON d.letter_id = l.id WHERE l.complaint_id = ?
                AND ((l.state = 'waiting' AND d.state = 'refused') OR (l.state = 'sent' AND d.state = 'bounced')) AND \(isNotReplaced)
                """, .integer(complaint.value)
            ) { LetterID($0.integer(0)) })
    }

    /// Nobody sent it once more, or that was undone.
    var isNotReplaced: String { "NOT EXISTS (SELECT 1 FROM letter r WHERE r.replaces = l.id AND r.state <> 'undone')" }

    /// The entries of a complaint whose letters had been held and have reached somebody since.
    package func entriesHandedOver(of complaint: ComplaintID) throws -> Set<Int> {
        Set(
            try all(
                "SELECT sequence FROM letter WHERE complaint_id = ? AND state IN ('informed', 'sent') AND ready_at > created_at",
                .integer(complaint.value)
            ) { Int($0.integer(0)) })
    }

    /// What still has to reach somebody, oldest first, of the complaints that this reader may see.
    package func waitingLetters(for visibility: Visibility, at now: Instant, limit: Int = 200) throws -> [WaitingLetter] {
        let visible = VisibleCondition(visibility, asList: false)
        return try all(
            """
            SELECT \(letterColumns), k.number FROM letter l JOIN complaint k ON k.id = l.complaint_id
            WHERE l.state = 'waiting' AND l.ready_at <= ? AND \(visible.sql) ORDER BY l.created_at, l.id LIMIT \(limit)
            """,
            values: [.integer(now.milliseconds)] + visible.values
        ) { row in
            guard let number = ComplaintNumber(parsing: row.text(16)) else { throw UnreadableEntry(name: "letter", key: "number") }
            return WaitingLetter(letter: try letter(row), number: number)
        }
    }

    package func waitingLetterCount(for visibility: Visibility, at now: Instant, upTo limit: Int = 1000) throws -> Int {
        let visible = VisibleCondition(visibility, asList: false)
        return try count(
            """
            SELECT count(*) FROM (SELECT 1 FROM letter l JOIN complaint k ON k.id = l.complaint_id
            WHERE l.state = 'waiting' AND l.ready_at <= ? AND \(visible.sql) LIMIT \(limit)) AS counted
            """, values: [.integer(now.milliseconds)] + visible.values)
    }

    private var letterColumns: String {
        "l.id, l.complaint_id, l.sequence, l.kind, l.language, l.means, l.recipient, l.address, l.subject, l.body, l.state, l.created_at, l.ready_at, l.settled_at, l.true_until, l.replaces"
    }

    private func letter(_ row: any SQLRow) throws -> Letter {
        guard let language = Language(rawValue: row.text(4)), let means = LetterMeans(rawValue: row.text(5)),
            let state = LetterState(rawValue: row.text(10))
        else { throw UnreadableEntry(name: "letter", key: row.text(3)) }
        let content = NewLetter(
            kind: row.text(3), language: language, means: means, recipient: row.text(6), address: row.optionalText(7), subject: row.text(8),
            body: row.text(9))
        return Letter(
            id: LetterID(row.integer(0)), complaintID: ComplaintID(row.integer(1)), sequence: Int(row.integer(2)), content: content,
            state: state, createdAt: Instant(milliseconds: row.integer(11)), readyAt: Instant(milliseconds: row.integer(12)),
            settledAt: row.optionalInteger(13).map { Instant(milliseconds: $0) },
            trueUntil: row.optionalInteger(14).map { Instant(milliseconds: $0) }, replaces: row.optionalInteger(15).map { LetterID($0) })
    }
}
