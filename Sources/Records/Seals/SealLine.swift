import Complaints
import Foundation

/// How a seal is written: one way only, so that what is read is what was signed.
enum SealLine {
    private static let name = "gehoor-seal-1"
    private static let none = "-"
    private static let blank = UInt8(ascii: " ")
    /// One a day for longer than there will be days of this.
    private static let mostSeals = 1_000_000

    /// Everything before the signature.
    static func text(of seal: SealContents, key: [UInt8]) -> String {
        let moment = Date(timeIntervalSince1970: Double(seal.madeAt.milliseconds / 1000)).ISO8601Format()
        let changed = seal.changed.isEmpty ? none : seal.changed.map(\.text).joined(separator: ",")
        return [
            name, "\(seal.ordinal)", moment, "\(seal.complaints)", "\(seal.entries)", EntryHash.hex(seal.root),
            seal.previous.map(EntryHash.hex) ?? none, EntryHash.hex(key), changed,
        ].joined(separator: " ")
    }

    static func line(_ text: String, signature: [UInt8]) -> String { text + " " + EntryHash.hex(signature) }

    static func read(_ line: String) -> (SealContents, key: [UInt8], signature: [UInt8])? {
        var fields = FieldReader(line)
        guard fields.next() == name, let ordinal = fields.number(), (1...mostSeals).contains(ordinal), let madeAt = fields.moment(),
            let complaints = fields.number(), let entries = fields.number(), let root = fields.bytes(32)
        else { return nil }
        guard let previous = fields.optionalBytes(32), let key = fields.bytes(32), let changed = fields.heads(),
            let signature = fields.bytes(64), fields.isAtEnd
        else { return nil }
        let contents = SealContents(
            ordinal: ordinal, madeAt: madeAt, complaints: complaints, entries: entries, root: root, previous: previous.bytes,
            changed: changed)
        guard Array(self.line(text(of: contents, key: key), signature: signature).utf8) == Array(line.utf8) else { return nil }
        return (contents, key, signature)
    }

    /// Takes a line apart, field by field; nil when a field is not there or is none of its kind.
    private struct FieldReader {
        private var rest: ArraySlice<ArraySlice<UInt8>>

        init(_ line: String) { rest = Array(line.utf8).split(separator: blank, omittingEmptySubsequences: false)[...] }

        var isAtEnd: Bool { rest.isEmpty }

        mutating func next() -> String? { rest.popFirst().map { String(decoding: $0, as: UTF8.self) } }
        mutating func number() -> Int? { next().flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil } }
        mutating func bytes(_ count: Int) -> [UInt8]? {
            rest.popFirst().flatMap { EntryHash.bytes(ofHex: $0) }.flatMap { $0.count == count ? $0 : nil }
        }

        /// What stands for none is no fault.
        mutating func optionalBytes(_ count: Int) -> (bytes: [UInt8]?, Void)? {
            if let first = rest.first, first.elementsEqual(none.utf8) {
                rest.removeFirst()
                return (nil, ())
            }
            return bytes(count).map { ($0, ()) }
        }

        mutating func moment() -> Instant? {
            guard let date = next().flatMap({ try? Date($0, strategy: .iso8601) }) else { return nil }
            return Instant(milliseconds: Int64(date.timeIntervalSince1970) * 1000)
        }

        mutating func heads() -> [SealedHead]? {
            guard let field = rest.popFirst() else { return nil }
            if field.elementsEqual(none.utf8) { return [] }
            var heads: [SealedHead] = []
            for text in field.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
                guard let head = SealedHead(parsing: text) else { return nil }
                heads.append(head)
            }
            return heads
        }
    }
}
