package import Complaints

/// How far the sending of a letter has come.
package enum DeliveryState: String, CaseIterable, Hashable, Sendable {
    /// It waited from before mail was set up, and a person lets it go.
    case released
    case sending
    /// The server can't take it now.
    case later
    /// Handed over, and no answer came: it goes once more, under the same Message-ID.
    case doubt
    /// The server will never take it: a person must find another way.
    case refused
    case accepted
    /// Taken, and later reported as undeliverable.
    case bounced
}

/// How the sending of a letter went.
package struct Delivery: Hashable, Sendable {
    package let letter: LetterID
    package let state: DeliveryState
    package let tries: Int
    package let nextTryAt: Instant
    /// The mail server's own words; nil when it said nothing.
    package let words: String?
    package let changedAt: Instant
}

/// A letter that is to be sent now.
package struct DueLetter: Hashable, Sendable {
    package let letter: Letter
    package let number: ComplaintNumber
    /// Which attempt this is.
    package let tries: Int
}

/// A letter that was taken by a mail server and did not arrive, with what was reported of it.
package struct BouncedLetter: Hashable, Sendable {
    package let letter: LetterID
    package let number: ComplaintNumber
    /// Who it was for, and its subject; empty once they were erased.
    package let recipient: String
    package let subject: String
    package let words: String
}

extension Snapshot {
    /// The letters that are to be sent by now, the oldest first.
    ///
    /// - Parameter since: older ones are sent only when a person let them go.
    package func lettersDue(limit: Int, since: Instant, at now: Instant) throws -> [LetterID] {
        try lettersDue(limit: limit, since: since, at: now, lock: "")
    }

    fileprivate func lettersDue(limit: Int, since: Instant, at now: Instant, lock: String) throws -> [LetterID] {
        try all(
            """
            SELECT l.id FROM letter l LEFT JOIN letter_delivery d ON d.letter_id = l.id
            WHERE l.state = 'waiting' AND l.means = 'email' AND l.ready_at <= ? AND (l.true_until IS NULL OR l.true_until > ?)
            AND (l.created_at >= ? OR d.letter_id IS NOT NULL)
            AND (d.letter_id IS NULL OR (d.state NOT IN ('refused', 'accepted', 'bounced') AND d.next_try_at <= ?))
            ORDER BY l.created_at, l.id LIMIT ?\(lock)
            """, .integer(now.milliseconds), .integer(now.milliseconds), .integer(since.milliseconds), .integer(now.milliseconds),
            SQLValue(limit)
        ) { LetterID($0.integer(0)) }
    }
}

extension Transaction {
    /// Takes up letters that are to be sent: until `until` nobody else sends them. What others take up at this moment is passed over.
    ///
    /// - Parameter since: older ones are sent only when a person let them go.
    package func claimLetters(limit: Int, since: Instant, at now: Instant, until: Instant) throws -> [DueLetter] {
        let candidates = try snapshot.lettersDue(limit: limit, since: since, at: now, lock: snapshot.connection.dialect.forTaking("l"))
        return try candidates.compactMap { id in
            let claimed = try first(
                """
                INSERT INTO letter_delivery (letter_id, state, tries, next_try_at, changed_at) VALUES (?, 'sending', 0, ?, ?)
                ON CONFLICT (letter_id) DO UPDATE SET state = 'sending', next_try_at = excluded.next_try_at,
                changed_at = excluded.changed_at
                WHERE letter_delivery.next_try_at <= ? AND letter_delivery.state NOT IN ('refused', 'accepted', 'bounced') RETURNING tries
                """, .integer(id.value), .integer(until.milliseconds), .integer(now.milliseconds), .integer(now.milliseconds)
            ) { Int($0.integer(0)) }
            guard let before = claimed, let letter = try snapshot.letter(id), letter.state == .waiting,
                let number = try snapshot.number(of: letter.complaintID)
            else { return nil }
            return DueLetter(letter: letter, number: number, tries: before + 1)
        }
    }

    /// Counts a try of what was taken up, before it is made: whoever dies over it leaves in doubt whether it was sent.
    package func countTry(of letter: LetterID) throws {
        try post("UPDATE letter_delivery SET tries = tries + 1 WHERE letter_id = ? AND state = 'sending'", .integer(letter.value))
    }

    /// Writes down how it went; a letter that was taken is sent.
    ///
    /// - Parameter more: tries that a long pause takes the place of.
    package func settleDelivery(
        _ letter: LetterID, _ state: DeliveryState, words: String?, nextTry: Instant, counting more: Int = 0, at now: Instant
    ) throws {
        try post(
            "UPDATE letter_delivery SET state = ?, words = ?, next_try_at = ?, tries = tries + ?, changed_at = ? WHERE letter_id = ?",
            .text(state.rawValue), SQLValue(words), .integer(nextTry.milliseconds), SQLValue(more), .integer(now.milliseconds),
            .integer(letter.value))
        if state == .accepted { try settle(letter, as: .sent, at: now) }
    }

    /// Puts back what was taken up.
    ///
    /// - Parameter isTried: it was tried, and that does not count.
    package func putBack(_ letter: LetterID, until moment: Instant, isTried: Bool) throws {
        try post(
            "UPDATE letter_delivery SET tries = tries - ?, next_try_at = ? WHERE letter_id = ? AND state = 'sending'",
            .integer(isTried ? 1 : 0), .integer(moment.milliseconds), .integer(letter.value))
    }

    /// Frees what was taken up by somebody who is no more: whether it was sent nobody knows.
    package func resumeDeliveries(at now: Instant) throws {
        try post(
            "UPDATE letter_delivery SET next_try_at = ? WHERE state = 'sending' AND next_try_at > ?", .integer(now.milliseconds),
            .integer(now.milliseconds))
    }

