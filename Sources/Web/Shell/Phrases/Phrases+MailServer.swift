import Casework
import Complaints
import Dialling
import Mail

/// What to try at a mail server that can't be spoken with: a port tells how it wants to begin, and the choice beside it may not be that.
extension Wording {
    /// What is wrong with mail at this server, and what to do.
    func mailTrouble(_ fault: any Error, at server: MailSettings.Server?) -> String {
        guard let server, let advice = securityAdvice(fault, server.security, Begin(server.port)) else { return mailTrouble(fault) }
        return "\(mailTrouble(fault)) \(advice)"
    }

    /// How a server begins at a port, as far as the number tells.
    private enum Begin {
        case withTLS, plainly, either

        init(_ port: UInt16) {
            self =
                switch port {
                case 465, 993: .withTLS
                case 25, 143, 587: .plainly
                default: .either
                }
        }
    }

    private func securityAdvice(_ fault: any Error, _ security: TransportSecurity, _ begin: Begin) -> String? {
        // "530 Must issue a STARTTLS command first"
        if security == .none, let reason = fault as? SendingReason, reason.words.uppercased().contains("STARTTLS") { return wantsTLS }
        let found: DialFault? =
            switch fault {
            case let fault as DialFault: fault
            case MailboxFault.dial(let fault): fault
            case let reason as SendingReason: reason.token == nil ? reason.fault : nil
            default: nil
            }
        switch (found, security) {
        case (.tlsFailed, .tls), (.noAnswer, .tls), (.closed, .tls):
            if begin == .withTLS { return nil }
            return self(
                "Begint de server op deze poort zonder TLS, zoals op 587 en 143? Kies dan “STARTTLS, verplicht”.",
                "Does the server begin without TLS at this port, as at 587 and 143? Then choose “STARTTLS, required”.")
        case (.noAnswer, .startTLS), (.tooSlow, .startTLS), (.closed, .startTLS), (.strangeAnswer, .startTLS), (.broken, .startTLS),
            (.noAnswer, .none), (.tooSlow, .none), (.closed, .none):
            if begin == .plainly { return nil }
            return self(
                "Is dit een poort voor TLS, zoals 465 en 993? Kies dan “TLS vanaf het begin”.",
                "Is this a port for TLS, such as 465 and 993? Then choose “TLS from the start”.")
        case (.loginNotOffered, .none):
            return wantsTLS
        case (.loginRefused(let words), .none), (.strangeAnswer(let words), .none):
            let isAbout = ["STARTTLS", "PRIVACYREQUIRED", "TLS", "ENCRYPTION"].contains { words.uppercased().contains($0) }
            return isAbout ? wantsTLS : nil
        default: return nil
        }
    }

    private var wantsTLS: String {
        self(
            "De server wil misschien eerst TLS. Kies “STARTTLS, verplicht”.",
            "The server may want TLS first. Choose “STARTTLS, required”.")
    }
}
