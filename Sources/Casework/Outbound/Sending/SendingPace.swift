/// When a letter, or the mail server, is tried again.
enum SendingPace {
    /// After so many tries, in seconds: soon at first, since most troubles are short.
    static func pause(after tries: Int) -> Int {
        let steps = [5, 15, 30, 60, 120, 300, 600, 1_800]
        return tries <= steps.count ? steps[max(0, tries - 1)] : 3_600
    }

    /// A letter that was handed over without an answer may have arrived, and each further try may double it: so it waits twice as long each
    /// time, six hours at most.
    static func pauseInDoubt(after tries: Int) -> Int { min(60 * (1 << min(max(tries, 1) - 1, 9)), 6 * 3_600) }

    /// The tries that a pause takes the place of: in doubt or not, a letter is given up after as long.
    static func triesIn(pause: Int) -> Int { max(0, pause / 3_600 - 1) }

    /// So long a letter is tried that a server can't take now, in tries: about five days.
    static let mostTries = 120
}
