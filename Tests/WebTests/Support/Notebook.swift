import Logging
import Synchronization

/// Keeps what is logged.
struct Notebook: LogHandler {
    final class Lines: Sendable {
        let all = Mutex<[String]>([])

        func logger(from level: Logger.Level) -> Logger {
            Logger(label: "test") { _ in Notebook(lines: self, logLevel: level) }
        }
    }

    let lines: Lines
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level

    init(lines: Lines, logLevel: Logger.Level) { (self.lines, self.logLevel) = (lines, logLevel) }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        lines.all.withLock { $0.append("\(event.message) \(event.metadata ?? [:])") }
    }
}
