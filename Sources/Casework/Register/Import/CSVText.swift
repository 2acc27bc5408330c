/// How the bytes of a file are letters.
package enum CSVEncoding: String, CaseIterable, Hashable, Sendable {
    case utf8 = "utf-8"
    /// UTF-8 where that is what it is, Windows-1252 elsewhere.
    case windows1252 = "windows-1252"

    /// The text of a field; nil when its bytes are no letters.
    func text(of bytes: [UInt8]) -> String? {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        return self == .windows1252 ? Windows1252.text(of: bytes) : nil
    }
}

/// The code page of Windows in western Europe: Latin-1 but for 32 places.
private enum Windows1252 {
    /// 0x80 to 0x9F; 0 where nothing stands.
    private static let table: [UInt32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ]

    static func text(of bytes: [UInt8]) -> String? {
        var scalars = String.UnicodeScalarView()
        for byte in bytes {
            guard (0x80...0x9F).contains(byte) else {
                scalars.append(Unicode.Scalar(byte))
                continue
            }
            guard let scalar = Unicode.Scalar(table[Int(byte) - 0x80]), scalar.value != 0 else { return nil }
            scalars.append(scalar)
        }
        return String(scalars)
    }
}
