import Dialling
package import Foundation

/// Reads mail in a process of its own, which is started when there is something to read and replaced when it ends.
package final class ReadingWorker: @unchecked Sendable {
    // Touched on `thread` only.
    private var process: ChildProcess?
    private var readCount = 0
    private let thread = OwnThread("reading")
    private let executable: String
    private let arguments: [String]
    private let limits: ReadingLimits

    /// - Parameter arguments: with which the executable runs `ReadingProcess`.
    package init(executable: String, arguments: [String], limits: ReadingLimits = ReadingLimits()) {
        (self.executable, self.arguments, self.limits) = (executable, arguments, limits)
    }

    package func read(_ bytes: Data) async -> ReadingOutcome {
        await thread.run { [self] in
            guard bytes.count <= limits.mailBytes else { return .unreadable(.tooLarge) }
            var reason = UnreadableReason.endedReader
            for _ in 0..<max(1, limits.attempts) {
                switch attempt(bytes) {
                case .success(let outcome): return outcome
                case .failure(let fault): reason = fault.reason
                }
                // What took too long once will do so again.
                if reason == .tookTooLong { break }
            }
            return .unreadable(reason)
        }
    }

    /// Ends the process; the next mail starts another.
    package func stop() async {
        await thread.run { [self] in process = nil }
    }

    private func attempt(_ bytes: Data) -> Result<ReadingOutcome, ChildFault> {
        if readCount >= limits.mailsForProcess { process = nil }
        let until = Date().addingTimeInterval(limits.seconds)
        do {
            let process = try self.process ?? started()
            try process.write(Frames.frame(bytes), until: until)
            let answer = try process.read(Frames.size(try process.read(4, until: until)), until: until)
            guard let mail = try? JSONDecoder().decode(ReadMail.self, from: answer) else { throw ChildFault(reason: .endedReader) }
            var contents: [Data] = []
            for _ in mail.attachments { contents.append(try process.read(Frames.size(try process.read(4, until: until)), until: until)) }
            readCount += 1
            return .success(.read(mail, contents))
        } catch {
            process = nil
            return .failure(error as? ChildFault ?? ChildFault(reason: .noReader))
        }
    }

    private func started() throws -> ChildProcess {
        let process = try ChildProcess(executable, arguments)
        (self.process, readCount) = (process, 0)
        return process
    }
}
