import Casework
import Complaints
import Dialling
import Mail

/// What is wrong with mail, in words that say what to do.
extension Wording {
    func mailProblem(_ problem: FieldProblem) -> String {
        switch (problem.field.split(separator: ".").last.map(String.init) ?? "", problem.reason) {
        case ("address", _):
            self("Vul een e-mailadres in zoals klachten@uwbedrijf.nl.", "Fill in an e-mail address such as complaints@company.nl.")
        case ("host", _):
            self("Vul de naam van de server in, zoals mail.uwbedrijf.nl.", "Fill in the server's name, such as mail.company.nl.")
        case ("port", _): self("Vul een poort in, zoals 587 of 993.", "Fill in a port, such as 587 or 993.")
        case ("password", _): self("Vul het wachtwoord in.", "Fill in the password.")
        case ("user", _): self("Vul de gebruikersnaam in.", "Fill in the user name.")
        case ("tokenAddress", _): self("Vul een adres in dat met https:// begint.", "Fill in an address that begins with https://.")
        case ("clientID", _): self("Vul de client ID in.", "Fill in the client ID.")
        case ("folder", _): self("Vul de naam van een map in, zoals INBOX.", "Fill in a folder's name, such as INBOX.")
        case ("doneFolder", _): self("Kies een andere map dan die wij lezen.", "Choose another folder than the one we read.")
        case ("oldDays", _): self("Vul een aantal dagen in, zoals 30.", "Fill in a number of days, such as 30.")
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
        case let reason as SendingReason: sendingTrouble(reason)
        case let one as OneMailFault:
            self("mail nummer \(one.uid): \(mailTrouble(one.fault))", "mail number \(one.uid): \(mailTrouble(one.fault))")
        case MailboxFault.refused(_, let answer):
            self("de server weigert wat wij vragen." + quoted(answer), "the server refuses what we ask." + quoted(answer))
        case MailboxFault.garbled:
            self("de server spreekt geen IMAP zoals het hoort.", "the server does not speak IMAP as it should.")
        case MailboxFault.nothingInMail:
            self("de server noemt een mail en geeft er niets van.", "the server lists a mail and gives nothing of it.")
        case MailboxFault.noSuchMailbox(let name): self("er is geen map \(name) op de server.", "there is no folder \(name) at the server.")
        case MailCheckFault.noPassword:
            self("het bewaarde wachtwoord is niet te openen. Vul het opnieuw in.", "the kept password can't be opened. Fill it in again.")
        case TokenFault.dial(let fault): dialFault(fault)
        case TokenFault.refused(let error, let words):
            self("er werd geen token gegeven.", "no token was given.") + tokenAdvice(error) + quoted("\(error) \(words)")
        case TokenFault.wrongAddress:
            self("het adres voor tokens begint niet met https://.", "the address for tokens does not begin with https://.")
        case TokenFault.strangeAnswer(let status):
            self(
                "de server voor tokens geeft een vreemd antwoord (status \(status)).",
                "the server for tokens answers strangely (status \(status)).")
        default: self("er ging iets mis bij ons.", "something went wrong here.") + quoted("\(fault)")
        }
    }

    /// What to do where no token was given, by the endpoint's own word for why (RFC 6749).
    private func tokenAdvice(_ error: String) -> String {
        switch error {
        case "invalid_grant": self(" Vul een nieuw refresh token in.", " Fill in a new refresh token.")
        case "invalid_client", "unauthorized_client":
            self(" Vul de client ID en het client secret opnieuw in.", " Fill in the client ID and the client secret again.")
        case "invalid_scope": self(" Controleer de scope.", " Check the scope.")
        default: ""
        }
    }

    /// The server's own words, behind ours.
    private func quoted(_ words: String) -> String {
        words.isBlank ? "" : self(" De server zei: “\(words.trimmed)”", " The server said: “\(words.trimmed)”")
    }

    private func sendingTrouble(_ reason: SendingReason) -> String {
        if let token = reason.token { return mailTrouble(token) }
        guard let fault = reason.fault else { return reason.words }
        // These quote the server themselves.
        switch fault {
        case .loginRefused, .strangeAnswer: return dialFault(fault)
        default: return dialFault(fault) + (reason.code > 0 ? quoted(reason.words) : "")
        }
    }

    func dialFault(_ fault: DialFault) -> String {
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
            self(
                "de server biedt op deze poort geen STARTTLS aan. Kies “TLS vanaf het begin” met de poort daarvan (465 of 993).",
                "the server offers no STARTTLS at this port. Choose “TLS from the start” with its port (465 or 993).")
        case .tlsFailed(let words): self("TLS lukt niet (\(words)).", "TLS fails (\(words)).")
        case .loginRefused(let words):
            self("gebruikersnaam of wachtwoord is geweigerd.", "user name or password was refused.") + quoted(words)
        case .loginNotOffered:
            self("de server biedt geen manier van inloggen die wij kennen.", "the server offers no way to log in that we know.")
        case .closed: self("de server verbrak de verbinding.", "the server closed the connection.")
        case .strangeAnswer(let words):
            self("de server antwoordt niet zoals verwacht.", "the server does not answer as expected.") + quoted(words)
        case .answerTooLarge(let limit):
            self("het antwoord van de server is groter dan \(size(limit)).", "the server's answer is larger than \(size(limit)).")
        case .unreadableCertificates(let path):
            self("het bestand met certificaten is niet te lezen: \(path)", "the file of certificates can't be read: \(path)")
        case .broken(let words): self("de verbinding ging stuk (\(words)).", "the connection broke (\(words)).")
        }
    }

    private func certificate(_ fault: DialFault.CertificateFault) -> String {
        switch fault {
        case .ofAnotherName: self("het certificaat is van een andere naam.", "the certificate is of another name.")
        case .expired: self("het certificaat is verlopen.", "the certificate has expired.")
        case .notYetValid: self("het certificaat is nog niet geldig.", "the certificate is not valid yet.")
        case .ofUnknownIssuer, .selfSigned:
            self(
                """
                het certificaat is van een uitgever die hier niet vertrouwd wordt. Is het een uitgever van uzelf? Start Gehoor dan met \
                GEHOOR_CERTIFICATES=bestand.pem.
                """,
                """
                the certificate is of an issuer that is not trusted here. Is it an issuer of your own? Then start Gehoor with \
                GEHOOR_CERTIFICATES=file.pem.
                """)
        case .revoked: self("het certificaat is ingetrokken.", "the certificate has been revoked.")
        case .unusable: self("het certificaat kan niet gecontroleerd worden.", "the certificate can't be checked.")
        }
    }
}
