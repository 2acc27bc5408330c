import Foundation

/// Bytes in some charset, to text. What can't be read becomes U+FFFD; nothing fails.
enum Charset {
    /// - Parameter label: as the mail says; nil when it says nothing.
    static func decode(_ bytes: [UInt8], label: String?) -> (text: String, isUnknown: Bool) {
        let name = label.map { String(decoding: ASCII.lowercased(ASCII.trimmed(Array($0.utf8))).prefix(40), as: UTF8.self) } ?? ""
        switch name {
        case "", "us-ascii", "ascii", "utf-8", "utf8", "unknown-8bit", "default", "8bit", "binary", "unknown":
            return (guess(bytes), false)
        default: break
        }
        guard let known = known(name) else { return (guess(bytes), true) }
        return (convert(bytes, from: known) ?? guess(bytes), false)
    }

    /// UTF-8 when it is, otherwise the charset of old Windows machines here.
    private static func guess(_ bytes: [UInt8]) -> String {
        let body = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? Array(bytes.dropFirst(3)) : bytes
        if let text = String(validating: body, as: UTF8.self) { return text }
        // Mostly UTF-8 with a cut or broken place stays UTF-8.
        let repaired = String(decoding: body, as: UTF8.self)
        let broken = repaired.unicodeScalars.count { $0.value == 0xfffd }
        let foreign = repaired.unicodeScalars.count { $0.value >= 0x80 && $0.value != 0xfffd }
        return foreign > broken ? repaired : convert(body, from: "WINDOWS-1252") ?? repaired
    }

    /// Only names on this list reach iconv, under the names that it knows them by; the web reads Latin-1 as Windows-1252, and so do we.
    private static func known(_ name: String) -> String? {
        switch name {
        case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "windows-1252", "cp1252", "cp-1252", "ansi_x3.4-1968":
            "WINDOWS-1252"
        case "gb2312", "gbk", "gb18030", "x-gbk", "cp936", "gb_2312-80": "GB18030"
        case "ks_c_5601-1987", "euc-kr", "cp949", "ks_c_5601", "korean": "CP949"
        case "shift_jis", "shift-jis", "sjis", "x-sjis", "cp932", "windows-31j", "ms_kanji": "CP932"
        case "big5", "big-5", "cp950", "x-x-big5": "CP950"
        case "tis-620", "windows-874", "iso-8859-11": "CP874"
        case "utf-16", "utf-16le", "utf-16be", "utf-32", "utf-32le", "utf-32be", "utf-7", "euc-jp", "iso-2022-jp", "iso-2022-kr", "koi8-r",
            "koi8-u", "macintosh", "big5-hkscs", "viscii", "hz-gb-2312":
            name == "hz-gb-2312" ? "HZ" : String(decoding: name.utf8.map { ($0 >= 97 && $0 <= 122) ? $0 - 32 : $0 }, as: UTF8.self)
        default: numbered(name)
        }
    }

    /// `iso-8859-15`, `windows-1250`, `cp850` and their like.
    private static func numbered(_ name: String) -> String? {
        for (prefix, target, allowed) in [
            ("iso-8859-", "ISO-8859-", Set(2...16)), ("iso8859-", "ISO-8859-", Set(2...16)), ("windows-", "WINDOWS-", Set(1250...1258)),
            ("cp", "CP", Set([437, 850, 852, 855, 858, 866]).union(1250...1258)), ("ibm", "CP", Set([437, 850, 852, 855, 858, 866])),
        ] where name.utf8.starts(with: prefix.utf8) {
            if let number = Int(name.dropFirst(prefix.count)), allowed.contains(number) { return "\(target)\(number)" }
        }
        return nil
    }

    private static func convert(_ bytes: [UInt8], from name: String) -> String? {
        guard let converter = iconv_open("UTF-8", name), Int(bitPattern: converter) != -1 else { return nil }
        defer { iconv_close(converter) }
        var source = bytes.map { CChar(bitPattern: $0) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 8)
        var piece = [CChar](repeating: 0, count: 1 << 14)
        source.withUnsafeMutableBufferPointer { input in
            var from = input.baseAddress
            var left = input.count
            while left > 0 {
                let failed = piece.withUnsafeMutableBufferPointer { room in
                    var to = room.baseAddress
                    var space = room.count
                    let result = iconv(converter, &from, &left, &to, &space)
                    output.append(contentsOf: room[..<(room.count - space)].lazy.map { UInt8(bitPattern: $0) })
                    return Int(result) == -1 ? errno : 0
                }
                if failed == E2BIG || failed == 0 { continue }
                output.append(contentsOf: [0xef, 0xbf, 0xbd])
                if failed == EINVAL { break }
                from = from?.advanced(by: 1)
                left -= 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
