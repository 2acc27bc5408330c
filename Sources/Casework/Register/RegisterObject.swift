import Complaints
import Foundation
import Records

/// A complaint as an object on a line: the columns of the register, its documents, and everything that happened.
struct RegisterObject: Encodable {
    private struct Entry: Encodable {
        let sequence: Int
        let at: String
        let by: String
        let event: String
        /// What the journal says, key by key.
        let facts: [String: [String]]
        /// What people wrote, by the slot whose digest stands among the facts.
        let words: [String: String]
    }

    private struct Attachment: Encodable {
        let name: String?
        let size: Int
        let sha256: String
    }

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private let values: [(name: String, text: String)]
    private let documents: [Attachment]
    private let history: [Entry]

    init(_ row: RegisterRow, history: [JournalText]) {
        values = RegisterColumn.all.compactMap { column in column.text(row).map { (column.name, $0) } }
        documents = row.complaint.documents.map { Attachment(name: $0.name.text, size: $0.size, sha256: $0.digest) }
        self.history = history.map { entry in
            Entry(
                sequence: entry.sequence, at: MachineTime.text(entry.at, row.zone), by: entry.actor, event: entry.name,
                facts: Dictionary(grouping: entry.lines, by: \.key).mapValues { $0.map(\.value) }, words: entry.words)
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        for value in values { try container.encode(value.text, forKey: Name(stringValue: value.name)) }
        try container.encode(documents, forKey: Name(stringValue: "documents"))
        try container.encode(history, forKey: Name(stringValue: "history"))
    }

    /// The object and the end of its line; keys are sorted, so that the same complaint always gives the same bytes.
    func line() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self) + Data([0x0A])
    }
}
