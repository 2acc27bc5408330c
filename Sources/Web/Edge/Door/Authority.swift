/// `host[:port]` as in a Host header, read strictly: letters, digits, dots and hyphens, or an IPv6 address in brackets.
struct Authority: Equatable {
    /// In lower case.
    let host: String
    let port: Int?

    init?(_ bytes: some Collection<UInt8>) {
        let bytes = Array(bytes)
        guard !bytes.isEmpty, bytes.count <= 260 else { return nil }
        let hostEnd: Int
        if bytes.first == UInt8(ascii: "[") {
            guard let close = bytes.firstIndex(of: UInt8(ascii: "]")), close > 1, bytes[1..<close].allSatisfy(Self.isAddressByte) else {
                return nil
            }
            hostEnd = close + 1
        } else {
            hostEnd = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.endIndex
            guard hostEnd > 0, bytes[..<hostEnd].allSatisfy(Self.isNameByte) else { return nil }
        }
        let rest = bytes[hostEnd...]
        if rest.isEmpty {
            port = nil
        } else {
            guard rest.first == UInt8(ascii: ":"), let number = Self.portNumber(rest.dropFirst()) else { return nil }
            port = number
        }
        host = String(decoding: bytes[..<hostEnd], as: UTF8.self).lowercased()
    }

    private static func portNumber(_ digits: ArraySlice<UInt8>) -> Int? {
        guard (1...5).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return (1...65_535).contains(number) ? number : nil
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
    }

    private static func isAddressByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66, UInt8(ascii: ":"), UInt8(ascii: "."): true
        default: false
        }
    }
}
