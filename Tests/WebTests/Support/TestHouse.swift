import Foundation
import Hummingbird
import Logging
import ServiceLifecycle

@testable import Web

/// A small site behind the real front door, on a real socket.
enum TestHouse {
    /// A literal that is right, or no test can run.
    static let base = BaseURL("http://house.test") ?? { fatalError("a base URL") }()

    static let quietLogger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    static var router: Router<Visit> {
        let router = Router(context: Visit.self)
        router.get("/") { _, visit in "hello \(visit.client)" }
        router.post("/echo") { request, _ in
            try await request.body.collect(upTo: 1 << 20)
        }
        router.get("/flood") { _, _ in
            Response(
                status: .ok,
                body: ResponseBody { writer in
                    let lump = ByteBuffer(repeating: 0x41, count: 1 << 20)
                    for _ in 0..<64 { try await writer.write(lump) }
                    try await writer.finish(nil)
                })
        }
        router.get("/events") { _, _ in
            Response(
                status: .ok,
                body: ResponseBody { writer in
                    for _ in 0..<5 {
                        try await Task.sleep(for: .milliseconds(100))
                        try await writer.write(ByteBuffer(string: "tick\n"))
                    }
                    try await writer.finish(nil)
                })
        }
        return router
    }

    /// Runs the site on a free port while `body` talks to it on a thread of its own: blocking sockets must not hold up the few threads on
    /// which the server under test runs.
    static func serve<Result: Sendable>(
        limits: EdgeLimits = EdgeLimits(), trustedProxies: Set<ClientAddress> = [], _ body: @escaping @Sendable (Int) throws -> Result
    ) async throws -> Result {
        let (ports, announce) = AsyncStream.makeStream(of: Int.self)
        let server = EdgeServer(
            host: "127.0.0.1", port: 0, door: DoorPolicy(base: base, trustedProxies: trustedProxies), limits: limits)
        let application = server.application(router.buildResponder(), logger: quietLogger) { port in
            announce.yield(port ?? 0)
            announce.finish()
        }
        let services = ServiceGroup(configuration: .init(services: [application], logger: quietLogger))
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await services.run() }
            let result = await onItsOwnThread { [port = await ports.first { _ in true } ?? 0] in try body(port) }
            await services.triggerGracefulShutdown()
            return try result.get()
        }
    }

    private static func onItsOwnThread<Value: Sendable>(
        _ body: @escaping @Sendable () throws -> Value
    ) async -> Swift.Result<Value, any Error> {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: Swift.Result { try body() }) }
        }
    }
}
