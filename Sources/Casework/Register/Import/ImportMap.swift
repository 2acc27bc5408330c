package import Complaints

/// How the columns of a file from elsewhere become the fields of a complaint.
package struct ImportMap: Hashable, Sendable {
    /// What the file comes from, as a code; with a row's reference it tells whether the row was taken over before.
    package var source: String
    /// Found from the header row when nil.
    package var separator: UInt8?
    /// Whether fields may stand in quotes, as RFC 4180 has it.
    package var hasQuotes = true
    package var encoding = CSVEncoding.utf8
    /// Of times without an offset; the office's own when nil.
    package var zone: OfficeZone?
    package var dates: Set<DateFormat> = [.iso, .dayFirst]
    /// The column of a field, or several that together are the field.
    package var columns: [ImportField: [String]] = [:]
    /// What a text in the file means here; `*` is any other. Blanks and capitals don't matter.
    package var values: [ImportField: [String: String]] = [:]
    /// What a field is where its columns hold nothing.
    package var defaults: [ImportField: String] = [:]

    package init(source: String) { self.source = source }

    static let anyOther = "*"

    /// The text that a field's own text stands for.
    func translated(_ text: String, for field: ImportField) -> String {
        guard let values = values[field], !text.isEmpty else { return text }
        return values[Self.key(text)] ?? values[Self.anyOther] ?? text
    }

    static func key(_ text: String) -> String { Folding.fold(text.trimmed) }
}

/// How dates are written. Which of day and month comes first is said, never guessed.
package enum DateFormat: String, CaseIterable, Hashable, Sendable {
    /// `2024-12-31`, with or without a time and an offset.
    case iso
    /// `31-12-2024 14:05`, `31/12/2024`, `31.12.2024`, `31 dec 2024`.
    case dayFirst = "day-first"
    /// `12/31/2024 2:05 PM`, `Dec 31, 2024`.
    case monthFirst = "month-first"
    /// Seconds since 1970.
    case epoch
    case epochMilliseconds = "epoch-milliseconds"
}
