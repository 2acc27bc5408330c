import Complaints

/// The proof that what is derived from one complaint's journal says what the journal says: who may see it, what is due and
/// what is found depend on these rows.
struct ReadModelProof {
    let complaint: Complaint
    let head: [UInt8]
    let history: [RecordedOccurrence]
    let snapshot: Snapshot

    private var id: SQLValue { .integer(complaint.id.value) }

    func run(into proof: inout JournalProof) throws {
        try proveRow(into: &proof)
        try compare("promise", "ordinal, kind, start_at, due_at, met_at, withdrawn_at, waiting_since, procedure_version", promises, &proof)
        try compare("consultation", "ordinal, colleague_id, due_day, contributed_at", consultations, &proof)
        try compare("case_figures", CaseFigureRow.columns.joined(separator: ", "), [figures], &proof)
        try compare("search_entry", "sequence, folded", words, &proof)
    }

    private func proveRow(into proof: inout JournalProof) throws {
        let expected = ComplaintRow(complaint, head: head).values
        let rows = try rows("SELECT \(ComplaintRow.columns.joined(separator: ", ")) FROM complaint WHERE id = ?", like: [expected])
        guard let row = rows.first else { return proof.note(.head, complaint.id.value, 0, "no row for this journal") }
        for (column, (found, expected)) in zip(ComplaintRow.columns, zip(row, expected)) where found != expected {
            if column == "head" {
                proof.note(.head, complaint.id.value, complaint.sequence, "the row ends elsewhere than the chain")
            } else {
                proof.note(.readModel, complaint.id.value, complaint.sequence, column)
            }
        }
    }

    private func compare(_ table: String, _ columns: String, _ expected: [[SQLValue]], _ proof: inout JournalProof) throws {
        let found = try rows("SELECT \(columns) FROM \(table) WHERE complaint_id = ? ORDER BY 1", like: expected)
        if found != expected { proof.note(.readModel, complaint.id.value, complaint.sequence, table) }
    }

    /// Rows as values, each column read as what is expected there.
    private func rows(_ sql: String, like expected: [[SQLValue]]) throws -> [[SQLValue]] {
        var index = 0
        return try snapshot.all(sql, id) { row in
            let like = index < expected.count ? expected[index] : []
            index += 1
            return like.enumerated().map { column, value in
                if case .integer = value { return SQLValue(row.optionalInteger(column)) }
                return SQLValue(row.optionalText(column))
            }
        }
    }

    private var promises: [[SQLValue]] {
        complaint.promises.map { promise in
            [
                SQLValue(promise.ordinal), .text(promise.kind.rawValue), .integer(promise.start.milliseconds),
                .integer(promise.due.milliseconds),
                SQLValue(promise.metAt?.milliseconds), SQLValue(promise.withdrawnAt?.milliseconds),
                SQLValue(promise.isWaiting ? promise.pausedSince?.milliseconds : nil), SQLValue(promise.procedureVersion),
            ]
        }
    }

    private var figures: [SQLValue] { CaseFigureRow(CaseFigures(of: complaint, history: history)).values }

    private var consultations: [[SQLValue]] {
        complaint.consultations.map { consultation in
            [
                SQLValue(consultation.id), .integer(consultation.colleague.value), .text(consultation.due.iso),
                SQLValue(consultation.contributedAt?.milliseconds),
            ]
        }
    }

    private var words: [[SQLValue]] {
        history.filter { !$0.occurrence.event.searchable.isEmpty }.map { [SQLValue($0.sequence), .text($0.occurrence.event.indexedText)] }
    }
}
