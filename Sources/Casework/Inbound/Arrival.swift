import Complaints
import Mail

/// When our own server got a mail that somebody brings later, by the pipe or the API: from then on promises count, not from when it was brought.
enum Arrival {
    /// What lay about for longer is not believed to have: a line of the sender's own must not date a complaint back at will.
    static let longest = 5 * 86_400

    /// The topmost `Received` line of a server that the house trusts; where it names none, the topmost of all, which whoever hands mail over
    /// has put there. When it was brought in all other cases: without such a line, with a date that has not been, or one too long ago.
    ///
    /// - Parameter servers: the names of our own receiving servers.
    static func moment(of mail: ReadMail, broughtAt: Instant, trusting servers: [String]) -> Instant {
        let lines = mail.headers.lazy.filter { $0.name.lowercased() == "received" }.prefix(30).map { ReceivedLine($0.value) }
        let own = lines.first { line in servers.isEmpty || line.server.map { servers.contains($0) } ?? false }
        guard let seconds = own?.seconds else { return broughtAt }
        let got = Instant(milliseconds: seconds * 1000)
        return got <= broughtAt && broughtAt.seconds(since: got) <= longest ? got : broughtAt
    }
}
