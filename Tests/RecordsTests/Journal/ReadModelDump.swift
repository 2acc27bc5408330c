import Complaints
import Records

/// Every derived row as one line of text, in an order of its own: what a rebuild has to reproduce.
enum ReadModelDump {
    private static let tables: [(name: String, columns: String)] = [
        (
            "complaint",
            "id, number, sequence, head, phase, is_open, channel, received_at, registered_at, changed_at, customer_name, name_key, organisation,"
                + " customer_number, email, phone, language, opening, about, wrong, severity, is_confidential, about_staff, handler_id, outcome,"
                + " cause, next_kind, next_due_at, resolved_at, closed_at, duplicate_of, awaits_reaction, asks_reopening"
        ),
        ("promise", "complaint_id, ordinal, kind, start_at, due_at, met_at, withdrawn_at, waiting_since, procedure_version"),
        (
            "case_figures",
            "complaint_id, first_due_at, first_met_at, term_due_at, term_met_at, first_resolved_at, reopened_at, left_at, customer_group,"
                + " remedy_cents, is_satisfied"
        ),
        ("consultation", "complaint_id, ordinal, sequence, colleague_id, asked_at, due_day, contributed_at"),
        ("search_entry", "complaint_id, sequence, folded"),
        ("search_part", "part, word"),
        (
            "measure",
            "id, sequence, head, kind, phase, title, owner_id, due_day, next_day, done_day, verdict, cents, raised_at, changed_at"
        ),
        ("measure_source", "measure_id, kind, source_id"),
    ]

    static func lines(of snapshot: Snapshot) throws -> [String] {
        var lines: [String] = []
        for table in tables {
            let columns = table.columns.split(separator: ",").map { "COALESCE(CAST(\($0) AS TEXT), '∅')" }.joined(separator: " || '¦' || ")
            lines += try snapshot.all("SELECT \(columns) FROM \(table.name)") { "\(table.name): \($0.text(0))" }.sorted()
        }
        return lines
    }
}
