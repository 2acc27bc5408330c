import Complaints

/// Which of our languages a browser asks for (RFC 9110 §12.5.4). Dutch when it asks for neither, or does not say.
enum LanguageWanted {
    static func language(acceptLanguage header: String?) -> Language {
        var best = (language: Language.dutch, weight: 0)
        for entry in (header ?? "").utf8.prefix(500).split(separator: UInt8(ascii: ",")) {
            let parts = entry.split(separator: UInt8(ascii: ";"))
            let tag = parts.first.map { $0.filter { $0 != 0x20 && $0 != 0x09 } } ?? []
            let primary = String(decoding: tag.prefix { $0 != UInt8(ascii: "-") }, as: UTF8.self).lowercased()
            guard let language = Language(rawValue: primary) else { continue }
            let weight = parts.count > 1 ? thousandths(parts[1]) : 1_000
            if weight > best.weight { best = (language, weight) }
        }
        return best.language
    }

    /// `q=0.8` → 800; 0 for what is no weight.
    private static func thousandths(_ parameter: some Collection<UInt8>) -> Int {
        let text = parameter.filter { $0 != 0x20 && $0 != 0x09 }
        guard text.starts(with: "q=".utf8) || text.starts(with: "Q=".utf8) else { return 0 }
        let digits = text.dropFirst(2).filter { $0 != UInt8(ascii: ".") }
        guard (1...4).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return 0 }
        let padded = digits + Array(repeating: 0x30, count: 4 - digits.count)
        return min(1_000, padded.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
}
