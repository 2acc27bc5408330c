import Foundation
import Records
import RecordsOnPostgres
import Rehearsal
import Synchronization
import Testing

/// What nodes tell each other.
@Suite(.enabled(if: PostgresForTests.ofThisRun != nil)) struct NodeNewsTests {
    /// A node that changes something when it is told to, and counts what it hears of others.
    private final class Node: Sendable {
        private let own = Atomic<Int>(0)
        private let others = Atomic<Int>(0)
        private let news = Mutex<NodeNews?>(nil)

        var heard: Int { others.load(ordering: .acquiring) }

        init(_ address: PostgresAddress) {
            let news = NodeNews(
                at: address, count: { [weak self] in self?.own.load(ordering: .acquiring) ?? 0 },
                heard: { [weak self] in self?.others.wrappingAdd(1, ordering: .releasing) })
            self.news.withLock { $0 = news }
        }

        func change() { own.wrappingAdd(1, ordering: .releasing) }
        func leave() { news.withLock { $0?.close() } }

        /// Waits until it heard as often.
        func hears(_ count: Int) async -> Bool {
            for _ in 0..<300 where heard < count { try? await Task.sleep(for: .milliseconds(50)) }
            return heard >= count
        }
    }

    /// Three nodes that listen: each hears once that it may have missed something before.
    private func withNodes(_ body: (PostgresAddress, [Node]) async throws -> Void) async throws {
        guard let server = PostgresForTests.ofThisRun else { return }
        let address = try await server.make(withSchema: false)
        let nodes = (0..<3).map { _ in Node(address) }
        for node in nodes { #expect(await node.hears(1)) }
        try await body(address, nodes)
        for node in nodes { node.leave() }
        await server.remove(address)
    }

    @Test func `a change is heard by every other node, and not by the one that made it`() async throws {
        try await withNodes { _, nodes in
            nodes[0].change()
            #expect(await nodes[1].hears(2))
            #expect(await nodes[2].hears(2))
            #expect(nodes[0].heard == 1)
        }
    }

    @Test func `many changes at once are told in few words`() async throws {
        try await withNodes { _, nodes in
            for _ in 0..<1000 { nodes[0].change() }
            #expect(await nodes[1].hears(2))
            try await Task.sleep(for: .milliseconds(500))
            #expect(nodes[1].heard < 20)
        }
    }

    @Test func `a node whose connection was lost listens again, and looks at once what it missed`() async throws {
        try await withNodes { address, nodes in
            let database = try PostgresDatabase(at: address)
            try await database.maintenance { connection in
                try connection.script(
                    """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE 'LISTEN%'
                    """)
            }
            try await database.close()
            for node in nodes { #expect(await node.hears(2)) }
            nodes[2].change()
            #expect(await nodes[0].hears(3))
        }
    }
}
