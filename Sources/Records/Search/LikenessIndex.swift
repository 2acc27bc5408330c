package import Complaints
import Foundation
import Synchronization

/// The words that the newest complaints came with, in memory. A story has some fourteen words that may tell something, and most of them are in thousands
/// of complaints: to ask the store for each cost more than all else on a file's page.
///
/// What is found here is only proposed. Its words are looked up in the store each time, and who may know of it: so nothing is named that was
/// taken out of a text or has become confidential since.
package final class LikenessIndex: Sendable {
    private static let lifetime = 3600
    /// So many of the newest are read again for what came: on several nodes a complaint can be kept after one that was begun later.
    private static let overlap = 20

    private let kept = Mutex<Content?>(nil)
    private let reading = Mutex<Void>(())

    package init() {}

    /// Complaints that are like this one and that the reader may know of, the likest first.
    package func similar(
        to complaint: Complaint, for reader: WorklistReader, limit: Int, in snapshot: Snapshot
    ) throws -> [SimilarComplaint] {
        let words = Likeness.words(of: complaint)
        if words.isEmpty { return [] }
        try catchUp(at: reader.now, in: snapshot)
        // Enough that some may be left for a reader who may not know of all of them. Most may know of the first, and the others are not read.
        let proposed = kept.withLock { $0?.likest(words, but: complaint.id.value, limit: 4 * limit) } ?? []
        var found: [SimilarComplaint] = []
        for some in [proposed.prefix(limit + 1), proposed.dropFirst(limit + 1)].map(Array.init) where found.count < limit {
            let ids = some.map(\.id)
            try snapshot.foresee { _ = try ($0.confirmed(some), $0.rows(of: ids, for: reader)) }
            let (confirmed, rows) = (try snapshot.confirmed(some), try snapshot.rows(of: ids, for: reader))
            found += snapshot.similar(to: complaint, among: confirmed, rows, limit: limit - found.count)
        }
        return found
    }

    private func catchUp(at now: Instant, in snapshot: Snapshot) throws {
        let state = kept.withLock { kept in
            kept.map { (isStale: $0.isStale(at: now), from: $0.newest) }
        }
        guard let state else { return try reading.withLock { _ in try beginAnew(at: now, unless: { $0 != nil }, in: snapshot) } }
        if state.isStale {
            // Everybody else goes on with what there is.
            _ = try reading.withLockIfAvailable { _ in
                try beginAnew(at: now, unless: { $0?.isStale(at: now) == false }, in: snapshot)
            }
        } else {
            let lines = try snapshot.lines(from: state.from)
            kept.withLock { $0?.add(lines) }
        }
    }

    private func beginAnew(at now: Instant, unless isDone: (Content?) -> Bool, in snapshot: Snapshot) throws {
        if kept.withLock({ isDone($0) }) { return }
        var content = Content(readAt: now)
        let newest = "(SELECT id FROM complaint ORDER BY id DESC LIMIT \(Likeness.window)) AS newest"
        if let first = try snapshot.first("SELECT min(id) FROM \(newest)", as: { $0.optionalInteger(0) }) ?? nil {
            content.add(try snapshot.lines(from: first))
        }
        kept.withLock { $0 = content }
    }
}

extension LikenessIndex {
    /// What a complaint came with.
    fileprivate typealias Line = (complaint: Int64, words: String)

    fileprivate struct Content {
        let readAt: Instant
        /// As they were read.
        private(set) var complaints: [Int64] = []
        private var known: Set<Int64> = []
        /// Where in `complaints` those stand that have a word.
        private var places: [String: [Int32]] = [:]

        init(readAt: Instant) { self.readAt = readAt }

        /// From where on it is read again.
        var newest: Int64 { complaints.suffix(overlap).first ?? 0 }

        /// Also when more came than memory is meant for.
        func isStale(at now: Instant) -> Bool { abs(now.seconds(since: readAt)) >= lifetime || complaints.count > 2 * Likeness.window }

        /// Those of complaints that are not known yet.
        mutating func add(_ lines: [Line]) {
            for line in lines where known.insert(line.complaint).inserted {
                complaints.append(line.complaint)
                let place = Int32(complaints.count - 1)
                // By bytes: to find out what a reader takes for a letter takes longer than all the rest.
                for word in line.words.utf8.split(separator: 0x20).map({ String(Substring($0)) })
                where Likeness.mayTell(word) && places[word]?.last != place {
                    places[word, default: []].append(place)
                }
            }
        }

        func likest(_ words: [String], but own: Int64, limit: Int) -> [Likeness.Candidate] {
            var found: [Int32: [(word: String, weight: Double)]] = [:]
            let most = Likeness.most(of: complaints.count)
            for word in words {
                guard let places = places[word], places.count <= most else { continue }
                let weight = log(Double(complaints.count + 1) / Double(places.count))
                for place in places where complaints[Int(place)] != own { found[place, default: []].append((word, weight)) }
            }
            return found.filter { Likeness.isEnough($0.value.map(\.word)) }
                .map { (id: complaints[Int($0.key)], words: $0.value, score: $0.value.reduce(0) { $0 + $1.weight }) }
                .sorted { ($1.score, $0.id) < ($0.score, $1.id) }.prefix(limit)
                .map { found in
                    let words = found.words.sorted { ($1.weight, $0.word) < ($0.weight, $1.word) }
                    return Likeness.Candidate(id: found.id, words: words.map(\.word))
                }
        }
    }
}

extension Snapshot {
    fileprivate func lines(from first: Int64) throws -> [LikenessIndex.Line] {
        try all(
            "SELECT complaint_id, folded FROM search_entry WHERE complaint_id >= ? AND sequence = 1 ORDER BY complaint_id", .integer(first)
        ) { row in
            (row.integer(0), row.text(1))
        }
    }

    /// The candidates with those of their words that are still in their texts; without those that have too few of them left.
    fileprivate func confirmed(_ candidates: [Likeness.Candidate]) throws -> [Likeness.Candidate] {
        if candidates.isEmpty { return [] }
        var texts: [Int64: String] = [:]
        let marks = candidates.map { _ in "?" }.joined(separator: ", ")
        try each(
            "SELECT complaint_id, folded FROM search_entry WHERE complaint_id IN (\(marks)) AND sequence = 1",
            values: candidates.map { .integer($0.id) }
        ) { row in texts[row.integer(0), default: ""] += row.text(1) }
        return candidates.compactMap { candidate in
            let words = candidate.words.filter { texts[candidate.id]?.contains(" \($0) ") ?? false }
            return Likeness.isEnough(words) ? Likeness.Candidate(id: candidate.id, words: words) : nil
        }
    }
}
