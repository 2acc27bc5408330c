import Records
import Synchronization

/// Writes that touch nothing which was there before, such as registrations: those that wait at the same time share a transaction, since
/// beginning, marking and ending one costs as much as what most of them write. Whoever makes it fail is carried out by itself, like the others.
final class SharedWrites: Sendable {
    /// One write, and how it is answered.
    struct Write: Sendable {
        /// Runs it in a transaction; how to tell the caller once that is kept.
        let attempt: @Sendable (Transaction) throws -> @Sendable () -> Void
        /// Carries it out in a transaction of its own, and tells the caller.
        let alone: @Sendable (Lane) -> Void
        let fail: @Sendable (any Error) -> Void
    }

    private struct State {
        var waiting: [Write] = []
        var working = 0
    }

    /// So many share a transaction at most, and so many such transactions are open at once: were there more, each would hold fewer.
    private static let most = 16
    private static let mostWorking = 3

    private let known: KnownWords
    private let state = Mutex(State())

    init(knowing known: KnownWords) { self.known = known }

    func add(_ write: Write) { state.withLock { $0.waiting.append(write) } }

    /// Carries out what waits, unless others do; each write that is added asks for it once.
    func work(on lane: Lane) {
        guard
            state.withLock({ state in
                guard state.working < Self.mostWorking else { return false }
                state.working += 1
                return true
            })
        else { return }
        while true {
            let writes = state.withLock { state in
                let writes = Array(state.waiting.prefix(Self.most))
                state.waiting.removeFirst(writes.count)
                // Only now: whoever adds one from here on finds room to work.
                if writes.isEmpty { state.working -= 1 }
                return writes
            }
            if writes.isEmpty { return }
            carryOut(writes, on: lane)
        }
    }

    private func carryOut(_ writes: [Write], on lane: Lane) {
        if writes.count == 1 { return writes[0].alone(lane) }
        do {
            let answers = try PostgresWrite(lane: lane, known: known) { tx in try writes.map { try $0.attempt(tx) } }.run()
            for tell in answers { tell() }
        } catch DatabaseFault.inDoubt {
            // What may have been kept is not done again.
            for write in writes { write.fail(DatabaseFault.inDoubt) }
        } catch {
            for write in writes { write.alone(lane) }
        }
    }
}
