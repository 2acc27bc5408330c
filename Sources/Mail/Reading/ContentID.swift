/// How pictures in a mail are called.
enum ContentID {
    /// What they are compared by: without brackets, percent signs decoded.
    static func key(_ bytes: some Collection<UInt8>) -> String {
        let bare = ASCII.trimmed(Array(bytes)).filter { $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
        var decoded: [UInt8] = []
        var index = 0
        while index < bare.count {
            if bare[index] == UInt8(ascii: "%"), index + 2 < bare.count, let high = digit(bare[index + 1]), let low = digit(bare[index + 2])
            {
                decoded.append(high << 4 | low)
                index += 3
            } else {
                decoded.append(bare[index])
                index += 1
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}
