package import Complaints

/// A mail that came in, by the key of the inbox.
package struct InboxID: Hashable, Sendable {
    package let value: Int64
    package init(_ value: Int64) { self.value = value }
}

/// By which door a mail came.
package enum MailSource: String, CaseIterable, Hashable, Sendable { case pipe, api, imap, file }

/// Where a mail stands.
package enum InboxState: String, CaseIterable, Hashable, Sendable {
    /// Kept, and not read yet.
    case waiting
    /// Where it belongs, without anybody having been asked.
    case placed
    /// With a person: whose is it, and what?
    case asked
    /// Nobody can read it.
    case quarantined
    /// A person decided.
    case closed
}

/// What became of a mail, or why a person is asked. Stored by raw value: never renamed.
package enum InboxOutcome: String, CaseIterable, Hashable, Sendable {
    case registered, joined
    /// The answer of a colleague without an account to what they were asked.
    case contributed
    /// The very same as an earlier one.
    case double
    /// Written by a program: answered by nobody.
    case robot
    case outOfOffice = "out-of-office"
    /// A mail server tells what became of a letter of ours.
    case report
    /// A mail server may be telling that a letter of ours did not arrive, in words of its own.
    case maybeBounce = "maybe-bounce"
    /// From one of our own addresses, or a letter of ours that came back.
    case own
    /// An answer in a thread of ours from somebody who can't be told for sure to belong to it.
    case beside
    /// It names a complaint's number, which anybody can.
    case numbered
    /// It names the number of a file that its sender belongs to.
    case ownNumber = "own-number"
    /// From a member of staff, who never acts by mail.
    case staff
    /// Nobody to answer: no sender, or several, or no address that letters reach.
    case unanswerable
    case empty
    /// Nobody here can read it: only its reader's key opens it.
    case encrypted
    /// Too many from one address, or in all.
    case crowd
    /// It could not be taken in as it is, such as a complaint with a field that is refused.
    case unfit
    /// Why it can't be read.
    case tooLarge = "too-large"
    case tookTooLong = "took-too-long"
    case endedReader = "ended-reader"
    case lost
    /// Its server lists it and does not give it: it stays there.
    case notFetched = "not-fetched"
    /// A person said that it is no complaint.
    case noComplaint = "no-complaint"
    /// It is no complaint, and somebody else of the house has it now.
    case forwarded
    /// It could not go on to whom it was for: the mail server refused it.
    case notForwarded = "not-forwarded"
}

/// A mail of the inbox, without its words.
package struct InboxMail: Hashable, Sendable {
    package let id: InboxID
    package let source: MailSource
    /// The mailbox or address it was given for; empty when nobody said.
    package let mailbox: String
    /// When our server got it: from then on promises count.
    package let receivedAt: Instant
    /// SHA-256 of its bytes, in hexadecimal.
    package let digest: String
    package let size: Int
    package let state: InboxState
    package let outcome: InboxOutcome?
    /// How often it was taken up to be read.
    package let attempts: Int
    package let sender: String?
    package let senderName: String?
    package let subject: String?
    package let opening: String?
    /// The complaint it is in, beside, or said to be about.
    package let complaint: ComplaintID?
    package let settledAt: Instant?
}

/// What is known of a mail once it is read and placed.
package struct InboxPlacing: Hashable, Sendable {
    package var state: InboxState
    package var outcome: InboxOutcome
    package var sender: String?
    package var senderName: String?
    package var subject: String?
    package var opening: String?
    package var fingerprint: String?
    package var complaint: ComplaintID?
    package var sequence: Int?
    /// When our server got it, where the mail itself says so; nil leaves what is known.
    package var receivedAt: Instant?

    package init(_ state: InboxState, _ outcome: InboxOutcome) { (self.state, self.outcome) = (state, outcome) }
}

extension Transaction {
    /// Keeps a mail that nobody has read yet.
    ///
    /// - Parameters:
    ///   - bytes: nil when they lie with the documents.
    ///   - readyAt: from when on it is taken up.
    package func addMail(
        _ id: InboxID, from source: MailSource, for mailbox: String, digest: String, size: Int, bytes: [UInt8]?, receivedAt: Instant,
        readyAt: Instant
    ) throws {
        try post(
            """
            INSERT INTO inbox (id, source, mailbox, received_at, digest, size, state, attempts, next_try_at)
            VALUES (?, ?, ?, ?, ?, ?, 'waiting', 0, ?)
            """, .integer(id.value), .text(source.rawValue), .text(mailbox), .integer(receivedAt.milliseconds), .text(digest),
            SQLValue(size),
            .integer(readyAt.milliseconds))
        if let bytes { try post("INSERT INTO inbox_original (inbox_id, bytes) VALUES (?, ?)", .integer(id.value), .blob(bytes)) }
    }

