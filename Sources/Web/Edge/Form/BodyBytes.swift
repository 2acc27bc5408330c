import HTTPTypes
import Hummingbird
import NIOCore

/// Collects a body whole, within a limit, and not cut short.
enum BodyBytes {
    static func collect(_ request: Request, limit: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        try await forEachChunk(of: request, limit: limit) { bytes.append(contentsOf: $0.readableBytesView) }
        return bytes
    }

    /// Hands over the body's chunks as they arrive. Throws when there are more bytes than `limit`, or fewer than were announced: Hummingbird
    /// ends the sequence of a connection that broke off as if the body were whole.
    static func forEachChunk(of request: Request, limit: Int, _ use: (ByteBuffer) async throws -> Void) async throws {
        let announced = request.headers[.contentLength].flatMap { Int($0) }
        guard (announced ?? 0) <= limit else { throw FormError.bodyTooLarge }
        var count = 0
        for try await chunk in request.body {
            count += chunk.readableBytes
            guard count <= limit else { throw FormError.bodyTooLarge }
            try await use(chunk)
        }
        guard announced == nil || announced == count else { throw FormError.cutShort }
    }
}
