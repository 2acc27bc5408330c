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
    private let talk: Talk?
    private let lock = NSLock()
    private var isClosed = false

    /// What nodes say to one another in words, of which each hears all but its own.
    package struct Talk: Sendable {
        let opening: @Sendable () -> String
        let texts: @Sendable () -> [String]
        let farewell: @Sendable () -> String
        let hear: @Sendable (String) -> Void

        /// - Parameters:
        ///   - opening: said whenever the others can be heard (again).
        ///   - texts: what is to be said now; asked many times a second.
        ///   - farewell: said when this node leaves.
        package init(
            opening: @escaping @Sendable () -> String, texts: @escaping @Sendable () -> [String],
            farewell: @escaping @Sendable () -> String, hear: @escaping @Sendable (String) -> Void
        ) {
            (self.opening, self.texts, self.farewell, self.hear) = (opening, texts, farewell, hear)
        }
    }

    /// - Parameters:
    ///   - count: grows with every change that this node made.
    ///   - heard: another node may have changed something.
    package init(
        at address: PostgresAddress, count: @escaping @Sendable () -> Int, heard: @escaping @Sendable () -> Void, talk: Talk? = nil
    ) {
        self.address = address
        self.count = count
        self.heard = heard
        self.talk = talk
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
        if let talk, !tell(handle, talk.opening()) { return }
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
            for text in talk?.texts() ?? [] where !tell(handle, text) { return }
        }
        if isOver, let talk { _ = tell(handle, talk.farewell()) }
    }

    private func takeNews(from handle: OpaquePointer) -> Bool {
        var isNews = false
        while let news = PQnotifies(handle) {
            if news.pointee.be_pid != PQbackendPID(handle) {
                let text = news.pointee.extra.map { String(cString: $0) } ?? ""
                if text.isEmpty { isNews = true } else { talk?.hear(text) }
            }
            PQfreemem(news)
        }
        return isNews
    }

    private func say(_ handle: OpaquePointer, _ sql: String) -> Bool {
        let result = PostgresResult(PQexec(handle, sql))
        return result.status == PGRES_COMMAND_OK || result.status == PGRES_TUPLES_OK
    }

    private func tell(_ handle: OpaquePointer, _ text: String) -> Bool {
        text.withCString { text in
            var values: [UnsafePointer<CChar>?] = [text]
            let result = PostgresResult(PQexecParams(handle, "SELECT pg_notify('gehoor', $1)", 1, nil, &values, nil, nil, 0))
            return result.status == PGRES_TUPLES_OK
        }
    }
}
