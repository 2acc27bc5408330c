package import Complaints

/// What a complaint told when it came, for what looks for new words.
package struct StoryText: Hashable, Sendable {
    package let number: ComplaintNumber
    package let receivedAt: Instant
    /// Nil once erased.
    package let text: String?
    /// Who complains, and for which organisation: lists without names show the words of neither.
    package let names: String
}

extension Snapshot {
    /// Of what was received since an instant and counts, but for what is confidential or about somebody of staff: words of these are nobody's
    /// to show.
    package func storyTexts(since instant: Instant) throws -> [StoryText] {
        try all(
            """
            SELECT k.number, k.received_at, p.body, k.customer_name, k.organisation FROM complaint k
            LEFT JOIN passage p ON p.complaint_id = k.id AND p.sequence = 1 AND p.slot = 'story'
            WHERE k.received_at >= ? AND k.phase <> 'duplicate' AND k.is_confidential = 0 AND k.about_staff IS NULL
            ORDER BY k.received_at, k.id
            """, .integer(instant.milliseconds)
        ) { row in
            guard let number = ComplaintNumber(parsing: row.text(0)) else { throw UnreadableEntry(name: "complaint", key: row.text(0)) }
            return StoryText(
                number: number, receivedAt: Instant(milliseconds: row.integer(1)), text: row.optionalText(2),
                names: "\(row.text(3)) \(row.text(4))")
        }
    }
}
