import Dispatch
import Synchronization

/// Hashes passwords one at a time, on a thread of its own: each takes 64 MiB, and none may hold up the threads that serve.
package final class PasswordHashing: Sendable {
    private let queue = DispatchQueue(label: "gehoor.passwords", qos: .utility)
    private let cost: PasswordCost
    private let decoy: PasswordHash
    private let tally = Mutex(Tally())
    /// So many may wait; who comes then hears when to come again.
    private static let mostWaiting = 16

    private struct Tally {
        var waiting = 0
        var done = 0
    }

    package init(cost: PasswordCost = .house) {
        self.cost = cost
        decoy = PasswordHash(decoyOf: cost)
    }

    /// Hashes computed so far, verifications included.
    package var count: Int { tally.withLock { $0.done } }

    /// The encoded hash of a password that somebody chose.
    func encodedHash(of password: Password) async throws -> String {
        try await inTurn { [cost] in try PasswordHash(of: password, cost: cost).encoded }
    }

    /// Whether the password is the one of `encoded`. Without one, or with one that can't be read, the answer is no after the same time.
    func verify(_ password: Password, against encoded: String?) async throws -> Bool {
        let known = encoded.flatMap(PasswordHash.init(encoded:))
        return try await inTurn { [decoy] in try (known ?? decoy).isHash(of: password) && known != nil }
    }

    private func inTurn<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        let isAdmitted = tally.withLock { tally in
            guard tally.waiting < Self.mostWaiting else { return false }
            tally.waiting += 1
            return true
        }
        guard isAdmitted else { throw AccountRefusal.throttled(seconds: Self.mostWaiting / 2) }
        return try await withCheckedThrowingContinuation { caller in
            queue.async { [self] in
                let result = Result { try work() }
                tally.withLock { $0 = Tally(waiting: $0.waiting - 1, done: $0.done + 1) }
                caller.resume(with: result)
            }
        }
    }
}
