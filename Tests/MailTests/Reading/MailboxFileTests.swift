import Foundation
import Mail
import Testing

@Suite struct MailboxFileTests {
    private func mails(_ file: String, limit: Int = 1 << 20) throws -> [MailboxFile.Entry] {
        let path = FileManager.default.temporaryDirectory.appending(path: "gehoor-mbox-\(UUID().uuidString)").path
        try Data(file.utf8).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let reading = try MailboxFile(at: path, limit: limit)
        var mails: [MailboxFile.Entry] = []
        while let mail = try reading.next() { mails.append(mail) }
        #expect(reading.position == Int64(file.utf8.count))
        return mails
    }

    private func texts(_ file: String) throws -> [String] { try mails(file).map { String(decoding: $0.bytes ?? Data(), as: UTF8.self) } }

    @Test func `mails are cut where another begins`() throws {
        #expect(
            try texts(
                "From a Tue\nSubject: een\n\nHallo\n>From hier\nFrom daar\n\nFrom b Tue\nSubject: twee\n\n>>From\n\nFrom c Tue\nSubject: drie\n\nx\n"
            )
                == ["Subject: een\n\nHallo\nFrom hier\nFrom daar\n", "Subject: twee\n\n>>From\n", "Subject: drie\n\nx\n"])
    }

    @Test func `a file without mails, with one, and with no end of line`() throws {
        #expect(try texts("") == [])
        #expect(try texts("Subject: los\n\nx\n") == ["Subject: los\n\nx\n"])
        #expect(try texts("From a\r\nSubject: x\r\n\r\nHallo") == ["Subject: x\r\n\r\nHallo"])
    }

    @Test func `a mail that is too large is counted, and the next is there`() throws {
        let file = "From a\nSubject: groot\n\n" + String(repeating: "x", count: 3 << 20) + "\n\nFrom b\nSubject: klein\n\nx\n"
        let found = try mails(file)
        #expect(found.map { $0.bytes == nil } == [true, false] && found.first.map { $0.size > 3 << 20 } == true)
    }
}
