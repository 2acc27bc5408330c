import Casework
import Complaints
import Markup
import Records

extension Desk {
    /// What the person who reads this can undo now, or has just undone.
    var undoBar: HTML {
        guard let offer else { return HTML() }
        if let outcome = offer.outcome {
            let ends = outcome.at.adding(seconds: LastAct.seconds)
            return UndoBar(words: restored(offer, outcome), milliseconds: milliseconds(until: ends)).html
        }
        let left = milliseconds(until: offer.ends)
        return UndoBar(
            words: "\(words(of: offer)).", milliseconds: left, fields: undoFields(offer), address: Paths.undo,
            button: say("Ongedaan maken", "Undo"), left: "\((left + 999) / 1000) s"
        ).html
    }

    private func milliseconds(until end: Instant) -> Int64 { max(0, end.milliseconds - now.instant.milliseconds) }

    private func undoFields(_ offer: UndoOffer) -> HTML {
        var fields: [(String, String)] = [(UndoFields.back, ReturnPath.withoutFlash(visit.address))]
        if let single = offer.single {
            fields += [(UndoFields.number, single.number.formatted), (UndoFields.sequence, "\(single.sequence)")]
        } else {
            fields.append((UndoFields.together, "\(offer.id)"))
        }
        return group {
            token
            for (name, value) in fields { input(.type(.hidden), .name(name), .value(value)) }
        }
    }

    /// What was done, in a few words.
    func words(of offer: UndoOffer) -> String {
        let done = say.done(offer.act, colleague: name(of: offer.colleague))
        if let single = offer.single { return "\(single.number.formatted): \(lowercased(done))" }
        let many = say.count(offer.complaints, ("klacht", "klachten"), ("complaint", "complaints"))
        let skipped = offer.skipped > 0 ? say(", \(offer.skipped) overgeslagen", ", \(offer.skipped) skipped") : ""
        return "\(many) \(lowercased(done))\(skipped)"
    }

    private func restored(_ offer: UndoOffer, _ outcome: UndoOffer.Outcome) -> String {
        let done = lowercased(say.done(offer.act, colleague: name(of: offer.colleague)))
        guard let single = offer.single, let phase = outcome.phase else {
            let many = say.count(outcome.restored, ("klacht is", "klachten zijn"), ("complaint is", "complaints are"))
            return say("Ongedaan gemaakt: \(done). \(many) weer als ervoor.", "Undone: \(done). \(many) as before.")
        }
        let handler = name(of: outcome.handler).map { say(" bij \($0)", " with \($0)") } ?? say(" en niet toegewezen", " and unassigned")
        return say(
            "Ongedaan gemaakt: \(done). \(single.number.formatted) is weer \(say.phase(phase))\(handler).",
            "Undone: \(done). \(single.number.formatted) is \(say.phase(phase))\(handler) again.")
    }

    private func lowercased(_ words: String) -> String { words.prefix(1).lowercased() + words.dropFirst() }
}

/// Names of the fields of the form that undoes.
enum UndoFields {
    static let number = "klacht"
    static let sequence = "van"
    static let together = "samen"
    static let back = "terug"
}

extension Wording {
    /// An act that was done, in a few words.
    func done(_ act: Act, colleague: String?) -> String {
        let who = colleague ?? self("een collega", "a colleague")
        return switch act {
        case .correct: self("Gegevens verbeterd", "Details corrected")
        case .classify: self("Aard en ernst vastgelegd", "Nature and severity recorded")
        case .assign: self("Toegewezen aan \(who)", "Assigned to \(who)")
        case .accept: self("Aangenomen", "Accepted")
        case .return: self("Teruggegeven", "Returned")
        case .contact: self("Contact vastgelegd", "Contact recorded")
        case .note: self("Notitie bewaard", "Note saved")
        case .ask: self("Vraag aan de klant", "Question to the customer")
        case .receiveAnswer: self("Reactie van de klant vastgelegd", "Customer's reply recorded")
        case .consult: self("Gevraagd aan \(who)", "Asked of \(who)")
        case .contribute: self("Bijdrage bewaard", "Contribution saved")
        case .propose: self("Oplossing voorgesteld", "Solution proposed")
        case .answer: self("Bericht aan de klant", "Message to the customer")
        case .resolve: self("Opgelost", "Resolved")
        case .close: self("Gesloten", "Closed")
        case .reopen: self("Heropenen gevraagd", "Reopening asked")
        case .decideReopening: self("Besluit over heropenen", "Decision on reopening")
        case .withdraw: self("Ingetrokken", "Withdrawn")
        case .refer: self("Doorverwezen", "Referred")
        case .duplicate: self("Samengevoegd", "Merged")
        case .notDuplicate: self("Samenvoegen teruggedraaid", "Merging reversed")
        case .attach: self("Bestand toegevoegd", "File added")
        case .informed: self("Brief afgehandeld", "Letter dealt with")
        case .extend: self("Toezegging verlengd", "Promise extended")
        case .promise: self("Toezegging vastgelegd", "Promise recorded")
        case .keepPromise: self("Toezegging nagekomen", "Promise kept")
        case .register, .undo: ""
        }
    }
}
