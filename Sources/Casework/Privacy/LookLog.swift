package import Complaints
package import Logging
package import Records
import ServiceLifecycle
import Synchronization

/// Every look at a person's file is written down. Looks are gathered and written together, half a second later at most,
/// so that reading a file never waits for the disk.
package final class LookLog: Service {
    private struct Gathered {
        struct Glance: Hashable {
            let by: Actor.Identity
            let complaint: ComplaintID
        }

        var looks: [Look] = []
        /// Who looked at what, in the last minute: reloading a page is not another look.
        var recent: [Glance: Instant] = [:]
    }

    private let records: any Database
    private let logger: Logger
    private let gathered = Mutex(Gathered())

    package init(records: any Database, logger: Logger) {
        self.records = records
        self.logger = logger
    }

    package func note(_ actor: Actor, at complaint: ComplaintID, when instant: Instant) {
        let key = Gathered.Glance(by: actor.identity, complaint: complaint)
        gathered.withLock { gathered in
            if let last = gathered.recent[key], instant.seconds(since: last) < 60, instant >= last { return }
            if gathered.recent.count > 10_000 { gathered.recent.removeAll() }
            gathered.recent[key] = instant
            gathered.looks.append(Look(complaint: complaint, by: actor.identity, at: instant))
        }
    }

    package func run() async throws {
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .milliseconds(500)) }
            await flush()
        }
        await flush()
    }

    /// Writes what was gathered; what can't be written is kept for the next time.
    package func flush() async {
        let looks = gathered.withLock { gathered in
            defer { gathered.looks.removeAll() }
            return gathered.looks
        }
        if looks.isEmpty { return }
        do {
            try await records.write { tx in for look in looks { try tx.add(look) } }
        } catch {
            logger.warning("Looks at files could not be written down yet", metadata: ["count": "\(looks.count)", "error": "\(error)"])
            gathered.withLock { $0.looks.insert(contentsOf: looks.suffix(10_000), at: 0) }
        }
    }
}