    /// Takes up mails that wait, oldest first: until `until` nobody else does. Each counts one attempt more. What others take up at this
    /// moment is passed over.
    package func claimMail(limit: Int, at now: Instant, until: Instant) throws -> [InboxMail] {
        // Chosen once, in a part of its own: within an IN, PostgreSQL may choose anew for each row, and take more than the limit.
        try all(
            """
            WITH taken AS MATERIALIZED (SELECT id FROM inbox WHERE state = 'waiting' AND next_try_at <= ? ORDER BY next_try_at, id
            LIMIT ?\(snapshot.connection.dialect.forTaking("inbox")))
            UPDATE inbox SET attempts = attempts + 1, next_try_at = ? WHERE id IN (SELECT id FROM taken) RETURNING \(inboxColumns)
            """, .integer(now.milliseconds), SQLValue(limit), .integer(until.milliseconds), returning: inboxMail
        ).sorted { $0.id.value < $1.id.value }
    }

    /// Lets it be tried again from this moment on, though it was taken up.
    package func releaseMail(_ id: InboxID, until moment: Instant, uncounted: Bool) throws {
        try post(
            "UPDATE inbox SET next_try_at = ?, attempts = attempts - ? WHERE id = ? AND state = 'waiting'", .integer(moment.milliseconds),
            .integer(uncounted ? 1 : 0), .integer(id.value))
    }

    /// Frees what was taken up by somebody who is no more.
    package func resumeMail(at now: Instant) throws {
        try post(
            "UPDATE inbox SET next_try_at = ? WHERE state = 'waiting' AND attempts > 0 AND next_try_at > ?", .integer(now.milliseconds),
            .integer(now.milliseconds))
    }

    /// Holds a mail that is to be placed; false when somebody was first.
    package func holdMail(_ id: InboxID, in states: Set<InboxState> = [.waiting]) throws -> Bool {
        try hold("inbox WHERE id = ?", [.integer(id.value)])
        return try snapshot.mail(id).map { states.contains($0.state) } ?? false
    }

    /// Writes down what became of a mail. Two that are the same at once: the second is `DatabaseFault.unique`.
    package func placeMail(_ id: InboxID, _ placing: InboxPlacing, by actor: Actor.Identity?, at now: Instant) throws {
        try post(
            """
            UPDATE inbox SET state = ?, outcome = ?, sender = coalesce(?, sender), sender_name = coalesce(?, sender_name),
            subject = coalesce(?, subject), opening = coalesce(?, opening), fingerprint = coalesce(?, fingerprint),
            complaint_id = coalesce(?, complaint_id), sequence = coalesce(?, sequence), received_at = coalesce(?, received_at), settled_at = ?, settled_by = ? WHERE id = ?
            """, .text(placing.state.rawValue), .text(placing.outcome.rawValue), SQLValue(placing.sender), SQLValue(placing.senderName),
            SQLValue(placing.subject), SQLValue(placing.opening), SQLValue(placing.fingerprint), SQLValue(placing.complaint?.value),
            SQLValue(placing.sequence), SQLValue(placing.receivedAt?.milliseconds), .integer(now.milliseconds),
            SQLValue(actor.map { ActorText.text(of: $0) }), .integer(id.value))
    }

    /// Lets a mail from quarantine be read once more.
    package func retryMail(_ id: InboxID, at now: Instant) throws {
        try post(
            """
            UPDATE inbox SET state = 'waiting', outcome = NULL, attempts = 0, next_try_at = ?, settled_at = NULL
            WHERE id = ? AND state = 'quarantined'
            """, .integer(now.milliseconds), .integer(id.value))
    }

    package func keepReading(_ body: String, of id: InboxID) throws {
        try post(
            "INSERT INTO inbox_reading (inbox_id, body) VALUES (?, ?) ON CONFLICT (inbox_id) DO UPDATE SET body = excluded.body",
            .integer(id.value), .text(body))
    }

    package func keepAttachments(_ documents: [(digest: String, size: Int, name: String)], of id: InboxID) throws {
        for (ordinal, document) in documents.enumerated() {
            try post(
                "INSERT INTO inbox_attachment (inbox_id, ordinal, digest, size, name) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                .integer(id.value), SQLValue(ordinal), .text(document.digest), SQLValue(document.size), .text(document.name))
        }
    }
}

extension Snapshot {
    package func mail(_ id: InboxID) throws -> InboxMail? {
        try first("SELECT \(inboxColumns) FROM inbox WHERE id = ?", .integer(id.value), as: inboxMail)
    }

