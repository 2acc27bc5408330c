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
            return UndoBar(words: restored(offer, outcome), milliseconds: milliseconds(until: ends), close: say("Sluit", "Close")).html
        }
        let left = milliseconds(until: offer.ends)
        return UndoBar(
            words: "\(words(of: offer)).", milliseconds: left, fields: undoFields(offer), address: Paths.undo,
            button: say("Ongedaan maken", "Undo"), left: "\((left + 999) / 1000) s"
        ).html
    }

    private func milliseconds(until end: Instant) -> Int64 { max(0, end.milliseconds - now.instant.milliseconds) }

    private func undoFields(_ offer: UndoOffer) -> HTML {
        var fields: [(String, String)] = [(UndoFields.back, place)]
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

    /// Where this page can be come back to: itself, or, when it is what came of a form, the page that the form stood on.
    private var place: String {
        if !visit.address.isEmpty { return ReturnPath.withoutFlash(visit.address) }
        guard let sent = visit.memory.sent else { return Paths.home }
        if let back = ReturnPath.safe(sent.form.text(UndoFields.back)) { return back }
        let parts = sent.path.split(separator: "/")
        if let number = parts.dropFirst().first.flatMap({ ComplaintNumber(parsing: String($0)) }), "/\(parts[0])" == Paths.worklist {
            return Paths.file(number)
        }
        return Paths.home
    }

    /// What was done, in a few words.
    func words(of offer: UndoOffer) -> String {
        let done = done(offer)
        if let single = offer.single { return "\(single.number.formatted): \(lowercased(done))" }
        let many = say.count(offer.complaints, ("klacht", "klachten"), ("complaint", "complaints"))
        let skipped = offer.skipped > 0 ? say(", \(offer.skipped) overgeslagen", ", \(offer.skipped) skipped") : ""
        return "\(many)\(offer.decision == nil ? "" : ":") \(lowercased(done))\(skipped)"
    }

    private func done(_ offer: UndoOffer) -> String {
        switch offer.decision {
        case .keep(let day):
            let last = DateWords.long(day, language)
            return say("Besloten om te bewaren tot en met \(last)", "Decided to keep through \(last)")
        case .erase: return say("Besloten om te wissen", "Decided to erase")
        case nil where offer.resends: return say("Brief gaat opnieuw weg", "Letter goes out again")
        case nil: return say.done(offer.act, colleague: name(of: offer.colleague))
        }
    }

    private func restored(_ offer: UndoOffer, _ outcome: UndoOffer.Outcome) -> String {
        let done = lowercased(done(offer))
        guard let single = offer.single, let phase = outcome.phase else {
            let many = say.count(outcome.restored, ("klacht is", "klachten zijn"), ("complaint is", "complaints are"))
            return say("Ongedaan gemaakt: \(done). \(many) weer als ervoor.", "Undone: \(done). \(many) as before.")
        }
        let undone = say("Ongedaan gemaakt: \(done).", "Undone: \(done).")
        if !offer.act.movesFile {
            let hasWords = offer.decision == nil && DraftSlots.form(of: offer.act) != nil
            return hasWords
                ? undone + say(" Wat u schreef staat weer in het formulier.", " What you wrote stands in the form again.") : undone
        }
        return undone
            + say(
                " \(single.number.formatted) is weer \(self.phase(phase))\(with(outcome.handler, phase)).",
                " \(single.number.formatted) is \(self.phase(phase))\(with(outcome.handler, phase)) again.")
    }

    /// Whose it is, behind the phase: "toegewezen aan Sara", "in behandeling bij Sara".
    private func with(_ handler: StaffID?, _ phase: Phase) -> String {
        guard let name = name(of: handler) else { return phase.isOpen ? say(" en niet toegewezen", " and unassigned") : "" }
        switch phase {
        case .assigned: return say(" aan \(name)", " to \(name)")
        case .inProgress: return say(" bij \(name)", " with \(name)")
        default: return say(", bij \(name)", ", with \(name)")
        }
    }

    private func lowercased(_ words: String) -> String { words.prefix(1).lowercased() + words.dropFirst() }
}

extension Act {
    /// Whether it changes where a file stands, or whose it is; a letter or a note does not.
    fileprivate var movesFile: Bool {
        switch self {
        case .assign, .accept, .return, .ask, .receiveAnswer, .propose, .resolve, .close, .decideReopening, .withdraw, .refer, .duplicate,
            .notDuplicate:
            true
        default: false
        }
    }
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
        case .investigate: self("Oorzaken vastgelegd", "Causes recorded")
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
        case .movePromise: self("Toezegging verzet", "Promise moved")
        case .dropPromise: self("Toezegging ingetrokken", "Promise withdrawn")
        case .register, .undo, .rate: ""
        }
    }
}
