/// A table as a move between databases carries it: row by row, in the order of its key.
package struct MovedTable: Sendable {
    package enum Kind: Sendable { case text, number, bytes }

    package let name: String
    package let columns: [(name: String, kind: Kind)]
    /// The primary key.
    package let key: [String]
    /// The part of the key that is a number and comes first in it, where an earlier move that was cut off is taken up again; nil where the
    /// table is small enough to be gone through anew.
    package let lead: String?

    /// - Parameter columns: names with blanks between them, `#` behind numbers and `!` behind bytes.
    private init(_ name: String, key: String, lead: String? = nil, _ columns: String) {
        self.name = name
        self.key = key.split(separator: " ").map(String.init)
        self.lead = lead
        self.columns = columns.split(separator: " ").map { word -> (name: String, kind: Kind) in
            switch word.last {
            case "#": return (String(word.dropLast()), .number)
            case "!": return (String(word.dropLast()), .bytes)
            default: return (String(word), .text)
            }
        }
    }

    /// What is carried, in an order in which every reference finds what it refers to.
    package static let all = [
        MovedTable(
            "staff", key: "id",
            "id# name email email_key roles password language single_keys# is_dense# is_active# skills is_mailed# team created_at# changed_at#"
        ),
        MovedTable("absence", key: "id", "id# staff_id# first_day last_day begins_at# ends_at# replacement_id#"),
        MovedTable(
            "draft", key: "staff_id complaint_id form", "staff_id# complaint_id# form version# writer turn# body saved_at#"),
        MovedTable(
            "undo_offer", key: "staff_id",
            "staff_id# id# act complaint_id# number sequence# complaints# skipped# colleague_id# submission ends_at# undone_at# restored# phase handler_id# kept_through"
        ),
        MovedTable("undo_part", key: "staff_id complaint_id", "staff_id# complaint_id# sequence#"),
        MovedTable("session", key: "digest", "digest staff_id# created_at# seen_at#"),
        MovedTable("one_time_link", key: "digest", "digest purpose staff_id# created_at# expires_at# used_at#"),
        MovedTable("api_token", key: "id", "id# name roles digest created_at# ended_at#"),
        MovedTable("idempotency", key: "token_id request_key", "token_id# request_key body_digest made_id# created_at# made"),
        MovedTable("setting", key: "kind version", "kind version# body made_at# made_by"),
        MovedTable("taken_over", key: "source reference", "source reference complaint_id#"),
        MovedTable(
            "journal", key: "stream stream_id sequence",
            "stream stream_id# sequence# recorded_at# actor name body hash!"),
        MovedTable(
            "passage", key: "complaint_id sequence slot", lead: "complaint_id", "complaint_id# sequence# slot body salt!"),
        MovedTable("theme", key: "id", "id# version# title title_key words made_at# made_by ended_at#"),
        MovedTable("theme_complaint", key: "theme_id complaint_id", "theme_id# complaint_id# added_at# added_by"),
        MovedTable("measure_passage", key: "measure_id sequence slot", "measure_id# sequence# slot body salt!"),
        MovedTable(
            "letter", key: "id", lead: "id",
            "id# complaint_id# sequence# kind language means recipient address subject body state created_at# ready_at# settled_at# true_until# replaces#"
        ),
        MovedTable(
            "letter_delivery", key: "letter_id", lead: "letter_id",
            "letter_id# state tries# next_try_at# words changed_at# earlier_state earlier_words told_by#"),
        MovedTable("report_order", key: "kind staff_id", "kind staff_id# is_on# told_through changed_at# changed_by"),
        MovedTable("digest", key: "staff_id", "staff_id# day"),
        MovedTable("retention_decision", key: "complaint_id", "complaint_id# kept_through decided_by# decided_at# erased_at#"),
        MovedTable(
            "memo", key: "id", lead: "id",
            "id# kind staff_id# address name subject body complaint_id# sequence# ordinal# state tries# next_try_at# words created_at# expires_at# is_taken# inbox_id#"
        ),
        MovedTable("renewed_token", key: "origin", "origin sealed renewed_at#"),
        MovedTable("mailbox_progress", key: "mailbox", "mailbox uid_validity# last_uid# dated_through#"),
        MovedTable(
            "inbox", key: "id", lead: "id",
            "id# source mailbox received_at# digest size# state outcome attempts# next_try_at# sender sender_name subject opening fingerprint complaint_id# sequence# settled_at# settled_by earlier_state earlier_outcome earlier_complaint_id#"
        ),
        MovedTable("inbox_original", key: "inbox_id", lead: "inbox_id", "inbox_id# bytes!"),
        MovedTable("inbox_reading", key: "inbox_id", lead: "inbox_id", "inbox_id# body"),
        MovedTable("inbox_unfetched", key: "inbox_id", lead: "inbox_id", "inbox_id# mailbox uid_validity# uid# trouble words wanted_at#"),
        MovedTable("inbox_attachment", key: "inbox_id ordinal", lead: "inbox_id", "inbox_id# ordinal# digest size# name"),
        MovedTable(
            "reminder", key: "complaint_id ordinal due_at step", lead: "complaint_id",
            "complaint_id# ordinal# due_at# step# recipients# made_at#"),
        MovedTable("follow_link", key: "digest", "digest complaint_id# created_at# expires_at# ended_at#"),
        MovedTable("follow_session", key: "digest", "digest complaint_id# created_at# seen_at#"),
        MovedTable(
            "kept_signal", key: "id",
            "id# kind subject about week found# total# usual_from# usual_to# one_in# raised_at# state words changed_at# changed_by"),
        MovedTable("judged_week", key: "week", "week received# earlier# is_fit# judged_at#"),
        MovedTable(
            "incident", key: "id",
            "id# title about first_day last_day signal_id# banner_nl banner_en banner_until changed_at# changed_by"),
        MovedTable("chart_baseline", key: "id", "id# subject first_day last_day reason set_at# set_by"),
        MovedTable("exposure", key: "unit first_day", "unit first_day last_day amount# changed_at# changed_by"),
        MovedTable("look", key: "id", lead: "id", "id# complaint_id# actor at#"),
        MovedTable("audit", key: "id", lead: "id", "id# at# actor action object origin"),
        MovedTable("seal", key: "ordinal", lead: "ordinal", "ordinal# made_at# line"),
        MovedTable("sealed", key: "complaint_id entries", lead: "complaint_id", "complaint_id# entries# ordinal#"),
    ]

    /// What stays behind: derived anew from the journal; documents, which go by their digests; files of forms that nobody sent yet; and what
    /// each database says about itself.
    package static let left = Set(ReadModelTables.all).union([
        "search_index", "search_part", "document_bytes", "staged_file", "staged_bytes", "house_key", "migration", "write_mark",
    ])
}

