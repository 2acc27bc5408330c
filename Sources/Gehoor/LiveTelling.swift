import ServiceLifecycle
import Web

/// Tells open pages of changes while the server runs.
struct LiveTelling: Service {
    let beat: LiveBeat

    func run() async throws {
        await cancelWhenGracefulShutdown { await beat.run() }
        beat.end()
    }
}
