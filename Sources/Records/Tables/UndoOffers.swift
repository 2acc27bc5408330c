package import Complaints

/// What a member of staff did last, to be shown with a button that takes it back; and once that was pressed, what came of it. It is a
/// reminder for pages: whether it can be undone is decided by each complaint.
package struct UndoOffer: Hashable, Sendable {
    /// One complaint, by its key, its number and the entry that was made in it.
    package struct Single: Hashable, Sendable {
        package let complaint: ComplaintID
        package let number: ComplaintNumber
        package let sequence: Int

        package init(complaint: ComplaintID, number: ComplaintNumber, sequence: Int) {
            self.complaint = complaint
            self.number = number
            self.sequence = sequence
        }
    }

    /// What came of pressing the button.
    package struct Outcome: Hashable, Sendable {
        package let at: Instant
        /// How many complaints are as they were.
        package let restored: Int
        /// How the one complaint stands.
        package let phase: Phase?
        package let handler: StaffID?

        package init(at: Instant, restored: Int, phase: Phase?, handler: StaffID?) {
            self.at = at
            self.restored = restored
            self.phase = phase
            self.handler = handler
        }
    }

    package let id: Int64
    package let act: Act
    /// Nil for an act on several complaints at once.
    package let single: Single?
    package let complaints: Int
    package let skipped: Int
    /// Who was assigned or asked.
    package let colleague: StaffID?
    /// By what a second sending of the same form is known.
    package let submission: String?
    package let ends: Instant
    package var outcome: Outcome?
    /// Whether the act sends a letter once more: it is none that is ticked off.
    package fileprivate(set) var resends = false
    /// What was decided about keeping the file, where the note is that of such a decision.
    package var decision: RetentionDecision?

    package init(
        id: Int64, act: Act, single: Single? = nil, complaints: Int = 1, skipped: Int = 0, colleague: StaffID? = nil,
        submission: String? = nil, ends: Instant, outcome: Outcome? = nil
    ) {
        (self.id, self.act, self.single, self.complaints, self.skipped) = (id, act, single, complaints, skipped)
        (self.colleague, self.submission, self.ends, self.outcome) = (colleague, submission, ends, outcome)
    }
}

extension UndoOffer {
    /// Whether pages still speak of it: what was undone is told for as long as it could be.
    package func isShown(at now: Instant) -> Bool { now < (outcome?.at.adding(seconds: LastAct.seconds) ?? ends) }
}

extension Snapshot {
    /// The newest offer to this member of staff, whether or not its time has passed. One row by its key.
    package func undoOffer(to staff: StaffID) throws -> UndoOffer? {
        try first(
            """
            SELECT o.id, o.act, o.complaint_id, o.number, o.sequence, o.complaints, o.skipped, o.colleague_id, o.submission, o.ends_at,
            o.undone_at, o.restored, o.phase, o.handler_id, o.kept_through,
            (SELECT count(*) FROM letter l WHERE l.complaint_id = o.complaint_id AND l.sequence = o.sequence AND l.replaces IS NOT NULL)
            FROM undo_offer o WHERE o.staff_id = ?
            """, .integer(staff.value)
        ) { row -> UndoOffer? in
            // Words of a later program are no offer of this one.
            guard let act = Act(rawValue: row.text(1)) else { return nil }
            let number = row.optionalText(3).flatMap { ComplaintNumber(parsing: $0) }
            let single = row.optionalInteger(2).flatMap { id in
                number.map { UndoOffer.Single(complaint: ComplaintID(id), number: $0, sequence: Int(row.integer(4))) }
            }
            let outcome = row.optionalInteger(10).map { at in
                UndoOffer.Outcome(
                    at: Instant(milliseconds: at), restored: Int(row.integer(11)),
                    phase: row.optionalText(12).flatMap { Phase(rawValue: $0) },
                    handler: row.optionalInteger(13).map { StaffID($0) })
            }
            var offer = UndoOffer(
                id: row.integer(0), act: act, single: single, complaints: Int(row.integer(5)), skipped: Int(row.integer(6)),
                colleague: row.optionalInteger(7).map { StaffID($0) }, submission: row.optionalText(8),
                ends: Instant(milliseconds: row.integer(9)), outcome: outcome)
            offer.resends = act == .informed && row.integer(15) > 0
            offer.decision = row.optionalText(14).map { RetentionDecision(stored: $0) }
            return offer
        } ?? nil
    }

