import Casework
import Complaints
import Records

/// The domain's values in the words of staff and customers.
extension Wording {
    func phase(_ phase: Phase) -> String {
        switch phase {
        case .received: self("ontvangen", "received")
        case .assigned: self("toegewezen", "assigned")
        case .inProgress: self("in behandeling", "in progress")
        case .waitingForCustomer: self("wacht op klant", "waiting for customer")
        case .solutionProposed: self("oplossing voorgesteld", "solution proposed")
        case .resolved: self("opgelost", "resolved")
        case .closed: self("gesloten", "closed")
        case .reopened: self("heropend", "reopened")
        case .withdrawn: self("ingetrokken", "withdrawn")
        case .referred: self("doorverwezen", "referred")
        case .duplicate: self("samengevoegd", "merged")
        }
    }

    /// A phase as a procedure calls it, for the middle of a sentence.
    func phase(_ phase: Phase, under procedure: Procedure) -> String { self.phase(phase, called: procedure.name(of: phase)) }

    /// A phase by the name that a procedure gives it, where it gives one.
    func phase(_ phase: Phase, called name: Bilingual?) -> String {
        guard let name = name?.text(in: language) else { return self.phase(phase) }
        // An abbreviation keeps its capitals.
        let isAbbreviated = name.dropFirst().first.map { $0.isUppercase || $0.isNumber } ?? false
        return isAbbreviated ? name : name.prefix(1).lowercased() + name.dropFirst()
    }

    func phase(_ phase: CustomerPhase) -> String {
        switch phase {
        case .received: self("Ontvangen", "Received")
        case .lookingIntoIt: self("Wij zoeken het uit", "We are looking into it")
        case .question: self("Wij hebben een vraag aan u", "We have a question for you")
        case .resolved: self("Opgelost", "Resolved")
        case .lookedAtAgain: self("Opnieuw bekeken", "Looked at again")
        }
    }

    func channel(_ channel: Channel) -> String { InsightWords(language).channel(channel) }

    func role(_ role: Role) -> String {
        switch role {
        case .intake: self("klantenservice", "customer service")
        case .handler: self("behandelaar", "handler")
        case .manager: self("klachtenmanager", "complaints manager")
        case .management: self("directie", "management")
        case .auditor: self("auditor", "auditor")
        case .administrator: self("beheerder", "administrator")
        }
    }

    func severity(_ severity: Severity) -> String {
        switch severity {
        case .normal: self("gewoon", "normal")
        case .serious: self("ernstig", "serious")
        case .critical: self("zeer ernstig", "critical")
        }
    }

    func reason(_ reason: SeverityReason) -> String {
        switch reason {
        case .safety: self("veiligheid", "safety")
        case .money: self("veel geld", "a lot of money")
        case .privacy: self("privacy of datalek", "privacy or data breach")
        case .vulnerable: self("kwetsbaar persoon", "vulnerable person")
        case .media: self("media", "media")
        case .repeat: self("herhaling", "repetition")
        }
    }

    func finding(_ finding: Finding) -> String {
        switch finding {
        case .upheld: self("gegrond", "upheld")
        case .partlyUpheld: self("deels gegrond", "partly upheld")
        case .notUpheld: self("ongegrond", "not upheld")
        case .informal: self("geen oordeel (informeel opgelost)", "none (solved informally)")
        }
    }

    func outcome(_ outcome: ContactOutcome) -> String {
        switch outcome {
        case .reached: self("gesproken", "reached")
        case .messageSent: self("bericht gestuurd", "message sent")
        case .voicemail: self("voicemail", "voicemail")
        case .noAnswer: self("geen gehoor", "no answer")
        case .wrongNumber: self("verkeerd nummer", "wrong number")
        }
    }

    func means(_ means: ContactMeans) -> String {
        switch means {
        case .phone: self("telefoon", "phone")
        case .email: self("e-mail", "e-mail")
        case .letter: self("brief", "letter")
        }
    }

    func authority(_ authority: Representative.Authority) -> String {
        switch authority {
        case .claimed: self("nog niet gezien", "not yet seen")
        case .verbal: self("mondeling bevestigd door de klant", "confirmed verbally by the customer")
        case .written: self("schriftelijk gezien", "seen in writing")
        }
    }

    func promise(_ kind: PromiseKind) -> String {
        switch kind {
        case .acknowledgement: self("ontvangst bevestigd", "acknowledgement")
        case .firstContact: self("eerste contact", "first contact")
        case .resolution: self("oplossing", "resolution")
        case .progress: self("volgend bericht", "next message")
        case .statutory: self("wettelijke termijn", "statutory term")
        case .byHand: self("bericht toegezegd", "message promised")
        case .review: self("opnieuw beoordelen", "second look")
        case .immediate: self("direct te doen", "to be done at once")
        }
    }

    func state(_ state: PromiseState) -> String {
        switch state {
        case .open: self("loopt", "open")
        case .kept: self("nagekomen", "kept")
        case .broken: self("niet nagekomen", "broken")
        case .withdrawn: self("vervallen", "withdrawn")
        }
    }

    func view(_ view: WorklistView) -> String {
        switch view {
        case .mine: self("Mijn open", "My open")
        case .new: self("Nieuw voor mij", "New for me")
        case .unassigned: self("Niet toegewezen", "Unassigned")
        case .today: self("Vandaag af", "Due today")
        case .late: self("Te laat", "Late")
        case .waiting: self("Wacht op klant", "Waiting for customer")
        case .reaction: self("Reactie ontvangen", "Reply received")
        case .reopening: self("Heropenen gevraagd", "Reopening asked")
        case .open: self("Alle open", "All open")
        case .all: self("Alles", "All")
        }
    }
}
