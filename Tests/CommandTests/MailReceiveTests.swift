import Foundation
import Rehearsal
import Testing

@Suite struct `gehoor mail receive` {
    private static let mail =
        "From: Jan <jan@example.nl>\r\nSubject: Factuur\r\nMessage-ID: <a@example.nl>\r\n\r\nDe factuur klopt niet.\r\n"

    private struct Answer: Decodable {
        let inbox: String
        let number: String?
    }

    private func answer(_ ended: Ended) throws -> Answer { try JSONDecoder().decode(Answer.self, from: Data(ended.output.utf8)) }

    @Test func `keeps a mail in a house that it makes, says under which key, and reads it when asked to`() async throws {
        try await withTemporaryFolder { folder in
            let data = folder + "/huis"
            let kept = try await Running.gehoor("mail", "receive", "--data", data, input: Self.mail)
            let said = try answer(kept)
            #expect(kept.code == 0 && kept.messages == "" && kept.output == "{\"inbox\":\"\(said.inbox)\"}\n")
            let other = Self.mail.replacing("a@example.nl", with: "b@example.nl").replacing("klopt niet", with: "is dubbel")
            let placed = try await Running.gehoor("mail", "receive", "--data", data, "--mailbox", "info", "--wait", input: other)
            let number = try #require(try answer(placed).number)
            #expect(placed.code == 0)
            let again = try await Running.gehoor("mail", "receive", "--data", data, "--wait", input: other)
            #expect(again.code == 0)
            #expect(try answer(again).number == number)
            let robot = try await Running.gehoor(
                "mail", "receive", "--data", data, "--wait", input: "Auto-Submitted: auto-replied\r\nX: " + other)
            #expect(robot.code == 0 && robot.output.hasSuffix("\"number\":null}\n"))
            let register = try await Running.gehoor("export", "--data", data, "--format", "json")
            #expect(register.output.contains(number) && register.messages == "1 complaint.\n")
        }
    }

    @Test func `refuses what is no mail, and asks to come again when it can't be kept`() async throws {
        try await withTemporaryFolder { folder in
            #expect(try await Running.gehoor("mail", "receive", "--data", folder).code == 65)
            #expect(try await Running.gehoor("mail", "receive", input: Self.mail).code == 64)
            #expect(try await Running.gehoor("mail", "receive", "--data", folder + "/a", input: Self.mail).code == 0)
            try "x".write(toFile: folder + "/file", atomically: true, encoding: .utf8)
            #expect(try await Running.gehoor("mail", "receive", "--data", folder + "/file", input: Self.mail).code == 75)
            try FileManager.default.createDirectory(atPath: folder + "/b", withIntermediateDirectories: false)
            try "x".write(toFile: folder + "/b/secrets", atomically: true, encoding: .utf8)
            #expect(try await Running.gehoor("mail", "receive", "--data", folder + "/b", input: Self.mail).code == 75)
            let away = "postgres://nobody@127.0.0.1:1/nothing"
            let gone = try await Running.gehoor("mail", "receive", "--data", folder + "/c", "--database", away, input: Self.mail)
            #expect(gone.code == 75 && gone.messages.contains("bring it again"))
        }
    }

    @Test func `explains itself as the command that it is`() async throws {
        let help = try await Running.gehoor("mail", "receive", "--help")
        #expect(help.code == 0 && help.output.contains("USAGE: gehoor mail receive"))
        let wrong = try await Running.gehoor("mail", "receive", "--sideways", input: Self.mail)
        #expect(wrong.code == 64 && wrong.messages.contains("Usage: gehoor mail receive"))
    }
}
