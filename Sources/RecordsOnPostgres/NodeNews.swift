import CLibPQ
import Foundation

/// What nodes tell each other: that something changed. On a connection and a thread of its own, which also holds this node's place in the
/// house when the server was restarted.
///
/// Not in the transactions that change something: PostgreSQL lets only one at a time commit that tells something, and so many complaints
/// could not share a sync of the disk. Whoever changed something says so within a tenth of a second; should it die before, the others look
/// anew after half a minute by themselves.
package final class NodeNews: @unchecked Sendable {
    private static let pause: Int32 = 100
    private static let longestSilence: TimeInterval = 30

    private let address: PostgresAddress
    private let count: @Sendable () -> Int
    private let heard: @Sendable () -> Void
    private let lock = NSLock()
    private var isClosed = false

    /// - Parameters:
    ///   - count: grows with every change that this node made.
    ///   - heard: another node may have changed something.
    package init(at address: PostgresAddress, count: @escaping @Sendable () -> Int, heard: @escaping @Sendable () -> Void) {
        self.address = address
        self.count = count
        self.heard = heard
        let thread = Thread { [self] in work() }
        thread.name = "gehoor-news"
        thread.start()
    }

    package func close() { lock.withLock { isClosed = true } }

    private var isOver: Bool { lock.withLock { isClosed } }

    private func work() {
        var told = count()
        while !isOver {
            guard let handle = try? PostgresLink.openHandle(address, for: .maintenance) else {
                Thread.sleep(forTimeInterval: 1)
                continue
            }
            follow(handle, &told)
            PQfinish(handle)
        }
    }

    /// Until the connection is lost, or nobody wants to know any more.
    private func follow(_ handle: OpaquePointer, _ told: inout Int) {
        guard say(handle, "SELECT pg_advisory_lock_shared(\(HousePresence.houseKey))"), say(handle, "LISTEN gehoor") else { return }
        // Whatever was said while nobody listened.
        heard()
        var last = Date()
        while !isOver, PQstatus(handle) == CONNECTION_OK {
            var place = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
            poll(&place, 1, Self.pause)
            guard PQconsumeInput(handle) == 1 else { return }
            if takeNews(from: handle) || Date().timeIntervalSince(last) > Self.longestSilence {
                last = Date()
                heard()
            }
            let now = count()
            if now != told, say(handle, "NOTIFY gehoor") { told = now }
        }
    }

    private func takeNews(from handle: OpaquePointer) -> Bool {
        var isNews = false
        while let news = PQnotifies(handle) {
            if news.pointee.be_pid != PQbackendPID(handle) { isNews = true }
            PQfreemem(news)
        }
        return isNews
    }

    private func say(_ handle: OpaquePointer, _ sql: String) -> Bool {
        let result = PostgresResult(PQexec(handle, sql))
        return result.status == PGRES_COMMAND_OK || result.status == PGRES_TUPLES_OK
    }
}
