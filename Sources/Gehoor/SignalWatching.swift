import Casework
import Logging
import Records
import ServiceLifecycle

/// Keeps what stands out in the weeks that are over, and sends the reports whose time has come: once an hour while the server runs.
struct SignalWatching: Service {
    /// A start is busy enough by itself.
    private static let patience = Duration.seconds(90)
    private static let interval = Duration.seconds(3600)
    private static let pause = Duration.seconds(10)

    let office: SignalOffice
    let reports: ReportOffice
    let words: NewWordsMemory
    let records: any Database
    let logger: Logger

    func run() async throws {
        try? await cancelWhenGracefulShutdown { try await Task.sleep(for: Self.patience) }
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            var rest = Self.interval
            do {
                try await words.look(in: records, at: Clock.system.now())
                let judged = try await office.judgeWeeks()
                if judged.signals > 0 { logger.info("Kept what stands out", metadata: ["signals": "\(judged.signals)"]) }
                // A house that was imported has years to be looked at: a part now, the next soon.
                rest = judged.weeks < SignalOffice.mostAtOnce ? Self.interval : Self.pause
                let sent = try await reports.send()
                if sent > 0 { logger.info("Wrote reports", metadata: ["mails": "\(sent)"]) }
            } catch { logger.warning("Weeks can't be looked at now, and are looked at again", metadata: ["error": "\(error)"]) }
            try? await cancelWhenGracefulShutdown { [rest] in try await Task.sleep(for: rest) }
        }
    }
}
