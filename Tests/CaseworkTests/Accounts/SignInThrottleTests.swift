import Casework
import Testing

@Suite struct SignInThrottleTests {
    private let start = ContinuousClock.now
    private let desk = RequestOrigin("192.0.2.1")

    /// Attempts of which each is made as soon as the throttle lets it, one a second at most; how many were admitted.
    private func admitted(_ throttle: SignInThrottle, account: (Int) -> String, from origin: (Int) -> RequestOrigin, seconds: Int) -> Int {
        (0..<seconds).count { second in
            (try? throttle.admit(account: account(second), from: origin(second), at: start.advanced(by: .seconds(second)))) != nil
        }
    }

    @Test func `five guesses are free, then each wait is twice the one before`() throws {
        let throttle = SignInThrottle()
        for _ in 0..<5 { try throttle.admit(account: "jan", from: desk, at: start) }
        #expect(throws: AccountRefusal.throttled(seconds: 1)) { try throttle.admit(account: "jan", from: desk, at: start) }
        try throttle.admit(account: "jan", from: desk, at: start.advanced(by: .seconds(1)))
        #expect(throws: AccountRefusal.throttled(seconds: 2)) {
            try throttle.admit(account: "jan", from: desk, at: start.advanced(by: .seconds(1)))
        }
    }

    @Test func `a guess a second for three hours gets in two dozen`() {
        let count = admitted(SignInThrottle(), account: { _ in "jan" }, from: { _ in desk }, seconds: 10_800)
        #expect((15...30).contains(count))
    }

    @Test func `one client over many accounts is held back`() {
        let count = admitted(SignInThrottle(), account: { "account \($0)" }, from: { _ in desk }, seconds: 10_000)
        #expect((50...80).contains(count))
    }

    @Test func `many clients on one account are slowed down, and who signed in there before is not`() throws {
        let throttle = SignInThrottle()
        try throttle.admit(account: "jan", from: desk, at: start)
        throttle.succeeded(account: "jan", from: desk, at: start)
        let count = admitted(throttle, account: { _ in "jan" }, from: { RequestOrigin("10.0.\($0 / 250).\($0 % 250)") }, seconds: 1000)
        #expect((180...220).contains(count))
        try throttle.admit(account: "jan", from: desk, at: start.advanced(by: .seconds(1000)))
    }

    @Test func `the right password gives the free guesses back`() throws {
        let throttle = SignInThrottle()
        for _ in 0..<4 { try throttle.admit(account: "jan", from: desk, at: start) }
        throttle.succeeded(account: "jan", from: desk, at: start)
        for _ in 0..<5 { try throttle.admit(account: "jan", from: desk, at: start) }
    }

    @Test func `an IPv6 customer is one client, whichever of their addresses they use`() throws {
        let throttle = SignInThrottle()
        for last in 0..<5 { try throttle.admit(account: "jan", from: RequestOrigin("2001:db8:0:1::\(last)"), at: start) }
        #expect(throws: AccountRefusal.self) { try throttle.admit(account: "jan", from: RequestOrigin("2001:db8:0:1:ffff::9"), at: start) }
        try throttle.admit(account: "jan", from: RequestOrigin("2001:db8:0:2::1"), at: start)
    }

    @Test func `what it remembers is bounded`() {
        let throttle = SignInThrottle(capacity: 100)
        for number in 0..<5000 {
            let origin = RequestOrigin("10.1.\(number / 250).\(number % 250)")
            if (try? throttle.admit(account: "account \(number)", from: origin, at: start)) != nil, number.isMultiple(of: 2) {
                throttle.succeeded(account: "account \(number)", from: origin, at: start)
            }
        }
        #expect(throttle.size <= 400)
    }

    @Test(arguments: [
        ("192.0.2.7", "192.0.2.7"), ("::ffff:192.0.2.7", "192.0.2.7"), ("2001:DB8::1%eth0", "2001:db8::1"), ("1.2.3.4\nforged", "unknown"),
        ("", "unknown"), ("\0", "unknown"),
    ])
    func `an address stands in the audit as one, or as unknown`(typed: String, shown: String) {
        #expect(RequestOrigin(typed).text == shown)
    }
}
