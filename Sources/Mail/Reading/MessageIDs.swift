/// Message ids in a header: what stands between angle brackets.
enum MessageIDs {
    static func all(in value: [UInt8], limit: Int) -> [String] {
        var ids: [String] = []
        var rest = value[...]
        while ids.count < limit, let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            guard let close = rest[open...].firstIndex(of: UInt8(ascii: ">")) else { break }
            if let id = valid(rest[(open + 1)..<close]) { ids.append(id) }
            rest = rest[(close + 1)...]
        }
        return ids
    }

    /// The one id of a header; some programs leave the brackets out.
    static func one(in value: [UInt8]) -> String? { all(in: value, limit: 1).first ?? valid(ASCII.trimmed(value)[...]) }

    private static func valid(_ id: ArraySlice<UInt8>) -> String? {
        let clean = id.filter { !ASCII.isSpace($0) }
        guard !clean.isEmpty, clean.count <= 998, clean.allSatisfy({ $0 > 0x20 && $0 != 0x7f && $0 != 60 && $0 != 62 }) else { return nil }
        return String(decoding: clean, as: UTF8.self)
    }
}
