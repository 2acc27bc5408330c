package import Records

/// What is known about a mail when it must be decided where it belongs.
package struct PlacingQuestion: Hashable, Sendable {
    /// The reference of a letter of ours that it carries.
    package enum Token: String, Hashable, Sendable, CaseIterable {
        case none
        /// It looks like one and is none of ours.
        case forged
        case genuine
        /// That of a question which a colleague without an account was asked by mail.
        case question
    }

    package enum Sender: String, Hashable, Sendable, CaseIterable {
        /// Belongs to the file that the token speaks of.
        case participant
        case stranger
        case staff
        /// Whom the question was asked, and nobody who can sign in here.
        case asked
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
        /// A mail server that writes in words of its own, such as that a letter did not arrive.
        case maybeBounce
    }

    /// Whether it is of an old mailbox that somebody gave to `gehoor import-mail`.
    package enum Old: String, Hashable, Sendable, CaseIterable {
        case no
        case alone
        /// It answers an earlier mail of that mailbox, whose sender it has too.
        case continued
        /// It answers one, and is from somebody else.
        case answering
    }

    /// Whose complaint's number it names, which anybody can.
    package enum Number: String, Hashable, Sendable, CaseIterable {
        case none, other
        /// One to which its sender belongs.
        case own
    }

    package var token: Token
    package var sender: Sender
    package var authentication: Authentication
    package var robot: Robot
    package var number: Number
    /// There are words or files in it.
    package var hasContent: Bool
    /// What it says can be read only with its reader's key.
    package var isEncrypted: Bool
    /// Too many from this address, or in all, to be answered by themselves.
    package var isCrowd: Bool
    package var old: Old

    package init(
        token: Token = .none, sender: Sender = .stranger, authentication: Authentication = .unknown, robot: Robot = .nobody,
        number: Number = .none, hasContent: Bool = true, isEncrypted: Bool = false, isCrowd: Bool = false, old: Old = .no
    ) {
        (self.token, self.sender, self.authentication, self.robot) = (token, sender, authentication, robot)
        (self.number, self.hasContent, self.isEncrypted, self.isCrowd, self.old) = (number, hasContent, isEncrypted, isCrowd, old)
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
        /// Into the file of the question, as the answer of whom it was asked: no act of staff.
        case contribute
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
        case .maybeBounce: return question.old == .no ? .ask(.maybeBounce) : .set(.robot)
        case .perhaps, .nobody: break
        }
        // What colleagues wrote then is no work for anybody now.
        if question.sender == .staff { return question.old == .no ? .ask(.staff) : .set(.staff) }
        // A complaint of which only the subject is known would be promised an answer to nobody knows what.
        if question.isEncrypted { return .ask(.encrypted) }
        if question.token == .genuine { return answerInThread(question) }
        if question.token == .question {
            return question.sender == .asked && question.isTrusted && question.hasContent ? .contribute : .ask(.beside)
        }
        // Whom something was asked answers that, and does nothing else by mail.
        if question.sender == .asked { return .ask(.staff) }
        if question.sender == .unclear { return .ask(.unanswerable) }
        if question.old == .continued, question.hasContent { return .join }
        if question.robot == .perhaps { return .ask(.robot) }
        if question.old == .answering { return .ask(.beside) }
        // Whose number it is makes no difference to what is done, only to what a person is told.
        if question.number != .none { return .ask(question.number == .own && question.isTrusted ? .ownNumber : .numbered) }
        if !question.hasContent { return .ask(.empty) }
        return question.isCrowd && question.old == .no ? .ask(.crowd) : .register
    }

    private static func answerInThread(_ question: PlacingQuestion) -> Answer {
        question.sender == .participant && question.isTrusted && question.hasContent ? .join : .ask(.beside)
    }
}

extension PlacingQuestion {
    /// Nothing says that somebody else wrote it in the sender's name.
    fileprivate var isTrusted: Bool { authentication == .passed || authentication == .unknown }
}
