import Foundation
import NIOCore
import Testing

@testable import Web

@Suite struct `Slow and silent clients` {
    private var hasty: EdgeLimits {
        var limits = EdgeLimits()
        limits.headTime = .milliseconds(300)
        limits.idleTime = .milliseconds(600)
        limits.bodyWindow = .milliseconds(200)
        limits.bodyBytesPerSecond = 1_000
        limits.bodyTime = .milliseconds(1_500)
        limits.unreadTime = .milliseconds(300)
        return limits
    }

    private let post = "POST /echo HTTP/1.1\r\nHost: house.test\r\nContent-Length: 10000\r\n\r\n"

    @Test func `a request at an ordinary pace is answered, and the connection kept`() async throws {
        try await TestHouse.serve(limits: hasty) { port in
            let connection = try RawConnection(port: port)
            for _ in 0..<3 {
                connection.send("GET / HTTP/1.1\r\nHost: house.test\r\n\r\n")
                #expect(connection.read(until: "hello 127.0.0.1") != nil)
            }
        }
    }

    @Test func `three hundred half-open requests are closed in time, and a good one is answered meanwhile`() async throws {
        try await TestHouse.serve(limits: hasty) { port in
            let half = try (0..<300).map { _ in try RawConnection(port: port) }
            half.forEach { $0.send("GET / HTTP/1.1\r\nHost: hou") }
            let good = try RawConnection(port: port)
            good.send("GET / HTTP/1.1\r\nHost: house.test\r\nConnection: close\r\n\r\n")
            #expect(good.readToEnd()?.contains("200 OK") == true)
            #expect(half.allSatisfy { $0.readToEnd() == "" })
        }
    }

    @Test func `a connection that never says a word is closed`() async throws {
        try await TestHouse.serve(limits: hasty) { port in
            let connection = try RawConnection(port: port)
            #expect(connection.readToEnd() == "")
        }
    }

    @Test func `a head that drips in byte by byte is closed when its time is over`() async throws {
        try await TestHouse.serve(limits: hasty) { port in
            let connection = try RawConnection(port: port)
            let start = ContinuousClock.now
            for _ in 0..<8 {
                connection.send("G")
                Thread.sleep(forTimeInterval: 0.05)
            }
            #expect(connection.readToEnd() != nil)
            #expect(ContinuousClock.now - start < .seconds(20))
        }
    }

    @Test func `a second head that drips in is closed too`() async throws {
        var limits = hasty
        limits.idleTime = .seconds(60)
        try await TestHouse.serve(limits: limits) { port in
            let connection = try RawConnection(port: port)
            connection.send("GET / HTTP/1.1\r\nHost: house.test\r\n\r\n")
            #expect(connection.read(until: "hello 127.0.0.1") != nil)
            connection.send("GET / HT")
            #expect(connection.readToEnd() == "")
        }
    }

    @Test func `a kept connection is closed after its idle time`() async throws {
        try await TestHouse.serve(limits: hasty) { port in
            let connection = try RawConnection(port: port)
            connection.send("GET / HTTP/1.1\r\nHost: house.test\r\n\r\n")
            #expect(connection.read(until: "hello 127.0.0.1") != nil)
            #expect(connection.readToEnd() == "")
        }
    }

    @Test func `a body slower than the least rate is closed`() async throws {
        try await TestHouse.serve(limits: hasty) { port in
            let connection = try RawConnection(port: port)
            connection.send(post + "only this")
            #expect(connection.readToEnd()?.contains("200 OK") == false)
        }
    }

    @Test func `a body that keeps up the rate passes`() async throws {
        try await TestHouse.serve(limits: hasty) { port in
            let connection = try RawConnection(port: port)
            connection.send(post)
            for _ in 0..<10 {
                connection.send(String(repeating: "x", count: 1_000))
                Thread.sleep(forTimeInterval: 0.06)
            }
            #expect(connection.read(until: "200 OK") != nil)
        }
    }

    @Test func `a body that takes too long in all is closed, however steady`() async throws {
        try await TestHouse.serve(limits: hasty) { port in
            let connection = try RawConnection(port: port)
            connection.send("POST /echo HTTP/1.1\r\nHost: house.test\r\nContent-Length: 1000000\r\n\r\n")
            let start = ContinuousClock.now
            while ContinuousClock.now - start < .seconds(2) {
                connection.send(String(repeating: "x", count: 500))
                Thread.sleep(forTimeInterval: 0.05)
            }
            #expect(connection.readToEnd()?.contains("200 OK") == false)
        }
    }

    @Test func `a client that does not read its answer is closed`() async throws {
        try await TestHouse.serve(limits: hasty) { port in
            let connection = try RawConnection(port: port)
            connection.send("GET /flood HTTP/1.1\r\nHost: house.test\r\n\r\n")
            Thread.sleep(forTimeInterval: 1.5)
            #expect((connection.readToEnd()?.utf8.count ?? .max) < 64 << 20)
        }
    }

    @Test func `an answer that comes slowly, as an event stream does, is left alone`() async throws {
        var limits = hasty
        limits.idleTime = .milliseconds(150)
        try await TestHouse.serve(limits: limits) { port in
            let connection = try RawConnection(port: port)
            connection.send("GET /events HTTP/1.1\r\nHost: house.test\r\n\r\n")
            #expect(connection.read(until: "0\r\n\r\n")?.split(separator: "tick").count == 6)
        }
    }

    @Test func `connections above the most wait until one ends`() async throws {
        var limits = hasty
        limits.connections = 16
        try await TestHouse.serve(limits: limits) { port in
            let silent = try (0..<40).map { _ in try RawConnection(port: port) }
            let late = try RawConnection(port: port)
            late.send("GET /health HTTP/1.1\r\nHost: any\r\nConnection: close\r\n\r\n")
            #expect(late.readToEnd()?.contains("ok") == true)
            #expect(silent.allSatisfy { $0.readToEnd() == "" })
        }
    }

    @Test func `at graceful shutdown an open request ends and a kept connection does not hold it up`() async throws {
        let start = ContinuousClock.now
        let (kept, open) = try await TestHouse.serve { port in
            let kept = try RawConnection(port: port)
            kept.send("GET / HTTP/1.1\r\nHost: house.test\r\n\r\n")
            #expect(kept.read(until: "hello 127.0.0.1") != nil)
            let open = try RawConnection(port: port)
            open.send("GET /events HTTP/1.1\r\nHost: house.test\r\n\r\n")
            #expect(open.read(until: "tick") != nil)
            return (kept, open)
        }
        #expect(kept.readToEnd() == "")
        #expect(open.readToEnd()?.split(separator: "tick").count == 5)
        #expect(ContinuousClock.now - start < .seconds(40))
    }

    @Test func `a client that asks before it sends is told to go ahead`() async throws {
        try await TestHouse.serve { port in
            let connection = try RawConnection(port: port)
            connection.send("POST /echo HTTP/1.1\r\nHost: house.test\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n")
            #expect(connection.read(until: "100 Continue\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n")
            connection.send("body")
            #expect(connection.read(until: "\r\n\r\nbody")?.hasPrefix("HTTP/1.1 200 OK") == true)
        }
    }
}