    /// Lets a letter go that waited from before mail was set up, or that was refused.
    package func release(_ letter: LetterID, at now: Instant) throws {
        try post(
            """
            INSERT INTO letter_delivery (letter_id, state, tries, next_try_at, changed_at) VALUES (?, 'released', 0, ?, ?)
            ON CONFLICT (letter_id) DO UPDATE SET state = 'released', tries = 0, next_try_at = excluded.next_try_at,
            changed_at = excluded.changed_at WHERE letter_delivery.state = 'refused'
            """, .integer(letter.value), .integer(now.milliseconds), .integer(now.milliseconds))
    }

    /// A mail server reports that a letter which was taken did not arrive. What a second person reads of it changes nothing: the first's note can
    /// still be taken back, to what was known before.
    ///
    /// - Parameter mail: in which a person read it; nil for a report in the form for it.
    package func noteBounce(of letter: LetterID, words: String, by mail: InboxID? = nil, at now: Instant) throws {
        try post(
            """
            INSERT INTO letter_delivery (letter_id, state, tries, next_try_at, words, changed_at, told_by) VALUES (?, 'bounced', 0, 0, ?, ?, ?)
            ON CONFLICT (letter_id) DO UPDATE SET earlier_state = letter_delivery.state, earlier_words = letter_delivery.words,
            state = 'bounced', words = excluded.words, changed_at = excluded.changed_at, told_by = excluded.told_by
            WHERE letter_delivery.state <> 'bounced' OR excluded.told_by IS NULL
            """, .integer(letter.value), .text(words), .integer(now.milliseconds), SQLValue(mail?.value))
    }

    /// What a person read in this mail about a letter is taken back: the letter stands as it did. False where more became known of it since, or
    /// it was sent once more.
    package func takeBackBounce(by mail: InboxID, at now: Instant) throws -> Bool {
        let isLast = """
            told_by = ? AND state = 'bounced'
            AND NOT EXISTS (SELECT 1 FROM letter r WHERE r.replaces = letter_delivery.letter_id AND r.state <> 'undone')
            """
        let mail = SQLValue.integer(mail.value)
        if try execute("DELETE FROM letter_delivery WHERE earlier_state IS NULL AND \(isLast)", mail) > 0 { return true }
        return try execute(
            """
            UPDATE letter_delivery SET state = earlier_state, words = earlier_words, changed_at = ?, earlier_state = NULL, earlier_words = NULL,
            told_by = NULL WHERE \(isLast)
            """, .integer(now.milliseconds), mail) > 0
    }
}

extension Snapshot {
    /// How sending the letters of a complaint went, by letter; those that nobody tried to send are absent.
    package func deliveries(of complaint: ComplaintID) throws -> [LetterID: Delivery] {
        let found = try all(
            "SELECT \(deliveryColumns) FROM letter_delivery d JOIN letter l ON l.id = d.letter_id WHERE l.complaint_id = ?",
            .integer(complaint.value), as: delivery)
        return Dictionary(found.map { ($0.letter, $0) }) { first, _ in first }
    }

    /// How sending the letters that still wait went.
    package func deliveriesOfWaiting() throws -> [LetterID: Delivery] {
        let found = try all(
            "SELECT \(deliveryColumns) FROM letter l JOIN letter_delivery d ON d.letter_id = l.id WHERE l.state = 'waiting'", as: delivery)
        return Dictionary(found.map { ($0.letter, $0) }) { first, _ in first }
    }

    /// Letters that were taken and did not arrive, the newest first.
    package func bouncedLetters(for visibility: Visibility, limit: Int = 100) throws -> [BouncedLetter] {
        let visible = VisibleCondition(visibility, asList: false)
        return try all(
            """
            SELECT d.letter_id, k.number, l.recipient, l.subject, coalesce(d.words, '') FROM letter_delivery d JOIN letter l ON l.id = d.letter_id
            JOIN complaint k ON k.id = l.complaint_id WHERE d.state = 'bounced' AND \(isNotReplaced) AND \(visible.sql)
            ORDER BY d.changed_at DESC LIMIT \(limit)
            """, values: visible.values
        ) { row in
            guard let number = ComplaintNumber(parsing: row.text(1)) else { throw UnreadableEntry(name: "letter", key: "number") }
            return BouncedLetter(
                letter: LetterID(row.integer(0)), number: number, recipient: row.text(2), subject: row.text(3), words: row.text(4))
        }
    }

    /// The customer's newest mail in a file, which a letter answers.
    package func newestMail(in complaint: ComplaintID) throws -> InboxID? {
        try first(
            """
            SELECT id FROM inbox WHERE complaint_id = ? AND outcome IN ('registered', 'joined') ORDER BY received_at DESC, id DESC LIMIT 1
            """, .integer(complaint.value)
        ) { InboxID($0.integer(0)) }
    }

    private var deliveryColumns: String { "d.letter_id, d.state, d.tries, d.next_try_at, d.words, d.changed_at" }

    private func delivery(_ row: any SQLRow) throws -> Delivery {
        guard let state = DeliveryState(rawValue: row.text(1)) else { throw UnreadableEntry(name: "letter_delivery", key: row.text(1)) }
        return Delivery(
            letter: LetterID(row.integer(0)), state: state, tries: Int(row.integer(2)), nextTryAt: Instant(milliseconds: row.integer(3)),
            words: row.optionalText(4), changedAt: Instant(milliseconds: row.integer(5)))
    }
}
