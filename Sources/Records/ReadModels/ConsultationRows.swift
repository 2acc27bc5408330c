package import Complaints

/// A contribution that was asked, as the colleague's desk lists it.
package struct ConsultationRow: Hashable, Sendable {
    package let complaintID: ComplaintID
    package let number: ComplaintNumber
    package let consultation: Int
    package let due: Day
    package let askedAt: Instant
    package let question: String?
}

extension Transaction {
    /// Keeps the list of what is asked of whom in step with what happened.
    func updateConsultations(_ recorded: RecordedOccurrence, of id: ComplaintID) throws {
        switch recorded.occurrence.event {
        case .consulted(let consultation):
            try post(
                "INSERT INTO consultation (complaint_id, ordinal, sequence, colleague_id, asked_at, due_day) VALUES (?, ?, ?, ?, ?, ?)",
                .integer(id.value), SQLValue(consultation.id), SQLValue(recorded.sequence), .integer(consultation.colleague.value),
                .integer(recorded.at.milliseconds), .text(consultation.due.iso))
        case .contributed(let ordinal, _):
            try post(
                "UPDATE consultation SET contributed_at = ? WHERE complaint_id = ? AND ordinal = ?",
                .integer(recorded.at.milliseconds), .integer(id.value), SQLValue(ordinal))
        default: break
        }
    }
}

extension Snapshot {
    /// What is asked of a colleague and not answered yet, most urgent first. Never about a file that is about the colleague.
    package func openConsultations(of staff: StaffID) throws -> [ConsultationRow] {
        try all(
            """
            SELECT c.complaint_id, k.number, c.ordinal, c.due_day, c.asked_at, p.body
            FROM consultation c JOIN complaint k ON k.id = c.complaint_id
            LEFT JOIN passage p ON p.complaint_id = c.complaint_id AND p.sequence = c.sequence AND p.slot = 'question'
            WHERE c.colleague_id = ? AND c.contributed_at IS NULL AND (k.about_staff IS NULL OR k.about_staff <> ?)
            ORDER BY c.due_day, c.asked_at, c.ordinal LIMIT 200
            """,
            .integer(staff.value), .integer(staff.value)
        ) { row in
            guard let number = ComplaintNumber(parsing: row.text(1)), let due = Day(iso: row.text(3)) else {
                throw UnreadableEntry(name: "consulted", key: "due")
            }
            return ConsultationRow(
                complaintID: ComplaintID(row.integer(0)), number: number, consultation: Int(row.integer(2)), due: due,
                askedAt: Instant(milliseconds: row.integer(4)), question: row.optionalText(5))
        }
    }

    package func openConsultationCount(of staff: StaffID) throws -> Int {
        try count(
            """
            SELECT count(*) FROM consultation c JOIN complaint k ON k.id = c.complaint_id
            WHERE c.colleague_id = ? AND c.contributed_at IS NULL AND (k.about_staff IS NULL OR k.about_staff <> ?)
            """,
            .integer(staff.value), .integer(staff.value))
    }
}
