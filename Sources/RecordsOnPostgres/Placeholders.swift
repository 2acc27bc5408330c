/// Statements are written with `?` for every value; PostgreSQL counts them: `$1`, `$2`, …
enum Placeholders {
    /// The statement as PostgreSQL takes it, and how many values it wants. A `?` in quotes or in a comment is left alone.
    static func numbered(_ sql: String) -> (sql: String, count: Int) {
        var out: [UInt8] = []
        out.reserveCapacity(sql.utf8.count + 32)
        var count = 0
        var quote: UInt8?
        var isComment = false
        var last: UInt8 = 0
        for byte in sql.utf8 {
            defer { last = byte }
            if isComment {
                isComment = byte != UInt8(ascii: "\n")
            } else if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                quote = byte
            } else if byte == UInt8(ascii: "-"), last == byte {
                isComment = true
            } else if byte == UInt8(ascii: "?") {
                count += 1
                out.append(UInt8(ascii: "$"))
                out.append(contentsOf: String(count).utf8)
                continue
            }
            out.append(byte)
        }
        return (String(decoding: out, as: UTF8.self), count)
    }
}
