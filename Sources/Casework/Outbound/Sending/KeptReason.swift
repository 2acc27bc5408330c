package import Dialling
import Mail

/// Why something was not sent, as it is kept beside it: the server's words as they are, and what we found ourselves by its kind, so that each
/// reader has it in their own language.
package enum KeptReason {
    private static let mark = "fault: "

    static func text(_ reason: SendingReason) -> String {
        guard reason.code == 0, let fault = reason.fault else { return reason.words }
        return switch fault {
        case .closed: mark + "closed"
        case .noAnswer(let seconds): "\(mark)no-answer \(seconds)"
        case .tooSlow(let seconds): "\(mark)too-slow \(seconds)"
        default: "\(fault)"
        }
    }

    /// What we found ourselves; nil for a server's words.
    package static func fault(in kept: String) -> DialFault? {
        guard kept.hasPrefix(mark) else { return nil }
        let parts = kept.dropFirst(mark.count).split(separator: " ")
        switch (parts.first, parts.last.flatMap { Int($0) }) {
        case ("closed", _): return .closed
        case ("no-answer", let seconds?): return .noAnswer(seconds: seconds)
        case ("too-slow", let seconds?): return .tooSlow(seconds: seconds)
        default: return nil
        }
    }
}
