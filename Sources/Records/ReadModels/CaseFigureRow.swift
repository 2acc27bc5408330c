import Complaints

/// What is counted of a complaint, as its row beside the complaint's own.
struct CaseFigureRow {
    static let columns = [
        "first_due_at", "first_met_at", "term_due_at", "term_met_at", "first_resolved_at", "reopened_at", "left_at", "customer_group",
        "remedy_cents", "is_satisfied",
    ]
    static let upsert = """
        INSERT INTO case_figures (complaint_id, \(columns.joined(separator: ", "))) VALUES (?\(String(repeating: ", ?", count: columns.count)))
        ON CONFLICT (complaint_id) DO UPDATE SET \(columns.map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
        """

    let values: [SQLValue]

    init(_ figures: CaseFigures) {
        values = [
            SQLValue(figures.firstContact?.due.milliseconds), SQLValue(figures.firstContact?.metAt?.milliseconds),
            SQLValue(figures.resolution?.due.milliseconds), SQLValue(figures.resolution?.metAt?.milliseconds),
            SQLValue(figures.firstResolvedAt?.milliseconds), SQLValue(figures.reopenedAt?.milliseconds),
            SQLValue(figures.leftAt?.milliseconds), .text(figures.group.rawValue), .integer(figures.remedyCents),
            SQLValue(figures.isSatisfied),
        ]
    }
}

extension Transaction {
    /// - Parameter history: all that happened to it.
    func keepFigures(of complaint: Complaint, _ history: [RecordedOccurrence]) throws {
        let row = CaseFigureRow(CaseFigures(of: complaint, history: history.inForce))
        try post(CaseFigureRow.upsert, values: [.integer(complaint.id.value)] + row.values)
    }
}
