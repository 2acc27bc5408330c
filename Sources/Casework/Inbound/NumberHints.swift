import Complaints

/// Numbers of complaints that somebody wrote into a mail.
enum NumberHints {
    /// Those that can be numbers (their check digit is right), in order, at most a few.
    static func numbers(in text: String) -> [ComplaintNumber] {
        var found: [ComplaintNumber] = []
        let bytes = Array(text.utf8.prefix(20_000))
        var index = 0
        while index < bytes.count, found.count < 5 {
            guard isDigit(bytes[index]), index == 0 || !isWord(bytes[index - 1]) else {
                index += 1
                continue
            }
            let end = end(of: bytes, from: index)
            if let number = ComplaintNumber(parsing: String(decoding: bytes[index..<end], as: UTF8.self)), !found.contains(number) {
                found.append(number)
            }
            index = end
        }
        return found
    }

    /// Where a number of nine digits ends, with dashes and blanks between its groups; otherwise where these digits do.
    private static func end(of bytes: [UInt8], from start: Int) -> Int {
        var digits = 0
        var index = start
        var end = start
        while index < bytes.count, index - start < 14 {
            if isDigit(bytes[index]) {
                digits += 1
                end = index + 1
            } else if bytes[index] != UInt8(ascii: "-"), bytes[index] != 0x20 {
                break
            }
            index += 1
            if digits == 9 { break }
        }
        if digits == 9, index >= bytes.count || !isDigit(bytes[index]) { return end }
        return bytes[start...].firstIndex { !isDigit($0) } ?? bytes.count
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    private static func isWord(_ byte: UInt8) -> Bool { isDigit(byte) || (65...90).contains(byte & 0xdf) || byte >= 0x80 }
}
