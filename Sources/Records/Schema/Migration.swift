import Crypto
import Foundation

/// One step of the schema: a numbered file `NNNN-a-sentence.sql`, never edited after release.
///
/// A file is SQL for both engines. Where they part, lines of their own switch: from `-- sqlite:` what follows is for SQLite only, from
/// `-- postgres:` for PostgreSQL only, from `-- both:` for both again, as at the top of the file.
package struct Migration: Hashable, Sendable {
    /// The digits before the first hyphen of the name.
    package let number: Int64
    /// The file's name without `.sql`.
    package let name: String
    package let text: String

    /// Nil when the name does not begin with a number.
    package init?(name: String, text: String) {
        guard let number = Int64(name.prefix { $0 != "-" }) else { return nil }
        self.number = number
        self.name = name
        self.text = text
    }

    /// SHA-256 of the whole file, in hexadecimal.
    package var checksum: String {
        SHA256.hash(data: Data(text.utf8)).map { String(format: "%02x", $0) }.joined()
    }

    /// Whether the read models must be derived anew after this step: a line `-- then: rebuild` says so.
    package var needsRebuild: Bool { text.utf8.split(separator: UInt8(ascii: "\n")).contains { $0.elementsEqual("-- then: rebuild".utf8) } }

    /// The part of the file that `engine` runs. Lines keep their numbers, for the engine's error messages.
    package func sql(for engine: Engine) -> String {
        var isWanted = true
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { bytes in
            let line = String(Substring(bytes))
            guard let section = Section(line: line) else { return isWanted ? line : "" }
            isWanted = section.holds(for: engine)
            return ""
        }
        return lines.joined(separator: "\n")
    }
}

/// For whom the lines after a switch are.
private enum Section {
    case both
    case only(Engine)

    /// Nil for a line that switches nothing. Blanks and a carriage return at the end do not matter.
    init?(line: String) {
        let words = line.trimmingCharacters(in: .whitespacesAndNewlines)
        if words == "-- both:" {
            self = .both
        } else if let engine = Engine.allCases.first(where: { words == "-- \($0.rawValue):" }) {
            self = .only(engine)
        } else {
            return nil
        }
    }

    func holds(for engine: Engine) -> Bool {
        switch self {
        case .both: true
        case .only(let wanted): wanted == engine
        }
    }
}
