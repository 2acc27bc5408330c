import Casework
import Complaints
import Dialling
import Mail

/// What is wrong with mail, in words that say what to do.
extension Wording {
    func mailProblem(_ problem: FieldProblem) -> String {
        switch (problem.field.split(separator: ".").last.map(String.init) ?? "", problem.reason) {
        case ("host", _):
            self("Vul de naam van de server in, zoals mail.uwbedrijf.nl.", "Fill in the server's name, such as mail.company.nl.")
        case ("port", _): self("Vul een poort in, zoals 587 of 993.", "Fill in a port, such as 587 or 993.")
        case ("password", _): self("Vul het wachtwoord in.", "Fill in the password.")
        case ("user", _): self("Vul de gebruikersnaam in.", "Fill in the user name.")
        case ("tokenAddress", _): self("Vul een adres in dat met https:// begint.", "Fill in an address that begins with https://.")
        case ("clientID", _): self("Vul de client ID in.", "Fill in the client ID.")
        case ("folder", _): self("Vul de naam van een map in, zoals INBOX.", "Fill in a folder's name, such as INBOX.")
        case ("doneFolder", _): self("Kies een andere map dan die wij lezen.", "Choose another folder than the one we read.")
        case ("trustedServers", _): self("Vul namen van servers in, met komma’s ertussen.", "Fill in names of servers, commas between.")
        case ("forwarding", .itself):
            self(
                "Kies andere adressen dan dat van de klachten: zulke mail kwam hier weer binnen.",
                "Choose other addresses than that of the complaints: such mail would come in here again.")
        case ("forwarding", .tooMany(let limit)): self("Vul hoogstens \(limit) adressen in.", "Fill in at most \(limit) addresses.")
        case ("forwarding", _):
            self(
                "Vul e-mailadressen in met komma’s ertussen, zoals support@uwbedrijf.nl.",
                "Fill in e-mail addresses with commas between, such as support@company.nl.")
        default: accountProblem(problem)
        }
    }

    func mailTrouble(_ fault: any Error) -> String {
        switch fault {
        case let fault as DialFault: dialFault(fault)
        case MailboxFault.dial(let fault): dialFault(fault)
        case MailboxFault.noSuchMailbox(let name): self("er is geen map \(name) op de server.", "there is no folder \(name) at the server.")
        case MailCheckFault.noPassword:
            self("het bewaarde wachtwoord is niet te openen. Vul het opnieuw in.", "the kept password can't be opened. Fill it in again.")
        case TokenFault.dial(let fault): dialFault(fault)
        case TokenFault.refused(let error, let words):
            self("er werd geen token gegeven: \(error) \(words)", "no token was given: \(error) \(words)")
        default: "\(fault)"
        }
    }

    private func dialFault(_ fault: DialFault) -> String {
        switch fault {
        case .unknownHost(let host): self("er is geen server die \(host) heet.", "there is no server called \(host).")
        case .forbiddenAddress(let host, _):
            self("\(host) is op een adres dat niet bereikt mag worden.", "\(host) is at an address that may not be reached.")
        case .refused(let host, let port):
            self("\(host) neemt op poort \(port) geen verbindingen aan.", "\(host) takes no connections at port \(port).")
        case .unreachable(let host): self("er is geen weg naar \(host).", "there is no way to \(host).")
        case .noAnswer(let seconds): self("geen antwoord binnen \(seconds) s.", "no answer within \(seconds) s.")
        case .tooSlow(let seconds): self("niet klaar binnen \(seconds) s.", "not done within \(seconds) s.")
        case .certificate(let fault): certificate(fault)
        case .noTLSOffered:
            self("de server biedt geen TLS aan. Kies een andere beveiliging.", "the server offers no TLS. Choose another security.")
        case .tlsFailed(let words): self("TLS lukt niet: \(words)", "TLS fails: \(words)")
        case .loginRefused(let words):
            self("gebruikersnaam of wachtwoord is geweigerd: \(words)", "user name or password was refused: \(words)")
        case .loginNotOffered:
            self("de server biedt geen manier van inloggen die wij kennen.", "the server offers no way to log in that we know.")
        case .closed: self("de server verbrak de verbinding.", "the server closed the connection.")
        case .unreadableCertificates, .strangeAnswer, .answerTooLarge, .broken: "\(fault)"
        }
    }

    private func certificate(_ fault: DialFault.CertificateFault) -> String {
        switch fault {
        case .ofAnotherName: self("het certificaat is van een andere naam.", "the certificate is of another name.")
        case .expired: self("het certificaat is verlopen.", "the certificate has expired.")
        case .notYetValid: self("het certificaat is nog niet geldig.", "the certificate is not valid yet.")
        case .ofUnknownIssuer, .selfSigned:
            self(
                "het certificaat is van een uitgever die hier niet vertrouwd wordt.",
                "the certificate is of an issuer that is not trusted here.")
        case .revoked: self("het certificaat is ingetrokken.", "the certificate has been revoked.")
        case .unusable: self("het certificaat kan niet gecontroleerd worden.", "the certificate can't be checked.")
        }
    }
}
