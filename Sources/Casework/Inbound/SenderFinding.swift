import Mail

extension PlacingQuestion.Authentication {
    /// - Parameter isAsked: whether the house trusts any server to say something.
    init(_ found: AuthenticationResult?, isAsked: Bool) {
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
    init(_ mail: ReadMail) {
        let perhaps: Set<RobotSign> = [.outOfOffice, .noReply, .suppressed]
        let signs = Set(mail.robotSigns)
        if mail.deliveryReport != nil || signs.contains(.report) || (signs.contains(.mailerDaemon) && mail.returnPath == .null) {
            self = .report
        } else if signs.isEmpty {
            self = .nobody
        } else if signs.isSubset(of: perhaps) {
            self = .perhaps
        } else {
            self = signs.contains(.outOfOffice) ? .outOfOffice : .other
        }
    }
}
