package import Mail

extension PlacingQuestion.Authentication {
    /// What the receiving server's finding comes to.
    ///
    /// - Parameter isAsked: whether the house trusts any server to say something.
    package init(_ found: AuthenticationResult?, isAsked: Bool) {
        guard let found else {
            self = isAsked ? .missing : .unknown
            return
        }
        switch found.dmarc {
        case .pass: self = .passed
        case .fail: self = .failed
        case .none, .unclear:
            // A domain without a policy: what its servers and signatures say is all there is.
            if found.spf == .pass || found.dkim == .pass { self = .passed } else { self = found.spf == .fail ? .failed : .unknown }
        }
    }
}

extension PlacingQuestion.Robot {
    private static func saysFailure(_ subject: String) -> Bool {
        let subject = subject.lowercased()
        return [
            "undeliver", "delivery fail", "failure notice", "returned mail", "mail delivery", "delivery status", "onbestelbaar",
            "niet bezorgd",
            "kon niet worden bezorgd",
        ].contains { subject.contains($0) }
    }

    init(_ mail: ReadMail) {
        let perhaps: Set<RobotSign> = [.outOfOffice, .noReply, .suppressed]
        let signs = Set(mail.robotSigns)
        if mail.deliveryReport != nil || signs.contains(.report) {
            self = .report
        } else if signs.contains(.mailerDaemon) || (!signs.isSubset(of: perhaps) && Self.saysFailure(mail.subject)) {
            self = .maybeBounce
        } else if signs.isEmpty {
            self = .nobody
        } else if signs.isSubset(of: perhaps) {
            self = .perhaps
        } else {
            self = signs.contains(.outOfOffice) ? .outOfOffice : .other
        }
    }
}
