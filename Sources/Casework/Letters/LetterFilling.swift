import Complaints

/// The values that go into a letter, each under the place of its tag. A value without anything to read counts as missing.
struct LetterFilling {
    /// All tags there may be, each in its place: fewer than 64.
    static let tags = LetterTag.allCases

    /// By the place of their tags; empty where there is none.
    let values: [[UInt8]]
    /// The places of tags that have a value, a bit for each.
    let present: UInt64

    init(_ values: [LetterTag: String]) {
        self.values = Self.tags.map { tag in
            guard let value = values[tag], !value.isBlank else { return [] }
            return Array(value.utf8)
        }
        present = self.values.enumerated().reduce(0) { $1.element.isEmpty ? $0 : $0 | 1 << UInt64($1.offset) }
    }
}
