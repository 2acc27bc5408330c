/// Makes text from outside fit to be shown: no control signs, nothing that turns the direction of what is around it, not too long.
enum CleanText {
    /// One line: what breaks it becomes a space.
    static func line(_ text: String, limit: Int) -> String {
        var clean = String.UnicodeScalarView()
        var length = 0
        var wasSpace = true
        for scalar in text.unicodeScalars {
            let isSpace = scalar.value <= 0x20 || scalar.value == 0x7f || scalar.value == 0x85 || (0x2028...0x2029).contains(scalar.value)
            if isSpace, wasSpace || length >= limit { continue }
            if isHidden(scalar) { continue }
            length += UTF8.width(scalar)
            guard length <= limit else { break }
            clean.append(isSpace ? " " : scalar)
            wasSpace = isSpace
        }
        if clean.last == " " { clean.removeLast() }
        return String(clean)
    }

    /// Several lines, each ended by `\n` alone; tabs stay. Bytes beyond the limit are left out.
    static func block(_ text: String, limit: Int) -> (text: String, isCut: Bool) {
        var clean = String.UnicodeScalarView()
        var length = 0
        var wasReturn = false
        for scalar in text.unicodeScalars {
            defer { wasReturn = scalar.value == 0x0d }
            if scalar.value == 0x0a, wasReturn { continue }
            let isBreak = [0x0a, 0x0d, 0x0c, 0x85, 0x2028, 0x2029].contains(scalar.value)
            let isControl = (scalar.value < 0x20 && scalar.value != 0x09) || (0x7f...0x9f).contains(scalar.value)
            if !isBreak, isControl || isHidden(scalar) { continue }
            length += UTF8.width(scalar)
            guard length <= limit else { return (String(clean), true) }
            clean.append(isBreak ? "\n" : scalar)
        }
        return (String(clean), false)
    }

    /// Controls of direction and signs without a width (joiners stay: scripts and emoji need them), C1 controls, tags, noncharacters.
    static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x80...0x84, 0x86...0x9f, 0xad, 0x61c, 0x200b, 0x200e...0x200f, 0x202a...0x202e, 0x2060...0x2069, 0xfeff, 0xfff9...0xfffb,
            0xe0000...0xe007f:
            true
        default: scalar.value & 0xfffe == 0xfffe
        }
    }
}
