/// Text from outside, made fit for one line of a log: it cannot end the line, colour the terminal or turn the reading direction.
package enum LogText {
    /// Control, format and separator characters as `\u{…}`, backslashes doubled, and no more than `limit` scalars.
    package static func safe(_ text: String, limit: Int = 1_000) -> String {
        var line = ""
        var rest = text.unicodeScalars.makeIterator()
        for _ in 0..<limit {
            guard let scalar = rest.next() else { return line }
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
                line += "\\u{\(String(scalar.value, radix: 16))}"
            default:
                if scalar == "\\" { line += "\\\\" } else { line.unicodeScalars.append(scalar) }
            }
        }
        return rest.next() == nil ? line : line + "…"
    }
}
