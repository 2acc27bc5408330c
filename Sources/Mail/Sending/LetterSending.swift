package import Dialling
package import Foundation

/// What became of a letter at the mail server.
package enum SendingOutcome: Hashable, Sendable {
    case accepted(words: String)
    /// The server can't take it now (4xx), or could not be spoken with.
    case later(SendingReason)
    /// The server will never take this letter (5xx).
    case never(SendingReason)
    /// The whole letter was handed over and no answer came: it may have been taken. Sent again, it goes under the same Message-ID.
    case inDoubt(SendingReason)
    /// The server does not take letters from us at all: wrong password, no TLS, a certificate that is not right. Not the letter's fault.
    case unavailable(SendingReason)
}

/// Why, as data.
package struct SendingReason: Error, Hashable, Sendable, CustomStringConvertible {
    /// The server's number; 0 when it gave none.
    package let code: Int
    /// The server's words, or ours when it said nothing.
    package let words: String
    package let fault: DialFault?
    /// There was no token to log in by.
    package let token: TokenFault?
    /// It is about the server, not about the letter: no other letter would fare better now.
    package let isAboutServer: Bool

    package init(code: Int, words: String, fault: DialFault?, token: TokenFault? = nil, isAboutServer: Bool = false) {
        (self.code, self.words, self.fault, self.token, self.isAboutServer) = (code, words, fault, token, isAboutServer)
    }

    package var description: String { code > 0 ? words : fault.map { "\($0)" } ?? words }
}

/// Sends letters by one mail server, each for one address.
package struct LetterSending: Sendable {
    private let submission: Submission

    package init(by submission: Submission) { self.submission = submission }

    /// - Parameters:
    ///   - letter: whole, as bytes.
    ///   - sender: who hears when it can't be delivered; nil for nobody, as automatic answers need.
    package func send(_ letter: Data, from sender: EnvelopeAddress?, to recipient: EnvelopeAddress, login: Login?) async -> SendingOutcome {
        Self.outcome(await submission.send(letter, from: sender, to: recipient, login: login))
    }

    /// 450 means later, 550 means never.
    static func outcome(_ answer: SubmissionAnswer) -> SendingOutcome {
        guard let fault = answer.fault else { return .accepted(words: answer.words) }
        let hasAnswer = (400...599).contains(answer.code)
        let reason = SendingReason(
            code: hasAnswer ? answer.code : 0, words: answer.words, fault: fault, isAboutServer: answer.stage == .reaching)
        if answer.stage == .reaching { return isPassing(fault, code: answer.code) ? .later(reason) : .unavailable(reason) }
        switch answer.code {
        case 530, 535, 538: return .unavailable(reason)
        case 400...499: return .later(reason)
        case 500...599: return .never(reason)
        default: return answer.isHandedOver ? .inDoubt(reason) : .later(reason)
        }
    }

    /// Whether waiting may help when the server could not be reached.
    private static func isPassing(_ fault: DialFault, code: Int) -> Bool {
        switch fault {
        case .refused, .unreachable, .noAnswer, .tooSlow, .closed, .unknownHost, .broken: true
        case .loginRefused: (400...499).contains(code)
        case .strangeAnswer: code < 500
        default: false
        }
    }
}
