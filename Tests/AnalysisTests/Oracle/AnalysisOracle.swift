import FoundationEssentials
import Testing

/// What `Tests/Oracles/analysis.py` and `analysis.R` worked out by themselves: scipy, statsmodels, shewhart, survival, spc, surveillance.
enum AnalysisOracle {
    static let path = ProcessInfo.processInfo.environment["GEHOOR_ORACLE_ANALYSIS"]
    static let advice: Comment = "set GEHOOR_ORACLE_ANALYSIS to the file that Tests/Oracles/analysis.py and analysis.R make"

    /// A case's lists of numbers; nil where there is none.
    typealias Case = [[Double?]]

    /// Goes through all cases of a kind, at least 1,000, and says how many differ.
    static func compare(_ kind: String, lists: Int, _ isRight: (Case) throws -> Bool) throws {
        let lines = try #require(byKind[kind], "no case of the kind \(kind)")
        #expect(lines.count >= 1000)
        var wrong: [String] = []
        for line in lines {
            let found = parse(line)
            try #require(found.count == lists, "\(line)")
            if (try? isRight(found)) != true { wrong.append(line) }
        }
        #expect(wrong.isEmpty, "\(wrong.count) of \(lines.count) differ, the first: \(wrong.first ?? "")")
    }

    private static let byKind: [String: [String]] = {
        guard let path, let data = try? Data(contentsOf: URL(filePath: path)) else { return [:] }
        var found: [String: [String]] = [:]
        for line in data.split(separator: UInt8(ascii: "\n")) {
            guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { continue }
            found[String(decoding: line[..<tab], as: UTF8.self), default: []].append(String(decoding: line[(tab + 1)...], as: UTF8.self))
        }
        return found
    }()

    private static func parse(_ line: String) -> Case {
        line.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map { list in
            list.split(separator: UInt8(ascii: " ")).map { Double(Substring($0)) }
        }
    }
}

extension [Double?] {
    /// All of them; a missing one is a fault of the file.
    var all: [Double] { compactMap { $0 } }
    var counts: [Int] { compactMap { $0.map { Int($0) } } }
}
