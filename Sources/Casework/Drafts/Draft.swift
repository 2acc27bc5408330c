package import Complaints
import Foundation
package import Records

/// One field of a form as it was typed.
package struct DraftField: Hashable, Sendable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// What somebody typed in a form and did not send.
package struct Draft: Hashable, Sendable {
    package let place: DraftPlace
    package let fields: [DraftField]
    package let mark: DraftMark
    package let savedAt: Instant

    /// The first value of this field; nil when the form did not hold it.
    package subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

    package init?(_ stored: StoredDraft) {
        guard let pairs = try? JSONDecoder().decode([[String]].self, from: Data(stored.body.utf8)) else { return nil }
        place = stored.place
        fields = pairs.compactMap { $0.count == 2 ? DraftField($0[0], $0[1]) : nil }
        mark = DraftMark(version: stored.version, writer: stored.writer, turn: stored.turn)
        savedAt = stored.savedAt
    }

    /// JSON, in which every character that a form can hold can stand.
    static func body(of fields: [DraftField]) throws -> String {
        String(decoding: try JSONEncoder().encode(fields.map { [$0.name, $0.value] }), as: UTF8.self)
    }
}

/// Where a page stands with a draft: the version it began from, a name of its own, how often it saved. Forms carry it as
/// `VERSION.NAME.TURN`; a page without a script knows the version only.
package struct DraftMark: Hashable, Sendable {
    /// 0 where there was no draft.
    package var version: Int64
    /// Empty for a page without a script.
    package var writer: String
    package var turn: Int

    package init(version: Int64 = 0, writer: String = "", turn: Int = 0) {
        (self.version, self.writer, self.turn) = (version, writer, turn)
    }

    /// What a form carries; where it makes no sense, as if there was nothing.
    package init(parsing text: String) {
        let parts = text.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
        let name = parts.count > 1 ? parts[1].utf8.prefix(32).filter { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) } : []
        self.init(
            version: max(0, parts.first.flatMap { Int64($0) } ?? 0), writer: String(decoding: name, as: UTF8.self),
            turn: !name.isEmpty && parts.count > 2 ? max(0, Int(parts[2]) ?? 0) : 0)
    }

    package var text: String { writer.isEmpty ? "\(version)" : "\(version).\(writer).\(turn)" }
}
