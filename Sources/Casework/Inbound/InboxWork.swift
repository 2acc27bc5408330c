package import Logging
package import Mail
import Records
import ServiceLifecycle

/// Reads what came in, for as long as the house is open. What was brought here is read at once, what others brought soon after.
package struct InboxWork: Service {
    private let inbox: InboxOffice
    private let executable: String
    private let isAlone: Bool
    private let logger: Logger
    private static let pause = Duration.milliseconds(300)

    /// - Parameters:
    ///   - executable: what reads mail in a process of its own, by `read-mail`.
    ///   - isAlone: nobody else reads this house's mail, so that what was taken up before is free now.
    package init(inbox: InboxOffice, executable: String, isAlone: Bool, logger: Logger) {
        (self.inbox, self.executable, self.isAlone, self.logger) = (inbox, executable, isAlone, logger)
    }

    /// A process that reads mail, believing the servers that the house trusts.
    package static func worker(_ executable: String, trusting servers: [String]) -> ReadingWorker {
        ReadingWorker(executable: executable, arguments: ["read-mail"] + servers.flatMap { ["--trust", $0] })
    }

    package func run() async throws {
        var trusted: [String] = []
        var worker = Self.worker(executable, trusting: trusted)
        await resume()
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            do {
                let now = try await trustedServers()
                if now != trusted {
                    await worker.stop()
                    (trusted, worker) = (now, Self.worker(executable, trusting: now))
                }
                if try await InboxReading(inbox: inbox, worker: worker, logger: logger).readSome() > 0 { continue }
            } catch { logger.error("Mail that came in could not be read and is tried again", metadata: ["error": "\(error)"]) }
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: Self.pause) }
        }
        await worker.stop()
    }

    private func trustedServers() async throws -> [String] {
        let house = inbox.office.house
        return try await inbox.records.read { try house.settings(in: $0).mail.trustedServers }
    }

    private func resume() async {
        guard isAlone else { return }
        let now = inbox.clock.now()
        try? await inbox.records.write { try $0.resumeMail(at: now) }
    }
}
