/// Free text that a spreadsheet must not take for a formula.
enum FormulaGuard {
    /// `= + - @`, a tab or a carriage return, and the same four in full width.
    private static let starts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}"]

    /// The text, with an apostrophe before a first character that would begin a formula.
    static func guarded(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, starts.contains(first) else { return text }
        return "'" + text
    }
}
