package import Complaints

/// What an erasure takes out of a file.
package struct ErasedWords: Hashable, Sendable {
    /// Texts of people: names, stories, notes, messages.
    package var texts = 0
    /// Documents, and files that came with mail.
    package var documents = 0
    package var letters = 0
    /// Letters of these that nobody has yet: they reach nobody any more.
    package var waiting = 0
    package var mails = 0

    package init() {}

    package static func + (one: ErasedWords, other: ErasedWords) -> ErasedWords {
        var sum = one
        sum.texts += other.texts
        sum.documents += other.documents
        sum.letters += other.letters
        sum.waiting += other.waiting
        sum.mails += other.mails
        return sum
    }
}

extension Snapshot {
    /// What would be taken out of a file.
    package func erasable(in complaint: Complaint) throws -> ErasedWords {
        let id = SQLValue.integer(complaint.id.value)
        var words = ErasedWords()
        words.texts = try count("SELECT count(*) FROM passage WHERE complaint_id = ?", values: [id])
        words.documents = complaint.documents.count
        words.letters = try count("SELECT count(*) FROM letter WHERE complaint_id = ? AND body <> ''", values: [id])
        words.waiting = try count("SELECT count(*) FROM letter WHERE complaint_id = ? AND state = 'waiting'", values: [id])
        words.mails = try count("SELECT count(*) FROM inbox WHERE \(Self.isSettledIn)", values: [id])
        return words
    }

    /// Of these files, those that nothing refers to any more.
    package func unused(_ digests: Set<String>) throws -> Set<String> {
        digests.isEmpty ? [] : digests.subtracting(try houseContents().documents)
    }

    /// Mails that became part of a file, by its key.
    static let isSettledIn = "complaint_id = ? AND state IN ('placed', 'closed')"
}

extension Transaction {
    /// Writes that a file was erased, and takes out every word of people that stood in it; what is derived from it follows. The digests of the
    /// files that it held, whose bytes are to be removed where nobody else has them.
    package func erase(_ journalled: JournalledComplaint, _ occurrence: Occurrence, by actor: Actor, at now: Instant) throws -> Set<String>
    {
        let complaint = journalled.complaint
        let written = try append([occurrence], to: journalled, by: actor, at: now)
        try execute(
            "DELETE FROM passage WHERE complaint_id = ? AND sequence < ?", .integer(complaint.id.value),
            SQLValue(written.complaint.sequence))
        guard let erased = try snapshot.journalled(complaint.id) else { throw UnreadableEntry(name: "registered", key: "") }
        try updateReadModel(of: erased.complaint, head: erased.head)
        try keepFigures(of: erased.complaint, erased.history)
        try indexAgain(erased.history.inForce, of: complaint.id)
        try eraseLetters(of: complaint.id, at: now)
        let files = try eraseMails(in: complaint.id)
        try removeDrafts(on: complaint.id)
        try post("DELETE FROM follow_link WHERE complaint_id = ?", .integer(complaint.id.value))
        try post("DELETE FROM follow_session WHERE complaint_id = ?", .integer(complaint.id.value))
        // Those of entries that were undone, too.
        let attached = journalled.history.compactMap { recorded -> String? in
            if case .attached(let document) = recorded.occurrence.event { document.digest } else { nil }
        }
        return files.union(attached)
    }

    /// That letters were written stays, and what became of them; what they said and to whom goes. Those that wait reach nobody.
    private func eraseLetters(of id: ComplaintID, at now: Instant) throws {
        try post(
            """
            UPDATE letter SET settled_at = CASE WHEN state = 'waiting' THEN ? ELSE settled_at END,
            state = CASE WHEN state = 'waiting' THEN 'dropped' ELSE state END, recipient = '', address = NULL, subject = '', body = ''
            WHERE complaint_id = ?
            """, .integer(now.milliseconds), .integer(id.value))
        try post(
            "UPDATE letter_delivery SET words = NULL, earlier_words = NULL WHERE letter_id IN (SELECT id FROM letter WHERE complaint_id = ?)",
            .integer(id.value))
        try post("UPDATE memo SET state = 'dropped' WHERE complaint_id = ? AND state = 'waiting'", .integer(id.value))
        try post("UPDATE memo SET body = '', words = NULL WHERE complaint_id = ?", .integer(id.value))
    }

    /// The digests of the mails that stood in the file, and of what came with them.
    private func eraseMails(in id: ComplaintID) throws -> Set<String> {
        let id = SQLValue.integer(id.value)
        let mails = "SELECT id FROM inbox WHERE \(Snapshot.isSettledIn)"
        var digests = Set(try snapshot.all("SELECT digest FROM inbox WHERE \(Snapshot.isSettledIn)", id) { $0.text(0) })
        digests.formUnion(try snapshot.all("SELECT digest FROM inbox_attachment WHERE inbox_id IN (\(mails))", id) { $0.text(0) })
        for table in ["inbox_original", "inbox_reading", "inbox_attachment"] {
            try execute("DELETE FROM \(table) WHERE inbox_id IN (\(mails))", id)
        }
        // By what tells it from others it is still known when it comes again.
        try execute(
            "UPDATE inbox SET sender = NULL, sender_name = NULL, subject = NULL, opening = NULL WHERE \(Snapshot.isSettledIn)", id)
        return digests
    }
}
