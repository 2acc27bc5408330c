import Complaints

extension Snapshot {
    /// Proves every measure: its chain, its words, its rows.
    func proveMeasures(into proof: inout JournalProof) throws {
        for id in try measureIDs() { try proveMeasure(id, into: &proof) }
        try proveNoStrays(.ofMeasures, into: &proof)
        let rows = try all(
            "SELECT id FROM measure WHERE id NOT IN (SELECT stream_id FROM journal WHERE stream = 'measure')", as: { $0.integer(0) })
        for id in rows { proof.note(.head, id, 0, "a measure without a journal") }
    }

    private func proveMeasure(_ id: MeasureID, into proof: inout JournalProof) throws {
        let stream = try storedStream(StreamWords.ofMeasures.stream, id.value)
        stream.proveChain(as: id.value, into: &proof)
        try proveWords(.ofMeasures, of: stream, into: &proof)
        do {
            guard let measure = Measure(id: id, history: try measureHistory(stream)) else {
                return proof.note(.unreadable, id.value, 1, "a measure without a beginning")
            }
            try proveRows(of: measure, head: stream.entries.last?.hash ?? [], into: &proof)
        } catch let error as UnreadableEntry {
            proof.note(.unreadable, id.value, 0, "measure: \(error.name) \(error.key)")
        }
    }

    private func proveRows(of measure: Measure, head: [UInt8], into proof: inout JournalProof) throws {
        let expected = MeasureRow.values(measure, head: head)
        let names = MeasureRow.columns.joined(separator: ", ")
        let found = try first("SELECT \(names) FROM measure WHERE id = ?", .integer(measure.id.value)) { row in
            expected.enumerated().map { column, value in
                if case .integer = value { return SQLValue(row.optionalInteger(column)) }
                // A number that isn't there reads as nothing in either way.
                return SQLValue(row.optionalText(column))
            }
        }
        guard let found else { return proof.note(.head, measure.id.value, 0, "no row for this measure") }
        for (column, (has, ought)) in zip(MeasureRow.columns, zip(found, expected)) where has != ought {
            proof.note(column == "head" ? .head : .readModel, measure.id.value, measure.sequence, "measure: \(column)")
        }
        let sources = try all(
            "SELECT kind, source_id FROM measure_source WHERE measure_id = ?", .integer(measure.id.value)
        ) { "\($0.text(0)) \($0.integer(1))" }
        if Set(sources) != Set(measure.sources.map { "\($0.kind.rawValue) \($0.id)" }) {
            proof.note(.readModel, measure.id.value, measure.sequence, "measure: sources")
        }
    }
}
