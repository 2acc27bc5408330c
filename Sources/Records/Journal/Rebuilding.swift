import Complaints

/// The tables that are derived from the journal, dependents first.
package enum ReadModelTables {
    package static let all = ["consultation", "promise", "search_entry", "case_figures", "complaint", "measure_source", "measure"]
}

extension Transaction {
    /// Throws every derived row away and derives it anew; the number of complaints. Nothing else may run meanwhile.
    package func rebuildReadModels(progress: (Int) -> Void = { _ in }) throws -> Int {
        try snapshot.connection.clearSearch()
        for table in ReadModelTables.all { try execute("DELETE FROM \(table)") }
        let ids = try snapshot.all("SELECT DISTINCT stream_id FROM journal WHERE stream = 'complaint' ORDER BY stream_id") {
            ComplaintID($0.integer(0))
        }
        for (index, id) in ids.enumerated() {
            try rebuild(id)
            if (index + 1).isMultiple(of: 1000) { progress(index + 1) }
        }
        try rebuildMeasures()
        return ids.count
    }

    /// Replays one complaint exactly as it came to be: entry by entry.
    private func rebuild(_ id: ComplaintID) throws {
        guard let journalled = try snapshot.journalled(id) else { throw UnreadableEntry(name: "registered", key: "") }
        try insertReadModel(of: journalled.complaint, head: journalled.head)
        try keepFigures(of: journalled.complaint, journalled.history)
        try follow(journalled.history.inForce, of: journalled.complaint)
        try learnUndone(journalled.history)
    }
}
