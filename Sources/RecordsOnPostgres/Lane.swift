import Foundation
import Records
import Synchronization

/// A thread's own connection, made when it is needed and made again when it was lost.
final class Lane {
    private let address: PostgresAddress
    private let outage: Outage
    private let waits: WaitCount
    private var link: PostgresLink?

    init(_ address: PostgresAddress, _ outage: Outage, _ waits: WaitCount) {
        self.address = address
        self.outage = outage
        self.waits = waits
    }

    /// The connection; waits for a server that is away for a moment. Throws `DatabaseFault.unreachable`.
    func connected() throws -> PostgresLink {
        if let link, !link.isBroken { return link }
        close()
        var pause = 0.05
        while true {
            do {
                let opened = try PostgresLink.open(address)
                outage.ended()
                opened.waits = waits
                link = opened
                return opened
            } catch {
                // Not every thread waits out an outage anew that all know of by now.
                guard outage.isYoung() else { throw DatabaseFault.unreachable("\(error)") }
                Thread.sleep(forTimeInterval: pause * Double.random(in: 0.5...1.5))
                pause = min(1, pause * 2)
            }
        }
    }

    func close() { link = nil }
}

/// Since when the server has been away, as far as this process knows.
final class Outage: Sendable {
    /// So long, in seconds, work waits for the server to come back; it is restarted in less.
    private static let patience = Duration.seconds(15)
    private let since = Mutex<ContinuousClock.Instant?>(nil)

    /// The server can't be reached now: whether it is worth waiting for.
    func isYoung() -> Bool {
        since.withLock { since in
            let start = since ?? .now
            since = start
            return ContinuousClock.now - start < Self.patience
        }
    }

    func ended() { since.withLock { $0 = nil } }
}
