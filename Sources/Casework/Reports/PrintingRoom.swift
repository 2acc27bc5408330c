import Dispatch
package import Exports

/// Prints on a thread of its own: what takes long must not keep others waiting.
package enum PrintingRoom {
    package static func pdf(_ document: ReportDocument, printedAt: String) async throws -> [UInt8] {
        try await apart { try ReportPrinter.pdf(document, printedAt: printedAt) }
    }

    /// Does something that takes a while where nobody waits for it.
    package static func apart<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global(qos: .utility).async { continuation.resume(with: Result { try work() }) }
        }
    }
}
