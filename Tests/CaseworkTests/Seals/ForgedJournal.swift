import Complaints
import Crypto
import Foundation
import Records

/// A complaint's journal in the hands of somebody who can write everything. Made from the format that is described, not by the program's
/// own writers: it is an opinion of its own about what makes a chain hold.
struct ForgedJournal {
    struct Entry: Equatable {
        var at: Int64
        var actor: String
        var name: String
        var body: String
        /// Words that stand outside, by slot, with the digest under which the body names them.
        var words: [String: Word] = [:]
    }

    struct Word: Equatable {
        var text: String
        var digest: String
    }

    let id: Int64
    var entries: [Entry]

    init(_ id: Int64, in snapshot: Snapshot) throws {
        self.id = id
        entries = try snapshot.all("SELECT recorded_at, actor, name, body FROM journal WHERE stream_id = ? ORDER BY sequence", .integer(id))
        {
            Entry(at: $0.integer(0), actor: $0.text(1), name: $0.text(2), body: $0.text(3))
        }
        let words = try snapshot.all("SELECT sequence, slot, body FROM passage WHERE complaint_id = ?", .integer(id)) {
            (Int($0.integer(0)), $0.text(1), $0.text(2))
        }
        for (sequence, slot, text) in words {
            let line = entries[sequence - 1].body.split(separator: "\n").first { $0.hasPrefix(slot + " ") }
            entries[sequence - 1].words[slot] = Word(text: text, digest: String(line?.dropFirst(slot.count + 1) ?? ""))
        }
    }

    /// Puts it in place of what is there: new salts, new digests, a chain that holds.
    func write(in tx: Transaction) throws {
        try erase(in: tx)
        var head: [UInt8] = []
        for (index, entry) in entries.enumerated() {
            var body = entry.body
            for (slot, word) in entry.words {
                let salt = (0..<16).map { _ in UInt8.random(in: 0...255) }
                body = body.replacing("\(slot) \(word.digest)", with: "\(slot) \(Self.hex(Self.digest(salt, word.text)))")
                try tx.execute(
                    "INSERT INTO passage (complaint_id, sequence, slot, body, salt) VALUES (?, ?, ?, ?, ?)",
                    .integer(id), SQLValue(index + 1), .text(slot), .text(word.text), .blob(salt))
            }
            head = Self.digest(head, "complaint\n\(id)\n\(index + 1)\n\(entry.at)\n\(entry.actor)\n\(entry.name)\n\(body)")
            try tx.execute(
                "INSERT INTO journal (stream, stream_id, sequence, recorded_at, actor, name, body, hash) VALUES ('complaint', ?, ?, ?, ?, ?, ?, ?)",
                .integer(id), SQLValue(index + 1), .integer(entry.at), .text(entry.actor), .text(entry.name), .text(body), .blob(head))
        }
    }

    func erase(in tx: Transaction) throws {
        try tx.execute("DELETE FROM journal WHERE stream_id = ?", .integer(id))
        try tx.execute("DELETE FROM passage WHERE complaint_id = ?", .integer(id))
    }

    /// The same history as another complaint's.
    func moved(to other: Int64) -> ForgedJournal { ForgedJournal(id: other, entries: entries) }

    private init(id: Int64, entries: [Entry]) { (self.id, self.entries) = (id, entries) }

    private static func digest(_ start: [UInt8], _ text: String) -> [UInt8] { Array(SHA256.hash(data: start + Array(text.utf8))) }
    private static func hex(_ bytes: [UInt8]) -> String { bytes.map { String(format: "%02x", $0) }.joined() }
}
