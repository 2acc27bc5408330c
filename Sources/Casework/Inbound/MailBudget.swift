import Complaints
import Records

/// How much mail registers by itself. What is beyond is kept and shown to a person: nothing is lost, and no loop goes round.
enum MailBudget {
    /// Complaints from one address in an hour, and in a day.
    static let inHour = 5
    static let inDay = 20
    /// In all in an hour: no company gets so many, a broken program sends them.
    static let inAll = 3_000
    /// Between two acknowledgements to one address, in seconds: the second waits, it is not left out.
    static let pause = 600

    /// What may be done for a sender now.
    struct State {
        let isCrowd: Bool
        /// Until when the next acknowledgement waits; nil when it needn't.
        let ready: Instant?
    }

    static func state(of sender: String, isFailed: Bool, at now: Instant, in snapshot: Snapshot) throws -> State {
        let today = try snapshot.registeredByMail(from: sender, since: now.adding(days: -1))
        let hour = now.adding(seconds: -3600)
        let isCrowd =
            try isFailed
            ? !today.isEmpty
            : today.count >= inDay || today.count(where: { $0.at > hour }) >= inHour
                || snapshot.registeredByMail(since: hour, upTo: inAll) >= inAll
        let next = today.first.map { $0.at.adding(seconds: pause) }
        return State(isCrowd: isCrowd, ready: next.flatMap { $0 > now ? $0 : nil })
    }
}