    /// The bytes of a small mail; nil where they lie with the documents.
    package func originalMail(_ id: InboxID) throws -> [UInt8]? {
        try first("SELECT bytes FROM inbox_original WHERE inbox_id = ?", .integer(id.value)) { $0.blob(0) }
    }

    package func reading(of id: InboxID) throws -> String? {
        try first("SELECT body FROM inbox_reading WHERE inbox_id = ?", .integer(id.value)) { $0.text(0) }
    }

    package func attachments(of id: InboxID) throws -> [(digest: String, size: Int, name: String)] {
        try all("SELECT digest, size, name FROM inbox_attachment WHERE inbox_id = ? ORDER BY ordinal", .integer(id.value)) {
            ($0.text(0), Int($0.integer(1)), $0.text(2))
        }
    }

    /// The mail that was the first of its kind.
    package func mail(fingerprint: String) throws -> InboxMail? {
        try first("SELECT \(inboxColumns) FROM inbox WHERE fingerprint = ?", .text(fingerprint), as: inboxMail)
    }

    /// All mails by the digests of their bytes, those of an old mailbox that were kept and not placed among them; of those that are alike one
    /// that is in a file, if any.
    package func mailsByDigest() throws -> [String: InboxID] {
        let all = try all(
            "SELECT digest, id FROM inbox WHERE state <> 'waiting' OR source = 'file' ORDER BY complaint_id IS NULL, state = 'waiting', id"
        ) { ($0.text(0), InboxID($0.integer(1))) }
        return Dictionary(all) { first, _ in first }
    }

    /// Complaints that an address made by mail since a moment, the newest first.
    package func registeredByMail(from sender: String, since moment: Instant, limit: Int = 100) throws -> [(
        complaint: ComplaintID, at: Instant
    )] {
        try all(
            """
            SELECT complaint_id, settled_at FROM inbox WHERE sender = ? AND outcome = 'registered' AND settled_at > ?
            AND complaint_id IS NOT NULL ORDER BY settled_at DESC LIMIT ?
            """, .text(sender), .integer(moment.milliseconds), SQLValue(limit)
        ) { (ComplaintID($0.integer(0)), Instant(milliseconds: $0.integer(1))) }
    }

    /// How many complaints mail made since a moment, counted up to a limit.
    package func registeredByMail(since moment: Instant, upTo limit: Int) throws -> Int {
        try count(
            "SELECT count(*) FROM (SELECT 1 FROM inbox WHERE settled_at > ? AND outcome = 'registered' LIMIT ?) AS counted",
            .integer(moment.milliseconds), SQLValue(limit))
    }

    /// Digests of what lies with the documents and no journal speaks of: large mails, and files that came with mail.
    func mailDigests() throws -> [String] {
        try all(
            """
            SELECT digest FROM inbox_attachment UNION SELECT digest FROM inbox WHERE id NOT IN (SELECT inbox_id FROM inbox_original)
            AND (complaint_id IS NULL OR complaint_id NOT IN (SELECT complaint_id FROM retention_decision WHERE erased_at IS NOT NULL))
            """
        ) { $0.text(0) }
    }
}

/// Named after their table, since other tables have columns of these names.
let inboxColumns = [
    "id", "source", "mailbox", "received_at", "digest", "size", "state", "outcome", "attempts", "sender", "sender_name", "subject",
    "opening",
    "complaint_id", "settled_at",
].map { "inbox.\($0)" }.joined(separator: ", ")

func inboxMail(_ row: any SQLRow) throws -> InboxMail {
    guard let source = MailSource(rawValue: row.text(1)), let state = InboxState(rawValue: row.text(6)) else {
        throw UnreadableEntry(name: "inbox", key: "\(row.integer(0))")
    }
    return InboxMail(
        id: InboxID(row.integer(0)), source: source, mailbox: row.text(2), receivedAt: Instant(milliseconds: row.integer(3)),
        digest: row.text(4), size: Int(row.integer(5)), state: state, outcome: row.optionalText(7).flatMap { InboxOutcome(rawValue: $0) },
        attempts: Int(row.integer(8)), sender: row.optionalText(9), senderName: row.optionalText(10), subject: row.optionalText(11),
        opening: row.optionalText(12), complaint: row.optionalInteger(13).map { ComplaintID($0) },
        settledAt: row.optionalInteger(14).map { Instant(milliseconds: $0) })
}