    /// The complaints of an act on several at once, with the entry that it made in each.
    package func undoParts(of staff: StaffID) throws -> [(complaint: ComplaintID, sequence: Int)] {
        try all("SELECT complaint_id, sequence FROM undo_part WHERE staff_id = ? ORDER BY complaint_id", .integer(staff.value)) {
            (ComplaintID($0.integer(0)), Int($0.integer(1)))
        }
    }
}

extension Transaction {
    /// Puts this in the place of what was offered before.
    ///
    /// - Parameter parts: the complaints of an act on several at once.
    package func offer(_ offer: UndoOffer, to staff: StaffID, parts: [(complaint: ComplaintID, sequence: Int)] = []) throws {
        let columns = [
            "id", "act", "complaint_id", "number", "sequence", "complaints", "skipped", "colleague_id", "submission", "ends_at",
            "undone_at",
            "restored", "phase", "handler_id", "kept_through",
        ]
        try execute(
            """
            INSERT INTO undo_offer (staff_id, \(columns.joined(separator: ", "))) VALUES (?, \(columns.map { _ in "?" }.joined(separator: ", ")))
            ON CONFLICT (staff_id) DO UPDATE SET \(columns.map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
            """,
            values: [
                .integer(staff.value), .integer(offer.id), .text(offer.act.rawValue), SQLValue(offer.single?.complaint.value),
                SQLValue(offer.single?.number.digits), SQLValue(offer.single?.sequence), SQLValue(offer.complaints),
                SQLValue(offer.skipped),
                SQLValue(offer.colleague?.value), SQLValue(offer.submission), .integer(offer.ends.milliseconds),
                SQLValue(offer.outcome?.at.milliseconds), SQLValue(offer.outcome?.restored), SQLValue(offer.outcome?.phase?.rawValue),
                SQLValue(offer.outcome?.handler?.value), SQLValue(offer.decision?.stored),
            ])
        if offer.single == nil { try replaceParts(of: staff, by: parts) }
    }

    /// Says what was decided about keeping the file, where the note of it was offered just now.
    package func noteInOffer(_ decision: RetentionDecision, to staff: StaffID, after sequence: Int, of id: ComplaintID) throws {
        try execute(
            "UPDATE undo_offer SET kept_through = ? WHERE staff_id = ? AND complaint_id = ? AND sequence = ?",
            .text(decision.stored), .integer(staff.value), .integer(id.value), SQLValue(sequence))
    }

    /// Offers this no more.
    package func withdrawOffer(_ id: Int64, to staff: StaffID) throws {
        try execute("DELETE FROM undo_offer WHERE staff_id = ? AND id = ?", .integer(staff.value), .integer(id))
    }

    /// Parts of an earlier act stay until the next act on several: nobody looks at them.
    private func replaceParts(of staff: StaffID, by parts: [(complaint: ComplaintID, sequence: Int)]) throws {
        if parts.isEmpty { return }
        try execute("DELETE FROM undo_part WHERE staff_id = ?", .integer(staff.value))
        for part in parts {
            try execute(
                "INSERT INTO undo_part (staff_id, complaint_id, sequence) VALUES (?, ?, ?)", .integer(staff.value),
                .integer(part.complaint.value), SQLValue(part.sequence))
        }
    }
}

/// As an offer holds it: the last day through which a file is kept, or a dash.
extension RetentionDecision {
    fileprivate init(stored text: String) { self = Day(iso: text).map { .keep(through: $0) } ?? .erase }
    fileprivate var stored: String { through?.iso ?? "-" }
}
