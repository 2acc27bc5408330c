package import Complaints

/// Whose draft it is, and of which form.
package struct DraftPlace: Hashable, Sendable {
    package let staff: StaffID
    /// Nil for a form about no complaint yet.
    package let complaint: ComplaintID?
    package let form: String

    package init(staff: StaffID, complaint: ComplaintID?, form: String) {
        self.staff = staff
        self.complaint = complaint
        self.form = form
    }

    /// Where what was sent or thrown away is put for a while, and the place that it came from.
    package var aside: DraftPlace { DraftPlace(staff: staff, complaint: complaint, form: Self.asidePrefix + form) }
    package var inForm: DraftPlace {
        guard form.hasPrefix(Self.asidePrefix) else { return self }
        return DraftPlace(staff: staff, complaint: complaint, form: String(form.dropFirst(Self.asidePrefix.count)))
    }

    package var isAside: Bool { form.hasPrefix(Self.asidePrefix) }
    static let asidePrefix = "weg."
    static let isAside = "form LIKE 'weg.%'"

    var key: [SQLValue] { [.integer(staff.value), .integer(complaint?.value ?? 0), .text(form)] }
    static let isHere = "staff_id = ? AND complaint_id = ? AND form = ?"
}

/// What somebody typed and did not send.
package struct StoredDraft: Hashable, Sendable {
    package let place: DraftPlace
    /// Grows with every save; never used again for the same form.
    package let version: Int64
    /// Which open page saved it last, and how often that page had saved.
    package let writer: String
    package let turn: Int
    package let body: String
    package let savedAt: Instant

    package init(place: DraftPlace, version: Int64, writer: String, turn: Int, body: String, savedAt: Instant) {
        self.place = place
        self.version = version
        self.writer = writer
        self.turn = turn
        self.body = body
        self.savedAt = savedAt
    }

    /// As it stood in its form, of what was put aside.
    package var inForm: StoredDraft {
        StoredDraft(place: place.inForm, version: version, writer: writer, turn: turn, body: body, savedAt: savedAt)
    }

    static let columns = "staff_id, complaint_id, form, version, writer, turn, body, saved_at"

    init(_ row: any SQLRow) {
        let complaint = row.integer(1)
        place = DraftPlace(staff: StaffID(row.integer(0)), complaint: complaint == 0 ? nil : ComplaintID(complaint), form: row.text(2))
        version = row.integer(3)
        writer = row.text(4)
        turn = Int(row.integer(5))
        body = row.text(6)
        savedAt = Instant(milliseconds: row.integer(7))
    }
}

/// That somebody is writing something, without a word of what.
package struct DraftSign: Hashable, Sendable {
    package let staff: StaffID
    package let form: String
    package let savedAt: Instant
}

extension Snapshot {
    package func draft(at place: DraftPlace) throws -> StoredDraft? {
        try first("SELECT \(StoredDraft.columns) FROM draft WHERE \(DraftPlace.isHere)", values: place.key) { StoredDraft($0) }
    }

    /// What somebody has in the forms of a file, or in forms about no complaint yet; the newest first.
    package func drafts(of staff: StaffID, on complaint: ComplaintID?) throws -> [StoredDraft] {
        try drafts(of: staff, on: complaint, where: "NOT \(DraftPlace.isAside)")
    }

    /// What somebody sent or threw away there, and what is kept of it for a while.
    package func draftsAside(of staff: StaffID, on complaint: ComplaintID?) throws -> [StoredDraft] {
        try drafts(of: staff, on: complaint, where: DraftPlace.isAside)
    }

    private func drafts(of staff: StaffID, on complaint: ComplaintID?, where condition: String) throws -> [StoredDraft] {
        try all(
            """
            SELECT \(StoredDraft.columns) FROM draft WHERE staff_id = ? AND complaint_id = ? AND \(condition)
            ORDER BY saved_at DESC, form
            """, .integer(staff.value), .integer(complaint?.value ?? 0)
        ) { StoredDraft($0) }
    }

    package func draftCount(of staff: StaffID) throws -> Int {
        try count("SELECT count(*) FROM draft WHERE staff_id = ? AND NOT \(DraftPlace.isAside)", .integer(staff.value))
    }

    /// What everybody has in the forms of a file, and what is kept of what was sent or thrown away there.
    package func drafts(on complaint: ComplaintID) throws -> DraftsOfFile {
        DraftsOfFile(
            all: try all(
                "SELECT \(StoredDraft.columns) FROM draft WHERE complaint_id = ? ORDER BY saved_at DESC, staff_id, form",
                .integer(complaint.value)
            ) { StoredDraft($0) })
    }
}

/// All drafts about a complaint, the newest first.
package struct DraftsOfFile: Sendable {
    fileprivate let all: [StoredDraft]

    package func inForms(of staff: StaffID) -> [StoredDraft] { all.filter { $0.place.staff == staff && !$0.place.isAside } }

    package func aside(of staff: StaffID) -> [StoredDraft] { all.filter { $0.place.staff == staff && $0.place.isAside } }

    /// Who saved one since then, without what.
    package func signs(since oldest: Instant) -> [DraftSign] {
        all.filter { $0.savedAt > oldest && !$0.place.isAside }.map {
            DraftSign(staff: $0.place.staff, form: $0.place.form, savedAt: $0.savedAt)
        }
    }
}

extension Transaction {
    /// Writes a draft in the place of the one before.
    package func keep(_ draft: StoredDraft) throws {
        try execute(
            """
            INSERT INTO draft (\(StoredDraft.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (staff_id, complaint_id, form) DO UPDATE SET version = excluded.version, writer = excluded.writer,
            turn = excluded.turn, body = excluded.body, saved_at = excluded.saved_at
            """,
            values: draft.place.key + [
                .integer(draft.version), .text(draft.writer), SQLValue(draft.turn), .text(draft.body),
                .integer(draft.savedAt.milliseconds),
            ])
    }

    package func removeDraft(at place: DraftPlace) throws {
        try execute("DELETE FROM draft WHERE \(DraftPlace.isHere)", values: place.key)
    }

    /// Takes a draft away if it is this version, or if this page saved it last: what another page saved since stays.
    package func removeDraft(at place: DraftPlace, version: Int64, or writer: String) throws {
        try execute(
            "DELETE FROM draft WHERE \(DraftPlace.isHere) AND (version = ? OR (writer = ? AND writer <> ''))",
            values: place.key + [.integer(version), .text(writer)])
    }

    package func removeDrafts(savedBefore oldest: Instant) throws {
        try execute("DELETE FROM draft WHERE saved_at < ?", .integer(oldest.milliseconds))
    }

    package func removeDraftsAside(savedBefore oldest: Instant) throws {
        try execute("DELETE FROM draft WHERE saved_at < ? AND \(DraftPlace.isAside)", .integer(oldest.milliseconds))
    }

    /// Takes away everybody's drafts about a complaint: they go when its words are erased.
    package func removeDrafts(on complaint: ComplaintID) throws {
        try execute("DELETE FROM draft WHERE complaint_id = ?", .integer(complaint.value))
    }
}
