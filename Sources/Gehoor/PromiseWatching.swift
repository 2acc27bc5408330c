import Casework
import Logging
import ServiceLifecycle

/// Looks after promises once a minute while the server runs.
struct PromiseWatching: Service {
    private static let interval = Duration.seconds(60)

    let watch: PromiseWatch
    let digest: ReminderDigest
    let logger: Logger

    /// What was reminded of before the server began, or mail was set up, is told within a quarter of an hour.
    private static let looksBetween = 15

    func run() async throws {
        var looks = 0
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: Self.interval) }
            if Task.isShuttingDownGracefully || Task.isCancelled { return }
            do {
                let made = try await watch.look()
                if made > 0 { logger.info("Reminded of promises", metadata: ["promises": "\(made)"]) }
                if made > 0 || looks.isMultiple(of: Self.looksBetween) { try await digest.send() }
                looks += 1
            } catch { logger.warning("Promises can't be looked after now, and are looked at again", metadata: ["error": "\(error)"]) }
        }
    }
}
