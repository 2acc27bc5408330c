package import Records

/// What is known about a mail when it must be decided where it belongs.
package struct PlacingQuestion: Hashable, Sendable {
    /// The reference of a letter of ours that it carries.
    package enum Token: String, Hashable, Sendable, CaseIterable {
        case none
        /// It looks like one and is none of ours.
        case forged
        case genuine
    }

    package enum Sender: String, Hashable, Sendable, CaseIterable {
        /// Belongs to the file that the token speaks of.
        case participant
        case stranger
        case staff
        /// One of the house's own addresses, or a letter of ours that came back.
        case own
        /// None, several, or no address that letters reach.
        case unclear
    }

    /// What the receiving server found about the sender.
    package enum Authentication: String, Hashable, Sendable, CaseIterable {
        case passed, failed
        /// No finding either way, or no server that is asked.
        case unknown
        /// A server is trusted to say something, and said nothing: the mail came by another way.
        case missing
    }

    /// What sort of program wrote it.
    package enum Robot: String, Hashable, Sendable, CaseIterable {
        case nobody
        /// Only its subject or the name of its sender says so, which people use too.
        case perhaps
        case outOfOffice, report, other
    }

    package var token: Token
    package var sender: Sender
    package var authentication: Authentication
    package var robot: Robot
    /// It names the number of a complaint that there is.
    package var namesNumber: Bool
    /// There are words or files in it.
    package var hasContent: Bool
    /// Too many from this address, or in all, to be answered by themselves.
    package var isCrowd: Bool

    package init(
        token: Token = .none, sender: Sender = .stranger, authentication: Authentication = .unknown, robot: Robot = .nobody,
        namesNumber: Bool = false, hasContent: Bool = true, isCrowd: Bool = false
    ) {
        (self.token, self.sender, self.authentication, self.robot) = (token, sender, authentication, robot)
        (self.namesNumber, self.hasContent, self.isCrowd) = (namesNumber, hasContent, isCrowd)
    }
}

/// Whose file a mail goes into: the whole policy. Mail grants nothing: staff never act by it, numbers join nothing, and only who holds
/// the reference of a letter *and* is whom the file is about gets into a file unasked.
package enum PlacingPolicy {
    package enum Answer: Hashable, Sendable {
        /// A complaint of its own, with its acknowledgement.
        case register
        /// Into the file of the token.
        case join
        /// Kept, answered by nobody, and nobody is asked.
        case set(InboxOutcome)
        /// A person is asked; it stands beside the file of the token or the number.
        case ask(InboxOutcome)
    }

    package static func answer(to question: PlacingQuestion) -> Answer {
        if question.sender == .own { return .set(.own) }
        switch question.robot {
        case .report: return .set(.report)
        case .outOfOffice: return .set(.outOfOffice)
        case .other: return .set(.robot)
        case .perhaps, .nobody: break
        }
        if question.sender == .staff { return .ask(.staff) }
        if question.token == .genuine { return answerInThread(question) }
        if question.sender == .unclear { return .ask(.unanswerable) }
        if question.robot == .perhaps { return .ask(.robot) }
        if question.namesNumber { return .ask(.numbered) }
        if !question.hasContent { return .ask(.empty) }
        return question.isCrowd ? .ask(.crowd) : .register
    }

    private static func answerInThread(_ question: PlacingQuestion) -> Answer {
        let isTrusted = question.authentication == .passed || question.authentication == .unknown
        return question.sender == .participant && isTrusted && question.hasContent ? .join : .ask(.beside)
    }
}
