/// A store of one engine, open. Closures are synchronous: no await slips inside a transaction.
package protocol Database: Sendable {
    /// Reads committed data of one moment; never waits for a writer.
    func read<T: Sendable>(_ body: @escaping @Sendable (Snapshot) throws -> T) async throws -> T

    /// Runs `body` and returns after its commit is on disk. What `body` throws undoes its own changes only. An engine with several writers
    /// runs it once more where another was in its way: it must change nothing but through its transaction, and is kept once.
    /// A fault of the disk or of the commit may also end writes that shared the commit: nothing of those is kept, each is told.
    /// Once asked for, a write is carried out: cancelling the task does not stop it.
    func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T

    /// The same for a write that decides upon nothing which was there before, and holds at most its author's row, such as a registration: an
    /// engine where each write has a transaction of its own may let those that wait at the same time share one.
    func writeNew<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T

    /// Runs `body` alone, with no other reader or writer of this process, and no transaction open: it opens its own by
    /// `Connection.transaction`. For migrations and rebuilding.
    func maintenance<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T

    /// Copies the store as it stands at one moment into a new file, for its owner only, while others read and write. `body` reads of
    /// that very moment.
    func copy<T: Sendable>(to path: String, _ body: @escaping @Sendable (Snapshot) throws -> T) async throws -> T

    /// Ends reads and writes that run, and leaves the store as after a clean stop.
    func close() async throws

    /// What the engine is and how it keeps what was acknowledged, as it stands now.
    func health() async throws -> EngineHealth

    /// What is wrong with the store, at most 100 findings; none when it is sound. Others read and write meanwhile.
    func quickCheck() async throws -> [String]
}

extension Database {
    package func writeNew<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T { try await write(body) }
}
