import Casework
import Complaints
import Crypto
import Foundation
import Records

/// What somebody may want to have been otherwise.
enum Forgery: String, CaseIterable {
    case moment, author, text, textsExchanged, customersExchanged, document, documentsExchanged, lastCut, middleCut, neighboursExchanged,
        inserted, vanished
    case numbersExchanged, historiesExchanged
}

/// Somebody with all of the house: database, keys, and the knowledge of how chains are made. Forges something that was sealed, makes every
/// chain and table fit, and puts seals of their own in the place of the true ones.
struct Forger {
    private let key: Curve25519.Signing.PrivateKey
    private let sealed: [Int64: Int]
    private var random: SeededGenerator

    /// - Parameter sealed: how many entries of each complaint were sealed.
    init(keys folder: String, sealed: [Int64: Int], seed: UInt64) throws {
        let bytes = try Data(contentsOf: URL(filePath: folder + "/secrets/seals"))
        key = try Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
        self.sealed = sealed
        random = SeededGenerator(seed)
    }

    /// Forges one thing; the complaints it is about, none when there was nothing of the kind to forge.
    mutating func forge(_ forgery: Forgery, in tx: Transaction) throws -> [Int64] {
        var journals = try sealed.keys.sorted().shuffled(using: &random).map { try ForgedJournal($0, in: tx.snapshot) }
        let touched = try change(forgery, &journals, in: tx)
        if touched.isEmpty { return [] }
        for journal in journals where touched.contains(journal.id) { try journal.write(in: tx) }
        _ = try tx.rebuildReadModels()
        try reseal(in: tx)
        return touched
    }

    private mutating func change(_ forgery: Forgery, _ journals: inout [ForgedJournal], in tx: Transaction) throws -> [Int64] {
        switch forgery {
        case .moment, .author, .text, .document: edit(forgery, &journals)
        case .textsExchanged: exchange(&journals, \.someText)
        case .customersExchanged: exchange(&journals, \.customerText)
        case .documentsExchanged: exchange(&journals, \.documentDigest)
        case .lastCut: cut(&journals, isLast: true)
        case .middleCut: cut(&journals, isLast: false)
        case .neighboursExchanged: exchangeNeighbours(&journals)
        case .inserted: insert(&journals)
        case .vanished: try vanish(&journals, in: tx)
        case .numbersExchanged: exchangeNumbers(&journals)
        case .historiesExchanged: try exchangeHistories(&journals, in: tx)
        }
    }
}

extension Forger {
    /// Places of entries that were sealed and suit, in random order.
    private mutating func places(
        _ journals: [ForgedJournal], where suits: (ForgedJournal.Entry) -> Bool
    ) -> [(journal: Int, entry: Int)] {
        var found: [(journal: Int, entry: Int)] = []
        for (index, journal) in journals.enumerated() {
            for (place, entry) in journal.entries.enumerated().prefix(sealed[journal.id] ?? 0) where suits(entry) {
                found.append((index, place))
            }
        }
        return found.shuffled(using: &random)
    }

    private mutating func edit(_ forgery: Forgery, _ journals: inout [ForgedJournal]) -> [Int64] {
        let suitable = places(journals) { forgery == .text ? !$0.words.isEmpty : forgery == .document ? $0.documentDigest != nil : true }
        guard let (journal, place) = suitable.first else { return [] }
        var entry = journals[journal].entries[place]
        switch forgery {
        case .moment: entry.at += Int64.random(in: 1...90_000_000, using: &random)
        case .author: entry.actor = entry.actor == "staff:1" ? "staff:2" : "staff:1"
        case .document: entry.documentDigest = String(UInt64.random(in: 0 ... .max, using: &random), radix: 16).padded(to: 64)
        default:
            let slot = entry.words.keys.filter { $0 != "customer" }.sorted().randomElement(using: &random) ?? "customer"
            entry.words[slot]?.text += slot == "customer" ? "" : "\(Int.random(in: 0...9, using: &random))"
        }
        if entry == journals[journal].entries[place] { return [] }
        journals[journal].entries[place] = entry
        return [journals[journal].id]
    }

    /// Two entries get what the other said.
    private mutating func exchange(
        _ journals: inout [ForgedJournal], _ value: WritableKeyPath<ForgedJournal.Entry, String?>
    ) -> [Int64] {
        let suitable = places(journals) { $0[keyPath: value] != nil }
        guard let one = suitable.first, case let first = journals[one.journal].entries[one.entry][keyPath: value],
            let other = suitable.first(where: { journals[$0.journal].entries[$0.entry][keyPath: value] != first })
        else { return [] }
        journals[one.journal].entries[one.entry][keyPath: value] = journals[other.journal].entries[other.entry][keyPath: value]
        journals[other.journal].entries[other.entry][keyPath: value] = first
        return Set([one.journal, other.journal]).map { journals[$0].id }
    }

