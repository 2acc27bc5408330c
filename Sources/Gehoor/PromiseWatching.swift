import Casework
import Logging
import ServiceLifecycle

/// Looks after promises once a minute while the server runs.
struct PromiseWatching: Service {
    private static let interval = Duration.seconds(60)

    let watch: PromiseWatch
    let logger: Logger

    func run() async throws {
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: Self.interval) }
            if Task.isShuttingDownGracefully || Task.isCancelled { return }
            do {
                let made = try await watch.look()
                if made > 0 { logger.info("Reminded of promises", metadata: ["promises": "\(made)"]) }
            } catch { logger.warning("Promises can't be looked after now, and are looked at again", metadata: ["error": "\(error)"]) }
        }
    }
}
