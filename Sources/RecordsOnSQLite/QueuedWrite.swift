import Records

/// A write that waits for its turn. Whoever runs it ends with exactly one call: the answer that `run` gave, or `refuse`.
struct QueuedWrite: Sendable {
    /// Runs the caller's body; what it gives tells the caller its result.
    let run: @Sendable (Transaction) throws -> @Sendable () -> Void
    let refuse: @Sendable (any Error) -> Void

    init<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T, for caller: CheckedContinuation<T, any Error>) {
        run = { transaction in
            let result = try body(transaction)
            return { caller.resume(returning: result) }
        }
        refuse = { caller.resume(throwing: outward($0)) }
    }
}
