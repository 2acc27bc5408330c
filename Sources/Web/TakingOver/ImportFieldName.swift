import Casework

/// What a field of an import is called on the screen, with its name in the map behind it.
struct ImportFieldName {
    let say: Wording

    func words(_ field: String) -> String { name(ImportField(rawValue: field)).map { "\($0) (\(field))" } ?? field }

    private func name(_ field: ImportField?) -> String? {
        switch field {
        case .reference: say("Kenmerk", "Reference")
        case .channel: say("Kanaal", "Channel")
        case .receivedAt: say("Ontvangen op", "Received on")
        case .story: say("Verhaal", "Story")
        case .name: say("Naam", "Name")
        case .organisation: say("Organisatie", "Organisation")
        case .customerNumber: say("Klantnummer", "Customer number")
        case .email: say("E-mail", "E-mail")
        case .phone: say("Telefoon", "Phone")
        case .address: say("Postadres", "Postal address")
        case .language: say("Taal", "Language")
        case .preferredContact: say("Hoort graag per", "Prefers")
        case .about: say("Waar het over gaat", "What it is about")
        case .wrong: say("Wat er misging", "What went wrong")
        case .severity: say("Ernst", "Severity")
        case .severityReasons: say("Waarom ernstig", "Why serious")
        case .confidential: say("Vertrouwelijk", "Confidential")
        case .handler: say("Behandelaar", "Handler")
        case .phase: say("Fase", "Phase")
        case .contactAt: say("Moment van contact", "Moment of contact")
        case .contactOutcome: say("Wat het contact opleverde", "What came of the contact")
        case .resolvedAt: say("Opgelost op", "Resolved on")
        case .finding: say("Oordeel", "Finding")
        case .cause: say("Oorzaak", "Cause")
        case .remedyText: say("Tegemoetkoming", "Remedy")
        case .remedyAmount: say("Bedrag", "Amount")
        case .answer: say("Antwoord", "Answer")
        case .closedAt: say("Gesloten op", "Closed on")
        case .reason: say("Reden", "Reason")
        case nil: nil
        }
    }
}
