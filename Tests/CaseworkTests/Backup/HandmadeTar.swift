import Foundation

/// A tar archive made by hand, as nobody's program would: any name, any kind of entry, any size told.
struct HandmadeTar {
    enum Kind: UInt8 {
        case file = 0x30
        case hardLink = 0x31
        case symbolicLink = 0x32
        case device = 0x33
        case folder = 0x35
        case pipe = 0x36
    }

    private(set) var bytes = Data()

    /// - Parameter told: the size in the header, where it is another than that of `content`.
    mutating func add(_ name: String, _ content: Data = Data(), _ kind: Kind = .file, link: String = "", told: Int? = nil) {
        var header = Data(count: 512)
        func put(_ text: String, at place: Int) { for (index, byte) in text.utf8.enumerated() { header[place + index] = byte } }
        func octal(_ number: Int, _ digits: Int) -> String {
            let text = String(number, radix: 8)
            return String(repeating: "0", count: digits - text.utf8.count) + text
        }
        put(name, at: 0)
        put(octal(0o600, 7), at: 100)
        put(octal(0, 7), at: 108)
        put(octal(0, 7), at: 116)
        put(octal(told ?? content.count, 11), at: 124)
        put(octal(0, 11), at: 136)
        header[156] = kind.rawValue
        put(link, at: 157)
        put("ustar", at: 257)
        put("00", at: 263)
        put("        ", at: 148)
        put(octal(header.reduce(0) { $0 + Int($1) }, 6) + "\0 ", at: 148)
        bytes += header + content + Data(count: (512 - content.count % 512) % 512)
    }

    mutating func end() { bytes += Data(count: 1024) }
}
