package import Complaints

/// A theme, by its key.
package struct ThemeID: Hashable, Sendable {
    package let value: Int64
    package init(_ value: Int64) { self.value = value }
}

/// What some complaints have in common, in a few words.
package struct Theme: Hashable, Sendable {
    package let id: ThemeID
    /// Grows with each change of its words.
    package let version: Int
    package let title: String
    package let words: String?
    package let madeAt: Instant
    package let endedAt: Instant?

    static let columns = "t.id, t.version, t.title, t.words, t.made_at, t.ended_at"

    init(_ row: any SQLRow) {
        (id, version, title) = (ThemeID(row.integer(0)), Int(row.integer(1)), row.text(2))
        (words, madeAt) = (row.optionalText(3), Instant(milliseconds: row.integer(4)))
        endedAt = row.optionalInteger(5).map { Instant(milliseconds: $0) }
    }
}

extension Snapshot {
    /// Every theme, those in use first, by title.
    package func themes() throws -> [Theme] {
        try all("SELECT \(Theme.columns) FROM theme t ORDER BY CASE WHEN t.ended_at IS NULL THEN 0 ELSE 1 END, t.title_key LIMIT 500") {
            Theme($0)
        }
    }

    package func theme(_ id: ThemeID) throws -> Theme? {
        try first("SELECT \(Theme.columns) FROM theme t WHERE t.id = ?", .integer(id.value)) { Theme($0) }
    }

    package func themes(of complaint: ComplaintID) throws -> [Theme] {
        try all(
            """
            SELECT \(Theme.columns) FROM theme_complaint c JOIN theme t ON t.id = c.theme_id WHERE c.complaint_id = ? ORDER BY t.title_key
            """, .integer(complaint.value)
        ) { Theme($0) }
    }

    /// The complaints of a theme that this reader may know of, the newest first.
    package func complaints(in theme: ThemeID, for reader: WorklistReader, limit: Int) throws -> [WorklistRow] {
        let visible = VisibleCondition(reader.visibility, asList: true)
        return try all(
            """
            SELECT \(WorklistRow.columns) FROM theme_complaint c JOIN complaint k ON k.id = c.complaint_id
            WHERE c.theme_id = ? AND \(visible.sql) ORDER BY k.received_at DESC, k.id LIMIT \(limit)
            """, values: [.integer(theme.value)] + visible.values
        ) { try WorklistRow($0, withNames: reader.seesNames) }
    }

    /// How many complaints of each theme this reader may know of.
    package func themeCounts(for reader: WorklistReader) throws -> [ThemeID: Int] {
        let visible = VisibleCondition(reader.visibility, asList: true)
        var counts: [ThemeID: Int] = [:]
        try each(
            """
            SELECT c.theme_id, count(*) FROM theme_complaint c JOIN complaint k ON k.id = c.complaint_id
            WHERE \(visible.sql) GROUP BY c.theme_id
            """, values: visible.values
        ) { counts[ThemeID($0.integer(0))] = Int($0.integer(1)) }
        return counts
    }
}

extension Transaction {
    /// Makes a theme; `DatabaseFault.unique` where there is one of this title.
    package func addTheme(_ id: ThemeID, title: String, words: String?, by actor: Actor, at instant: Instant) throws {
        try execute(
            "INSERT INTO theme (id, version, title, title_key, words, made_at, made_by) VALUES (?, 1, ?, ?, ?, ?, ?)",
            .integer(id.value), .text(title), .text(Folding.fold(title)), SQLValue(words), .integer(instant.milliseconds),
            .text(ActorText.text(of: actor.identity)))
    }

    /// Changes what a theme says of itself; false where somebody else was first. Throws as `addTheme`.
    package func change(
        _ id: ThemeID, seen version: Int, title: String, words: String?, endedAt: Instant?
    ) throws -> Bool {
        try execute(
            "UPDATE theme SET version = version + 1, title = ?, title_key = ?, words = ?, ended_at = ? WHERE id = ? AND version = ?",
            .text(title), .text(Folding.fold(title)), SQLValue(words), SQLValue(endedAt?.milliseconds), .integer(id.value),
            SQLValue(version)) > 0
    }

    /// Takes a complaint up in a theme; one that is in it already stays.
    package func add(_ complaint: ComplaintID, to theme: ThemeID, by actor: Actor, at instant: Instant) throws {
        try post(
            "INSERT INTO theme_complaint (theme_id, complaint_id, added_at, added_by) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            .integer(theme.value), .integer(complaint.value), .integer(instant.milliseconds), .text(ActorText.text(of: actor.identity)))
    }

    package func remove(_ complaint: ComplaintID, from theme: ThemeID) throws {
        try post(
            "DELETE FROM theme_complaint WHERE theme_id = ? AND complaint_id = ?", .integer(theme.value), .integer(complaint.value))
    }
}
