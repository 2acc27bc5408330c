import Crypto
import Foundation
import HTTPTypes
import Synchronization
import Testing

@testable import Web

@Suite struct `Form tokens` {
    private let tokens = FormTokens(key: SymmetricKey(size: .bits256))
    private let session = Array("one session".utf8)

    @Test func `a token is genuine for its session and purpose`() {
        let token = tokens.token(session: session, purpose: "assign")
        #expect(tokens.isGenuine(token, session: session, purpose: "assign"))
    }

    @Test func `not for another session, purpose or key, nor with a byte changed`() {
        let token = tokens.token(session: session, purpose: "assign")
        #expect(!tokens.isGenuine(token, session: Array("two session".utf8), purpose: "assign"))
        #expect(!tokens.isGenuine(token, session: session, purpose: "close"))
        #expect(!tokens.isGenuine(token, session: session + Array("a".utf8), purpose: "ssign"))
        #expect(!FormTokens(key: SymmetricKey(size: .bits256)).isGenuine(token, session: session, purpose: "assign"))
        #expect(!tokens.isGenuine("A" + token.dropFirst(), session: session, purpose: "assign") || token.hasPrefix("A"))
    }

    @Test(arguments: ["", "x", "%%%", String(repeating: "A", count: 43), String(repeating: "A", count: 5_000)])
    func `nothing made up is genuine`(_ token: String) {
        #expect(!tokens.isGenuine(token, session: session, purpose: "assign"))
    }

    @Test func `a form without its token is refused with 403`() {
        #expect(throws: FormTokens.refusal) { try tokens.check(SubmittedForm(), session: session, purpose: "assign") }
    }
}

@Suite struct `Submission stamps` {
    private let stamps = SubmissionStamps(key: SymmetricKey(size: .bits256))
    private let shown: Int64 = 1_764_000_000_000

    @Test func `a form that took a minute is genuine`() {
        let stamp = stamps.stamp(at: shown, purpose: "complaint")
        #expect(stamps.verdict(on: stamp, at: shown + 60_000, purpose: "complaint") == .genuine(seconds: 60))
    }

    @Test func `too fast, too old, from the future, or forged is told apart`() {
        let stamp = stamps.stamp(at: shown, purpose: "complaint")
        #expect(stamps.verdict(on: stamp, at: shown + 1_999, purpose: "complaint") == .tooFast)
        #expect(stamps.verdict(on: stamp, at: shown - 60_000, purpose: "complaint") == .tooFast)
        #expect(stamps.verdict(on: stamp, at: shown + 86_401_000, purpose: "complaint") == .tooOld)
        #expect(stamps.verdict(on: stamp, at: shown + 60_000, purpose: "follow") == .forged)
        #expect(stamps.verdict(on: "1" + stamp, at: shown + 60_000, purpose: "complaint") == .forged)
    }

    @Test(arguments: ["", ".", "1764000000000", "1764000000000.", "x.y", "-9223372036854775808.AAAA", "99999999999999999999.A"])
    func `nothing made up is genuine`(_ stamp: String) {
        #expect(stamps.verdict(on: stamp, at: shown, purpose: "complaint") == .forged)
    }
}

@Suite struct `Rate limits` {
    /// A clock that a test moves.
    private final class Hand: Sendable {
        private let moment = Mutex(ContinuousClock.now)
        var now: ContinuousClock.Instant { moment.withLock { $0 } }
        func move(_ duration: Duration) { moment.withLock { $0 += duration } }
    }

    private let hand = Hand()

    private func limit(burst: Int, perMinute: Double, keys: Int = 100) -> RateLimit {
        RateLimit(burst: burst, perMinute: perMinute, keys: keys) { [hand] in hand.now }
    }

    @Test func `a burst passes, then one each so often`() {
        let limit = limit(burst: 3, perMinute: 6)
        #expect((0..<4).map { _ in limit.secondsToWait("a") } == [nil, nil, nil, 10])
        hand.move(.seconds(10))
        #expect(limit.secondsToWait("a") == nil)
        #expect(limit.secondsToWait("a") == 10)
    }

    @Test func `one key does not use up another's`() {
        let limit = limit(burst: 1, perMinute: 1)
        #expect(limit.secondsToWait("a") == nil)
        #expect(limit.secondsToWait("b") == nil)
        #expect(limit.secondsToWait("a") == 60)
    }

    @Test func `an IPv6 network counts as one client`() throws {
        let limit = limit(burst: 1, perMinute: 1)
        #expect(limit.admits(try #require(ClientAddress("2001:db8::1"))))
        #expect(!limit.admits(try #require(ClientAddress("2001:db8::2"))))
        #expect(limit.admits(try #require(ClientAddress("2001:db8:0:1::1"))))
    }

    @Test func `a flood of keys does not free a key that keeps coming`() {
        let limit = limit(burst: 1, perMinute: 0.001, keys: 100)
        _ = limit.secondsToWait("me")
        for round in 0..<1_000 {
            _ = limit.secondsToWait("flood \(round)")
            if round % 10 == 0 { #expect(limit.secondsToWait("me") != nil) }
        }
    }

    @Test func `who comes too often is answered 429 with the seconds to wait`() {
        let limit = limit(burst: 1, perMinute: 2)
        #expect(throws: Never.self) { try limit.check("a") }
        #expect(throws: ProblemDetails.self) { try limit.check("a") }
    }
}

@Suite struct `Cookies of the house` {
    private let secure = Cookies(base: BaseURL("https://a.nl") ?? TestHouse.base)
    private let plain = Cookies(base: TestHouse.base)

    @Test func `over TLS the name is bound to the host`() {
        let field = secure.setting("visit", to: "abc", maxAge: 60)
        #expect(field.value == "__Host-visit=abc; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=60")
        #expect(plain.setting("visit", to: "a;b\r\nc").value == "visit=abc; Path=/; HttpOnly; SameSite=Lax")
        #expect(plain.removing("visit").value.hasSuffix("Max-Age=0"))
    }

    @Test func `a cookie is found among others`() {
        #expect(plain.value("visit", in: [.cookie: "xvisit=1; visit=abc-_.9;other=2"]) == "abc-_.9")
        #expect(secure.value("visit", in: [.cookie: "visit=planted; __Host-visit=own"]) == "own")
    }

    @Test(arguments: ["", "visit", "Visit=a", "xvisit=a", "visit=a b", "visit=\"a\"", "visit=a; visit=b", "visit =a"])
    func `what is absent, malformed or ambiguous is not taken`(_ header: String) {
        #expect(plain.value("visit", in: [.cookie: header]) == nil)
    }
}
