package import Complaints

/// Something that is known to have happened, marked on charts; customers may be told of it for a while.
package struct Incident: Hashable, Sendable {
    package let id: Int64
    package var title: String
    /// The code of what it concerns; nil for everything.
    package var about: String?
    package var first: Day
    /// Nil while it goes on.
    package var last: Day?
    /// The signal that it explains.
    package var signal: Int64?
    package var banner: IncidentBanner?
    /// When it was changed last; nil for one that is not kept yet.
    package private(set) var changedAt: Instant?

    package init(
        id: Int64, title: String, about: String? = nil, first: Day, last: Day? = nil, signal: Int64? = nil, banner: IncidentBanner? = nil
    ) {
        (self.id, self.title, self.about, self.first) = (id, title, about, first)
        (self.last, self.signal, self.banner) = (last, signal, banner)
    }

    /// Whether another tells the same.
    package func isSame(as other: Incident) -> Bool {
        title == other.title && about == other.about && first == other.first && last == other.last && signal == other.signal
            && banner == other.banner
    }

    fileprivate static let columns = "id, title, about, first_day, last_day, signal_id, banner_nl, banner_en, banner_until"
    fileprivate static let read = columns + ", changed_at"

    fileprivate init(_ row: any SQLRow) throws {
        guard let first = Day(iso: row.text(3)) else { throw UnreadableEntry(name: "incident", key: "\(row.integer(0))") }
        id = row.integer(0)
        (title, self.first, last) = (row.text(1), first, Day(iso: row.text(4)))
        about = row.text(2).isEmpty ? nil : row.text(2)
        signal = row.optionalInteger(5)
        changedAt = Instant(milliseconds: row.integer(9))
        banner = Day(iso: row.text(8)).map { IncidentBanner(dutch: row.text(6), english: row.text(7), until: $0) }
    }
}

/// What customers are told of an incident, up to and including a day.
package struct IncidentBanner: Hashable, Sendable {
    package var dutch: String
    package var english: String
    package var until: Day

    package init(dutch: String, english: String, until: Day) { (self.dutch, self.english, self.until) = (dutch, english, until) }
}

extension Snapshot {
    /// The newest first.
    package func incidents() throws -> [Incident] {
        try all("SELECT \(Incident.read) FROM incident ORDER BY first_day DESC, id DESC LIMIT 500") { try Incident($0) }
    }

    package func incident(_ id: Int64) throws -> Incident? {
        try first("SELECT \(Incident.read) FROM incident WHERE id = ?", .integer(id)) { try Incident($0) }
    }

    /// What customers are told today, the newest first.
    package func banners(on day: Day) throws -> [IncidentBanner] {
        try all(
            "SELECT \(Incident.read) FROM incident WHERE banner_until >= ? AND first_day <= ? ORDER BY first_day DESC, id DESC LIMIT 3",
            .text(day.iso), .text(day.iso)
        ) { try Incident($0).banner }.compactMap { $0 }
    }
}

extension Transaction {
    /// Holds an incident until this write ends.
    package func holdIncident(_ id: Int64) throws { try hold("incident WHERE id = ?", [.integer(id)]) }

    /// Writes an incident, new or changed. Each change has a later moment than the one before.
    package func keep(_ incident: Incident, by actor: Actor, at instant: Instant) throws {
        try execute(
            """
            INSERT INTO incident (\(Incident.columns), changed_at, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET title = excluded.title, about = excluded.about, first_day = excluded.first_day,
            last_day = excluded.last_day, signal_id = excluded.signal_id, banner_nl = excluded.banner_nl, banner_en = excluded.banner_en,
            banner_until = excluded.banner_until, changed_at = CASE WHEN incident.changed_at >= excluded.changed_at
            THEN incident.changed_at + 1 ELSE excluded.changed_at END, changed_by = excluded.changed_by
            """,
            .integer(incident.id), .text(incident.title), .text(incident.about ?? ""), .text(incident.first.iso),
            .text(incident.last?.iso ?? ""), SQLValue(incident.signal), .text(incident.banner?.dutch ?? ""),
            .text(incident.banner?.english ?? ""), .text(incident.banner?.until.iso ?? ""), .integer(instant.milliseconds),
            .text(ActorText.text(of: actor.identity)))
    }
}
