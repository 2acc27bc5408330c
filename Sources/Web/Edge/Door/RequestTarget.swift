/// Whether a request's target is one that our own pages could have linked to, judged on its bytes before any router sees it.
enum RequestTarget {
    enum Fault: Equatable {
        case tooLong, malformed
    }

    /// The longest target, query included.
    static let longest = 8_192

    /// Only an absolute path in visible ASCII, with well-formed escapes, no NUL, no empty or dot segments and no escaped slash or
    /// backslash: those only serve to say one thing to us and another to a proxy or a file system. The query is free: people type there.
    static func fault(in target: String) -> Fault? {
        let bytes = Array(target.utf8)
        guard bytes.count <= longest else { return .tooLong }
        guard bytes.first == UInt8(ascii: "/"), bytes.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "#") }) else {
            return .malformed
        }
        let path = bytes.prefix { $0 != UInt8(ascii: "?") }
        let segments = path.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        for (index, segment) in segments.enumerated() {
            guard let name = PercentEncoding.decode(segment), !name.contains(where: isTreacherous) else { return .malformed }
            if name == [UInt8(ascii: ".")] || name == [UInt8(ascii: "."), UInt8(ascii: ".")] { return .malformed }
            if name.isEmpty && index < segments.count - 1 { return .malformed }
        }
        return nil
    }

    private static func isTreacherous(_ byte: UInt8) -> Bool {
        byte == 0 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
    }
}
