import Records

extension JournalFinding {
    /// A finding as a command prints it: one line.
    var line: String { "\(kind.rawValue): \(complaint == 0 ? "procedure" : "complaint \(complaint)"), entry \(sequence): \(detail)" }
}
