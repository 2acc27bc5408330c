import Complaints
import Synchronization

/// Holds back whoever guesses passwords, before anything is hashed. In memory, of bounded size.
///
/// Three counts: of an account from one client (strict), of a client over all accounts (an office shares one address), and of an account
/// over all clients (loose, never long). The last two do not hold for a client that signed in to the account before: nobody locks a
/// colleague out, neither from elsewhere nor from the same office.
package final class SignInThrottle: Sendable {
    private struct State {
        var pairs: AttemptTally
        var clients: AttemptTally
        var accounts: AttemptTally
        /// Clients that signed in to an account, each with when: these are not held back by what others do to it.
        var known: [String: ContinuousClock.Instant] = [:]

        func wait(for keys: Keys, at now: ContinuousClock.Instant) -> Duration? {
            let isKnown = known[keys.pair] != nil
            let ofAccount = isKnown ? nil : accounts.wait(for: keys.account, at: now)
            let ofClient = isKnown ? nil : clients.wait(for: keys.client, at: now)
            return [ofClient, pairs.wait(for: keys.pair, at: now), ofAccount].compactMap { $0 }.max()
        }
    }

    private let capacity: Int
    private let state: Mutex<State>

    package init(capacity: Int = 10_000) {
        self.capacity = max(1, capacity)
        let pair = AttemptTally.Rule(free: 5, longestWait: .seconds(900), memory: .seconds(3600))
        let client = AttemptTally.Rule(free: 50, longestWait: .seconds(900), memory: .seconds(3600))
        let account = AttemptTally.Rule(free: 100, longestWait: .seconds(10), memory: .seconds(3600))
        state = Mutex(
            State(
                pairs: AttemptTally(pair, capacity: capacity), clients: AttemptTally(client, capacity: capacity),
                accounts: AttemptTally(account, capacity: capacity)))
    }

    /// Admits one attempt and counts it at once, so that many at the same moment do not all pass. Throws `.throttled`, with the seconds
    /// to wait; a refused attempt makes no wait longer.
    package func admit(account: String, from origin: RequestOrigin, at now: ContinuousClock.Instant) throws(AccountRefusal) {
        let keys = Keys(account: account, origin: origin)
        let wait = state.withLock { state -> Duration? in
            if let wait = state.wait(for: keys, at: now) { return wait }
            state.pairs.count(keys.pair, at: now)
            state.clients.count(keys.client, at: now)
            state.accounts.count(keys.account, at: now)
            return nil
        }
        if let wait { throw .throttled(seconds: Int(wait.components.seconds) + (wait.components.attoseconds > 0 ? 1 : 0)) }
    }

    /// The attempt that was admitted was the right password.
    package func succeeded(account: String, from origin: RequestOrigin, at now: ContinuousClock.Instant) {
        let keys = Keys(account: account, origin: origin)
        state.withLock { state in
            state.pairs.forget(keys.pair)
            state.clients.takeBack(keys.client)
            state.accounts.takeBack(keys.account)
            if state.known.count >= capacity, let oldest = state.known.min(by: { $0.value < $1.value }) { state.known[oldest.key] = nil }
            state.known[keys.pair] = now
        }
    }

    /// How many keys are remembered, for the tests of its bounds.
    package var size: Int { state.withLock { $0.pairs.count + $0.clients.count + $0.accounts.count + $0.known.count } }

    /// Keys of one length, whatever somebody types as an account.
    private struct Keys {
        let account: String
        let client: String
        let pair: String

        init(account: String, origin: RequestOrigin) {
            self.account = HexDigest.of(EmailAddress.normalise(account).utf8)
            client = origin.prefix
            pair = self.account + " " + origin.prefix
        }
    }
}
