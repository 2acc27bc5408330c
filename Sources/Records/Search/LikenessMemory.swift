package import Complaints
import Synchronization

/// Which complaints are like one, remembered for a minute: to look costs more than all else on a file's page, and the page is read again
/// after everything that somebody does. What a reader is shown of them is read each time, so nobody sees what has become confidential since.
package final class LikenessMemory: Sendable {
    private struct Key: Hashable {
        let complaint: ComplaintID
        let sequence: Int
        let limit: Int
    }

    private struct Entry {
        let readAt: Instant
        let candidates: [Likeness.Candidate]
    }

    private static let lifetime = 60
    private static let most = 500
    private let memory = Mutex<[Key: Entry]>([:])

    package init() {}

    /// As `Snapshot.similar`, but complaints that came in the last minute may be missing.
    package func similar(
        to complaint: Complaint, for reader: WorklistReader, limit: Int, in snapshot: Snapshot
    ) throws -> [SimilarComplaint] {
        let key = Key(complaint: complaint.id, sequence: complaint.sequence, limit: limit)
        if let entry = memory.withLock({ $0[key] }), abs(reader.now.seconds(since: entry.readAt)) < Self.lifetime {
            return try snapshot.similar(to: complaint, among: entry.candidates, for: reader, limit: limit)
        }
        let candidates = try snapshot.candidates(like: complaint, limit: limit)
        memory.withLock { memory in
            if memory.count >= Self.most { memory.removeAll() }
            memory[key] = Entry(readAt: reader.now, candidates: candidates)
        }
        return try snapshot.similar(to: complaint, among: candidates, for: reader, limit: limit)
    }
}
