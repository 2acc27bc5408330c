import Foundation
import Mail
import Testing

@Suite struct ReadingWorkerTests {
    /// The built program lies beside the test bundle.
    private static var executable: String {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return URL(filePath: own).deletingLastPathComponent().appending(path: "gehoor").path
    }

    private let mail = Data(
        Sample.parts("mixed", ["Content-Type: text/plain\n\nHallo", Sample.file("image/png", name: "a.png", Sample.png)]).utf8)

    private func worker(_ limits: ReadingLimits = ReadingLimits(seconds: 60)) -> ReadingWorker {
        ReadingWorker(executable: Self.executable, arguments: ["read-mail", "--trust", "mx.example.nl"], limits: limits)
    }

    @Test func `mails are read in another process, one after another, as they would be here`() async throws {
        let worker = worker()
        for _ in 0..<20 {
            guard case .read(let read, let contents) = await worker.read(mail) else {
                Issue.record("not read")
                return
            }
            #expect(read == MailReader().read(mail).mail && contents == [Sample.png])
        }
        guard case .read(let empty, _) = await worker.read(Data()) else {
            Issue.record("an empty mail is a mail too")
            return
        }
        #expect(empty.remarks.contains(.noFrom))
        await worker.stop()
    }

    @Test func `a process that reads mail holds nothing else of ours open`() async throws {
        var ends: [Int32] = [-1, -1]
        #expect(pipe(&ends) == 0)
        defer { close(ends[0]) }
        let worker = worker()
        guard case .read = await worker.read(mail) else {
            Issue.record("not read")
            return
        }
        close(ends[1])
        var entry = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
        // Programs that other tests start at this moment may hold it for as long as they run.
        #expect(poll(&entry, 1, 60_000) == 1 && entry.revents & Int16(POLLHUP) != 0)
        await worker.stop()
    }

    @Test func `a large attachment comes whole`() async throws {
        let bytes = Data(repeating: 7, count: 20 << 20)
        let large = Data(Sample.parts("mixed", [Sample.file("image/jpeg", name: "a.jpg", bytes)]).utf8)
        let worker = worker()
        guard case .read(_, let contents) = await worker.read(large) else {
            Issue.record("not read")
            return
        }
        #expect(contents == [bytes])
        await worker.stop()
    }

    @Test func `what is too large is not tried`() async {
        let outcome = await worker(ReadingLimits(mailBytes: 10)).read(mail)
        guard case .unreadable(.tooLarge) = outcome else { return missed("\(outcome)") }
    }

    @Test func `a process that ends is replaced, and a mail that ends it twice is given up`() async {
        let worker = ReadingWorker(executable: "/bin/false", arguments: [], limits: ReadingLimits(seconds: 20))
        for _ in 0..<3 {
            let outcome = await worker.read(mail)
            guard case .unreadable(.endedReader) = outcome else { return missed("\(outcome)") }
        }
    }

    @Test func `a process that hangs is ended in time`() async {
        let worker = ReadingWorker(executable: "/bin/sleep", arguments: ["60"], limits: ReadingLimits(seconds: 0.3))
        for bytes in [mail, Data(repeating: 65, count: 4 << 20)] {
            let outcome = await worker.read(bytes)
            guard case .unreadable(.tookTooLong) = outcome else { return missed("\(outcome)") }
        }
    }

    @Test func `a process that can't be started is nobody's fault`() async {
        let outcome = await ReadingWorker(executable: "/nonexistent", arguments: []).read(mail)
        guard case .unreadable(.noReader) = outcome else { return missed("\(outcome)") }
    }

    @Test func `memory has an end, and after it the next mail is read`() async {
        let small = ReadingWorker(
            executable: Self.executable, arguments: ["read-mail", "--memory", "200"], limits: ReadingLimits(seconds: 60, attempts: 1))
        let large = Data(Sample.parts("mixed", [Sample.file("image/jpeg", name: "a.jpg", Data(repeating: 7, count: 60 << 20))]).utf8)
        let outcome = await small.read(large)
        guard case .unreadable(.endedReader) = outcome else { return missed("\(outcome)") }
        guard case .read = await small.read(mail) else { return missed("the next was not read") }
        await small.stop()
    }
}
