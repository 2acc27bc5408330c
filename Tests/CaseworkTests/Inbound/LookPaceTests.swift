import Casework
import Complaints
import Dialling
import Mail
import Testing

/// How soon a mailbox in trouble is looked into again, and from when on it is said to be in it.
@Suite struct LookPaceTests {
    @Test func `a server that is away is tried more and more seldom, and begins anew when it was well`() {
        var pace = LookPace()
        #expect((1...8).map { _ in pace.failed(over: .away).pause } == [5, 15, 30, 60, 120, 300, 300, 300])
        pace.wentWell()
        let next = pace.failed(over: .away)
        #expect(next.pause == 5 && next.isNew)
    }

    @Test func `another cause begins anew, and is news once`() {
        var pace = LookPace()
        for _ in 1...6 { _ = pace.failed(over: .away) }
        let found = (1...3).map { _ in pace.failed(over: .content) }
        #expect(found.map(\.pause) == [5, 15, 30] && found.map(\.isNew) == [true, false, false])
    }

    @Test func `over what a server gives that lets us in, others wait half a minute at most`() {
        var pace = LookPace()
        #expect((1...20).map { _ in pace.failed(over: .content).pause }.max() == 30)
    }

    @Test(
        arguments: [
            (MailboxFault.dial(.noAnswer(seconds: 10)), false, .away), (MailboxFault.dial(.closed), false, .away),
            (MailboxFault.dial(.closed), true, .content), (OneMailFault(uid: 7, fault: .dial(.closed)), false, .content),
            (MailboxFault.noSuchMailbox("Klachten"), false, .content), (MailboxFault.dial(.loginRefused(answer: "")), false, .login),
            (TokenFault.refused(error: "invalid_grant", words: ""), false, .login),
            (TokenFault.dial(.unreachable(host: "a")), false, .away),
            (DialFault.certificate(.expired), false, .security),
            (SendingReason(code: 0, words: "", fault: .refused(host: "a", port: 25)), false, .away),
            (SendingReason(code: 451, words: "451 later", fault: nil), false, .content), (CancellationError(), false, .other),
        ] as [(any Error, Bool, MailCause)])
    func `faults of one kind are one trouble, whatever their words`(fault: any Error, wasOpen: Bool, cause: MailCause) {
        #expect(MailCause(fault, wasOpen: wasOpen) == cause)
    }

    @Test func `since when is said of this trouble, not of the one before it`() {
        let health = MailHealth()
        let times = [0, 60, 120, 180].map { Instant(milliseconds: 1_795_000_000_000).adding(seconds: $0) }
        health.note("a", MailboxFault.dial(.unreachable(host: "x")), at: times[0])
        health.note("a", MailboxFault.dial(.noAnswer(seconds: 5)), at: times[1])
        #expect(health.state(of: "a")?.since == times[0])
        health.note("a", MailboxFault.dial(.closed), .content, at: times[2])
        #expect(health.state(of: "a")?.since == times[2])
        health.note("a", nil, at: times[3])
        #expect(health.state(of: "a")?.since == times[3] && health.state(of: "a")?.fault == nil)
    }
}
