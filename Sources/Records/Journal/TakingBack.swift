import Complaints

extension Transaction {
    /// After an undoing, what grows with each occurrence is derived anew from what holds, and nothing of what was undone is found.
    func takeBack(_ history: [RecordedOccurrence], of complaint: Complaint) throws {
        let id = SQLValue.integer(complaint.id.value)
        try execute("DELETE FROM promise WHERE complaint_id = ? AND ordinal > ?", id, SQLValue(complaint.promises.count))
        try execute("DELETE FROM consultation WHERE complaint_id = ?", id)
        let kept = history.inForce
        for one in kept { try updateConsultations(one, of: complaint.id) }
        try indexAgain(kept, of: complaint.id)
        try learnUndone(history)
    }

    /// The house knows every word that ever stood in a text, of what was undone too.
    func learnUndone(_ history: [RecordedOccurrence]) throws {
        let undoings = history.undoings
        if undoings.isEmpty { return }
        try learn(history.filter { undoings[$0.sequence] != nil }.reduce(into: Set()) { $0.formUnion($1.indexedWords) })
    }
}
