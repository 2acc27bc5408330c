import Complaints
import Records
import Rehearsal

/// Read models of many complaints, written straight into their tables: what lists cost depends on those alone. Every complaint has the
/// word `klacht`, every tenth `storing`, every hundredth `zeldzaam`.
enum LargeHouse {
    static func fill(_ complaints: Int, _ rehearsal: RehearsalOffice) async throws {
        let now = rehearsal.now.milliseconds
        try await rehearsal.records.maintenance { connection in
            try connection.transaction { tx in
                try tx.execute(rows, values: [.integer(Int64(complaints)), .integer(now), .integer(now)])
                for (id, number) in zip(1..., numbers(complaints)) {
                    try tx.execute("UPDATE complaint SET number = ? WHERE id = ?", .text(number.digits), .integer(Int64(id)))
                }
                try tx.execute(
                    "INSERT INTO promise (complaint_id, ordinal, kind, start_at, due_at) SELECT id, 1, 'resolution', received_at, received_at FROM complaint"
                )
                try tx.execute(
                    "INSERT INTO search_entry (complaint_id, sequence, folded) SELECT id, 1, ' klacht over een storing ' FROM complaint")
                let words = "'klacht' || iif(id % 10 = 0, ' storing', '') || iif(id % 100 = 0, ' zeldzaam', '') || ' ' || name_key"
                try tx.execute("INSERT INTO search_index (rowid, words) SELECT id, \(words) FROM complaint")
                for word in ["klacht", "storing", "zeldzaam", "anna", "vries"] {
                    for part in WordMatch.parts(of: word) {
                        try tx.execute("INSERT INTO search_part (part, word) VALUES (?, ?)", .text(part), .text(word))
                    }
                }
            }
        }
    }

    private static func numbers(_ count: Int) -> Set<ComplaintNumber> {
        var random = SystemRandomNumberGenerator()
        var numbers: Set<ComplaintNumber> = []
        while numbers.count < count { numbers.insert(ComplaintNumber(random: &random)) }
        return numbers
    }

    /// An hour apart, most of the newest 250 open and some of those late, whatever the size; a few confidential, one in fifty about a colleague.
    private static let rows = """
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
        INSERT INTO complaint (id, number, sequence, head, phase, is_open, channel, received_at, registered_at, changed_at, customer_name,
            name_key, email, phone, language, opening, about, wrong, severity, is_confidential, about_staff, handler_id, outcome,
            next_kind, next_due_at, resolved_at, awaits_reaction, asks_reopening)
        SELECT i, printf('x%08d', i), 1, 'x', CASE WHEN i % 4 = 0 OR i > 250 THEN 'closed' WHEN i % 4 = 1 THEN 'assigned'
                WHEN i % 4 = 2 THEN 'in-progress' ELSE 'waiting-for-customer' END, i % 4 <> 0 AND i <= 250,
            CASE i % 3 WHEN 0 THEN 'phone' WHEN 1 THEN 'email' ELSE 'web' END, ? - i * 3600000, 0, ? - i * 1800000, 'Anna de Vries',
            'anna vries', 'anna' || (i % 97) || '@voorbeeld.invalid', '+3161234' || printf('%04d', i % 97), 'nl', 'Een klacht.',
            CASE i % 5 WHEN 0 THEN 'hosting' WHEN 1 THEN 'billing' ELSE NULL END, CASE i % 5 WHEN 0 THEN 'slow' WHEN 1 THEN 'amount' END,
            CASE i % 50 WHEN 0 THEN 'critical' ELSE 'normal' END, i % 40 = 0, CASE i % 50 WHEN 7 THEN 3 END,
            CASE i % 4 WHEN 1 THEN 2 WHEN 2 THEN 3 END, CASE WHEN i % 4 = 0 OR i > 250 THEN 'upheld' END,
            CASE WHEN i % 4 <> 0 AND i <= 250 THEN 'resolution' END,
            CASE WHEN i % 4 <> 0 AND i <= 250 THEN 1795000000000 + i * 3600000 END,
            CASE WHEN i % 4 = 0 OR i > 250 THEN 1790000000000 - i * 3600000 END,
            i % 60 = 1, i % 90 = 1
        FROM n
        """
}
