import Testing

@testable import Dialling

@Suite struct ServerWordsTests {
    @Test(arguments: [
        ("A002 NO [AUTHENTICATIONFAILED] Failed", "NO [AUTHENTICATIONFAILED] Failed"), ("B012 BAD", "BAD"),
        ("A001 OK Logged in", "OK Logged in"),
    ])
    func `an answer of IMAP is told without the mark of the command`(said: String, told: String) {
        #expect(ServerWords.withoutTag(said) == told)
    }

    @Test(arguments: ["535 5.7.8 NO way", "* BYE out", "A002", "A002 Nothing", "a002 NO", "ABCD NO", "", "NO A002 NO"])
    func `what else a server says stays as it is`(said: String) { #expect(ServerWords.withoutTag(said) == said) }
}