    /// With the last that was sealed goes what came after the seal.
    private mutating func cut(_ journals: inout [ForgedJournal], isLast: Bool) -> [Int64] {
        guard let index = journals.firstIndex(where: { (sealed[$0.id] ?? 0) > 2 }) else { return [] }
        let last = (sealed[journals[index].id] ?? 0) - 1
        let place = isLast ? last : Int.random(in: 1..<last, using: &random)
        journals[index].entries.removeSubrange(isLast ? last..<journals[index].entries.count : place..<(place + 1))
        return [journals[index].id]
    }

    private mutating func exchangeNeighbours(_ journals: inout [ForgedJournal]) -> [Int64] {
        for index in journals.indices {
            let last = sealed[journals[index].id] ?? 0
            guard last > 2 else { continue }
            let place = Int.random(in: 1..<(last - 1), using: &random)
            if journals[index].entries[place] == journals[index].entries[place + 1] { continue }
            journals[index].entries.swapAt(place, place + 1)
            return [journals[index].id]
        }
        return []
    }

    private mutating func insert(_ journals: inout [ForgedJournal]) -> [Int64] {
        guard let (journal, place) = places(journals, where: { $0.name == "noted" || $0.name == "contacted" }).first else { return [] }
        journals[journal].entries.insert(journals[journal].entries[place], at: place)
        return [journals[journal].id]
    }

    private func vanish(_ journals: inout [ForgedJournal], in tx: Transaction) throws -> [Int64] {
        let gone = journals.removeFirst()
        try gone.erase(in: tx)
        return [gone.id]
    }

    private func exchangeNumbers(_ journals: inout [ForgedJournal]) -> [Int64] {
        let first = journals[0].entries[0].number
        journals[0].entries[0].number = journals[1].entries[0].number
        journals[1].entries[0].number = first
        return [journals[0].id, journals[1].id]
    }

    private func exchangeHistories(_ journals: inout [ForgedJournal], in tx: Transaction) throws -> [Int64] {
        let (one, other) = (journals[0], journals[1])
        journals[0] = one.moved(to: other.id)
        journals[1] = other.moved(to: one.id)
        return [one.id, other.id]
    }

    /// Seals of the same days and numbers, by the true key, over what was forged.
    private func reseal(in tx: Transaction) throws {
        let genuine = try tx.snapshot.sealRecord()
        try tx.execute("DELETE FROM sealed")
        try tx.execute("DELETE FROM seal")
        var previous: [UInt8]?
        var state: [String: SealedHead] = [:]
        for ordinal in genuine.ordinals {
            guard let old = genuine.seals[ordinal]?.contents else { continue }
            let changed = try old.changed.compactMap { try head(of: $0, in: tx.snapshot) }
            for head in changed { state[head.number.digits] = head }
            var root = MerkleRoot()
            for digits in state.keys.sorted() { root.add(state[digits]?.text ?? "") }
            let contents = SealContents(
                ordinal: ordinal, madeAt: old.madeAt, complaints: state.count, entries: state.values.reduce(0) { $0 + $1.entries },
                root: root.hash, previous: previous, changed: changed)
            let seal = try Seal(contents, signedBy: key)
            previous = seal.digest
            try tx.add(seal)
        }
    }

    /// What the seal would have said of this complaint.
    private func head(of sealed: SealedHead, in snapshot: Snapshot) throws -> SealedHead? {
        try snapshot.first(
            """
            SELECT j.sequence, j.hash FROM journal j JOIN complaint c ON c.id = j.stream_id
            WHERE c.number = ? AND j.sequence <= ? ORDER BY j.sequence DESC LIMIT 1
            """, .text(sealed.number.digits), SQLValue(sealed.entries)
        ) { SealedHead(number: sealed.number, entries: Int($0.integer(0)), head: $0.blob(1)) }
    }
}

extension ForgedJournal.Entry {
    /// The value of a line of the body.
    private func value(_ key: String) -> String? {
        body.split(separator: "\n").first { $0.hasPrefix(key + " ") }.map { String($0.dropFirst(key.count + 1)) }
    }

    private mutating func set(_ key: String, _ new: String) {
        guard let old = value(key) else { return }
        body = body.replacing("\(key) \(old)\n", with: "\(key) \(new)\n")
    }

    var documentDigest: String? {
        get { name == "attached" ? value("digest") : nil }
        set { if let newValue { set("digest", newValue) } }
    }

    /// The words of a note, a letter and the like, or the story.
    var someText: String? {
        get { (words["text"] ?? words["story"])?.text }
        set { words[words["text"] == nil ? "story" : "text"]?.text = newValue ?? "" }
    }

    var customerText: String? {
        get { words["customer"]?.text }
        set { words["customer"]?.text = newValue ?? "" }
    }

    var number: String {
        get { value("number") ?? "" }
        set { set("number", newValue) }
    }
}

extension String {
    fileprivate func padded(to count: Int) -> String { String(repeating: "0", count: count - self.count) + self }
}
