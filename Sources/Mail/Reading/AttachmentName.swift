/// Makes what a mail calls a file into a name that every system takes and no one is fooled by.
enum AttachmentName {
    private static let limit = 120

    /// - Parameters:
    ///   - type: decides the ending when the mail gives no name at all.
    ///   - taken: names that are given already, in small letters.
    static func safe(_ said: String, type: String, number: Int, taken: inout Set<String>) -> String {
        var name = clean(said)
        if name.isEmpty { name = "bijlage-\(number)" + ending(for: type) }
        name = shortened(name, to: limit)
        var unique = name
        var count = 2
        while !taken.insert(folded(unique)).inserted {
            let (stem, ending) = split(name)
            unique = "\(stem) (\(count))\(ending)"
            count += 1
        }
        return unique
    }

    private static func clean(_ said: String) -> String {
        let line = CleanText.line(said, limit: 2_000).precomposed
        // Whichever system a path was of, only its last part names the file.
        let last = line.utf8.split(whereSeparator: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }).last.map { Array($0) } ?? []
        var bytes = last.map { Set("<>:\"|?*".utf8).contains($0) ? UInt8(ascii: "_") : $0 }
        while let first = bytes.first, first == UInt8(ascii: ".") || first == 0x20 { bytes.removeFirst() }
        while let end = bytes.last, end == UInt8(ascii: ".") || end == 0x20 { bytes.removeLast() }
        return isReserved(bytes) ? "_" + String(decoding: bytes, as: UTF8.self) : String(decoding: bytes, as: UTF8.self)
    }

    /// Names of devices on Windows, with any ending.
    private static func isReserved(_ bytes: [UInt8]) -> Bool {
        let stem = bytes.prefix { $0 != UInt8(ascii: ".") }
        if ["con", "prn", "aux", "nul"].contains(where: { ASCII.equal(stem, $0) }) { return true }
        guard stem.count == 4, let last = stem.last, ASCII.isDigit(last) else { return false }
        return ASCII.begins(stem, with: "com") || ASCII.begins(stem, with: "lpt")
    }

    /// Keeps the ending, and whole characters.
    private static func shortened(_ name: String, to limit: Int) -> String {
        guard name.utf8.count > limit else { return name }
        let (stem, ending) = split(name)
        var kept = ""
        for scalar in stem.unicodeScalars {
            guard kept.utf8.count + UTF8.width(scalar) <= limit - ending.utf8.count else { break }
            kept.unicodeScalars.append(scalar)
        }
        return kept + ending
    }

    /// An ending is short, or it is none.
    private static func split(_ name: String) -> (stem: String, ending: String) {
        let bytes = Array(name.utf8)
        guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), dot > 0, bytes.count - dot <= 16 else { return (name, "") }
        return (String(decoding: bytes[..<dot], as: UTF8.self), String(decoding: bytes[dot...], as: UTF8.self))
    }

    private static func folded(_ name: String) -> String { name.lowercased() }

    private static func ending(for type: String) -> String {
        switch type {
        case "application/pdf": ".pdf"
        case "image/png": ".png"
        case "image/jpeg", "image/jpg": ".jpg"
        case "image/gif": ".gif"
        case "image/webp": ".webp"
        case "text/plain": ".txt"
        case "text/html": ".html"
        case "text/calendar": ".ics"
        case "message/rfc822": ".eml"
        case "application/zip": ".zip"
        case "application/ms-tnef": ".dat"
        default: ".bin"
        }
    }
}
