import Foundation
import Testing

/// A Swift file of this package as the floor plan looks at it.
struct SourceFile: CustomTestStringConvertible {
    /// From the package's folder: `Sources/Records/Journal/Keys.swift`.
    let path: String
    let lines: [Substring]

    var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
    var name: String { path.split(separator: "/").last.map { String($0.dropLast(6)) } ?? "" }
    var testDescription: String { path }

    /// The modules of its import lines.
    var imports: [String] {
        lines.compactMap { line in
            let words = line.split(separator: " ")
            guard let index = words.firstIndex(of: "import"), index < 3, !line.hasPrefix(" "), !line.hasPrefix("/") else { return nil }
            let rest = words.dropFirst(index + 1).filter { !["struct", "class", "enum", "func", "protocol"].contains($0) }
            return rest.first.map { String($0.split(separator: ".")[0]) }
        }
    }

    /// The lines with what stands in string literals and comments blanked, so that braces and signs there count for nothing.
    var code: [String] {
        var inBlock = false
        return lines.map { line in
            if inBlock {
                if line.contains("\"\"\"") { inBlock = false }
                return ""
            }
            var code = ""
            var quotes = 0
            var escaped = false
            for (index, character) in zip(line.indices, line) {
                if quotes == 0, line[index...].hasPrefix("//") { break }
                if quotes == 0, line[index...].hasPrefix("\"\"\"") {
                    inBlock = true
                    break
                }
                if character == "\"", !escaped { quotes = 1 - quotes } else if quotes == 0 { code.append(character) }
                escaped = character == "\\" && !escaped
            }
            return code
        }
    }
}

enum SourceTree {
    static let root: URL = {
        // Tests/FloorPlanTests/SourceTree.swift: three steps up.
        var url = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { url.deleteLastPathComponent() }
        return url
    }()

    static let sources = files(in: "Sources")
    static let tests = files(in: "Tests")

    private static func files(in folder: String) -> [SourceFile] {
        let base = root.appendingPathComponent(folder)
        let paths = (FileManager.default.enumerator(atPath: base.path)?.allObjects ?? []).compactMap { $0 as? String }
        return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
            guard let text = try? String(contentsOf: base.appendingPathComponent(path), encoding: .utf8) else { return nil }
            var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            if lines.last == "" { lines.removeLast() }
            return SourceFile(path: "\(folder)/\(path)", lines: lines)
        }
    }
}