extension Snapshot {
    /// The next rows of a table behind a place in it; nil begins at the front.
    package func rows(of table: MovedTable, after place: [SQLValue]?, from lead: Int64?, limit: Int) throws -> [[SQLValue]] {
        let names = table.columns.map(\.name).joined(separator: ", ")
        let key = table.key.joined(separator: ", ")
        var conditions: [String] = []
        var values: [SQLValue] = []
        if let place {
            conditions.append("(\(key)) > (\(place.map { _ in "?" }.joined(separator: ", ")))")
            values += place
        } else if let column = table.lead, let lead {
            conditions.append("\(column) >= ?")
            values.append(.integer(lead))
        }
        let condition = conditions.isEmpty ? "" : " WHERE \(conditions.joined())"
        return try all("SELECT \(names) FROM \(table.name)\(condition) ORDER BY \(key) LIMIT \(limit)", values: values) { row in
            table.columns.enumerated().map { index, column in
                switch column.kind {
                case .text: SQLValue(row.optionalText(index))
                case .number: SQLValue(row.optionalInteger(index))
                case .bytes: SQLValue(row.optionalBlob(index))
                }
            }
        }
    }

    /// How far an earlier move came in this table.
    package func lastLead(of table: MovedTable) throws -> Int64? {
        guard let lead = table.lead else { return nil }
        return try first("SELECT max(\(lead)) FROM \(table.name)") { $0.optionalInteger(0) } ?? nil
    }

    package func rowCount(of table: MovedTable) throws -> Int { try count("SELECT count(*) FROM \(table.name)") }

    /// Where the chains of the next complaints end, by key.
    package func chainEnds(after id: Int64, limit: Int) throws -> [(id: Int64, end: String)] {
        try all(
            "SELECT id, sequence, head FROM complaint WHERE id > ? ORDER BY id LIMIT ?", .integer(id), SQLValue(limit)
        ) { ($0.integer(0), "\($0.integer(1)) \($0.text(2))") }
    }

    /// Whether a move into this database was begun and not finished.
    package func isMovedHalf() throws -> Bool { try keyFingerprint("moving") != nil }
}

extension Transaction {
    /// Writes rows that another database had; those that are here already stay.
    package func put(_ rows: [[SQLValue]], into table: MovedTable) throws {
        let names = table.columns.map(\.name).joined(separator: ", ")
        let marks = table.columns.map { _ in "?" }.joined(separator: ", ")
        let sql = "INSERT INTO \(table.name) (\(names)) VALUES (\(marks)) ON CONFLICT DO NOTHING"
        for row in rows { try post(sql, values: row) }
    }

    package func beginMove() throws { try note(keyFingerprint: "begun", of: "moving") }
    package func endMove() throws { try post("DELETE FROM house_key WHERE name = 'moving'") }
}
