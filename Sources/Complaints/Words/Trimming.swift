extension String {
    /// Whether there is nothing to read in it.
    package var isBlank: Bool { unicodeScalars.allSatisfy(\.isBlank) }

    /// Whether it says anything: there is a letter, a digit or a picture in it. Dashes, points and signs that nobody sees say nothing.
    package var saysSomething: Bool { unicodeScalars.contains { $0.isSeen && $0.saysSomething } }

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

    /// Fillers of Hangul are letters that nobody sees; a cell of braille can be without a dot, and two signs stand for what is not there.
    fileprivate var isSeen: Bool { !properties.isDefaultIgnorableCodePoint && ![0x2800, 0xFFFC, 0xFFFD].contains(value) }

    fileprivate var saysSomething: Bool {
        properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .otherSymbol
    }
}
