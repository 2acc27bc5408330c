import Casework
import Logging
import Records
import ServiceLifecycle

/// Seals the journal once a day, soon after midnight; after a start as soon as that is over, when it was not done that day.
struct DailySeal: Service {
    /// A start is busy enough by itself.
    private static let patience = Duration.seconds(60)
    private static let interval = Duration.seconds(600)

    let sealing: Sealing
    let logger: Logger

    func run() async throws {
        try? await cancelWhenGracefulShutdown { try await Task.sleep(for: Self.patience) }
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            do {
                if let seal = try await sealing.sealToday() {
                    logger.info("Sealed the journal", metadata: ["seal": "\(seal.ordinal)", "complaints": "\(seal.contents.complaints)"])
                }
            } catch { logger.error("The journal could not be sealed; this is tried again", metadata: ["error": "\(error)"]) }
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: Self.interval) }
        }
    }
}
