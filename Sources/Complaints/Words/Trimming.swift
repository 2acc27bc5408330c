extension String {
    /// Whether there is nothing to read in it.
    package var isBlank: Bool { unicodeScalars.allSatisfy(\.isBlank) }

    /// Whether it says anything: there is a letter, a digit or a picture in it. Dashes, points and signs that nobody sees say nothing.
    package var saysSomething: Bool {
        unicodeScalars.contains {
            $0.properties.isAlphabetic || $0.properties.numericType != nil || $0.properties.generalCategory == .otherSymbol
        }
    }

    /// Without white space at both ends, and with U+FFFD for every NUL, which no store keeps faithfully.
    package var trimmed: String {
        let scalars = unicodeScalars
        var start = scalars.startIndex
        var end = scalars.endIndex
        while start < end, scalars[start].isBlank { start = scalars.index(after: start) }
        while end > start, scalars[scalars.index(before: end)].isBlank { end = scalars.index(before: end) }
        let core = String(scalars[start..<end])
        guard core.utf8.contains(0) else { return core }
        return String(String.UnicodeScalarView(core.unicodeScalars.map { $0.value == 0 ? "\u{FFFD}" : $0 }))
    }
}

extension Unicode.Scalar {
    fileprivate var isBlank: Bool { properties.isWhitespace || value == 0x200B || value == 0xFEFF }
}
