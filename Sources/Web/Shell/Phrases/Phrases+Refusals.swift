import Casework
import Complaints

/// Every "no" as a sentence that says what to do.
extension Wording {
    func refusal(_ refusal: Refusal) -> String {
        switch refusal {
        case .notThere, .notAllowed: self("Dit is er niet, of niet voor u.", "This is not there, or not for you.")
        case .notLed(let from, let to, let version):
            self(
                "De klachtenprocedure van deze klacht (versie \(version)) leidt niet van “\(from.text(in: language))” naar “\(to.text(in: language))”.",
                "The procedure of this complaint (version \(version)) does not lead from “\(from.text(in: language))” to “\(to.text(in: language))”."
            )
        case .notNow(.close, .resolved, _):
            self(
                "De klant vraagt om opnieuw te kijken. Beslis daar eerst over.",
                "The customer asks to look at it again. Decide on that first.")
        case .notNow(_, let phase, let name):
            self(
                "Dit kan niet meer of nog niet: de klacht staat op “\(self.phase(phase, called: name))”. Bekijk het dossier opnieuw.",
                "This can't be done now: the complaint stands at “\(self.phase(phase, called: name))”. Look at the file again.")
        case .movedOn:
            self(
                "Dit dossier is intussen bijgewerkt, door een collega of door u in een ander venster. Bekijk wat er veranderde en verstuur opnieuw; uw tekst staat er nog.",
                "This file has been changed meanwhile, by a colleague or by you in another window. See what changed and send again; your text is still here."
            )
        case .invalid: self("Er is een probleem met wat u invulde.", "There is a problem with what you filled in.")
        case .natureNotFinal:
            self(
                "Kies eerst wat er precies misging: “overig” kan niet het eindoordeel zijn.",
                "First choose what exactly went wrong: “other” can't be the final nature.")
        case .reopeningTooLate(let day):
            self(
                "Heropenen kon tot en met \(DateWords.long(day, language)). Registreer een nieuwe klacht.",
                "Reopening was possible until \(DateWords.long(day, language)). Register a new complaint.")
        case .ratingTooLate(let day):
            self("Dit kon tot en met \(DateWords.long(day, language)).", "This was possible until \(DateWords.long(day, language)).")
        case .consultationNotOpen:
            self("Deze bijdrage is al gegeven, of nooit gevraagd.", "This contribution was given already, or was never asked.")
        case .letterNotWaiting: self("Deze brief wacht niet meer.", "This letter is no longer waiting.")
        case .duplicateInCircle:
            self(
                "Die klacht is zelf al met deze samengevoegd. Maak dat eerst ongedaan.",
                "That complaint is itself merged into this one. Undo that first.")
        case .needsOtherJudge:
            self(
                "U behandelde deze klacht zelf: dat opnieuw kijken niet nodig is, kan alleen een ander beslissen.",
                "You handled this complaint yourself: only somebody else can decide that there is no need to look again.")
        case .reactionWaits: reactionWaits
        case .promiseOwed: promiseOwed
        case .cannotUndo(let obstacle): cannotUndo(obstacle)
        case .cannotExtend(let obstacle): cannotExtend(obstacle)
        case .closingTooEarly(let day):
            self(
                "De klant kan nog reageren tot en met \(DateWords.long(day, language)). Sluit daarna.",
                "The customer can still react until \(DateWords.long(day, language)). Close it after that.")
        case .needsSecondPair(let limit):
            self(
                "Boven \(DateWords.money(limit, language)) kijken twee mensen: een ander behandelt de klacht, en een klachtenmanager die niet zelf behandelde of het voorstel deed, legt de oplossing vast.",
                "Above \(DateWords.money(limit, language)) two people look: somebody else handles the complaint, and a complaints manager who neither handled it nor proposed the solution records it."
            )
        }
    }

    private var reactionWaits: String {
        self(
            "De klant heeft nog geen antwoord op zijn laatste bericht. Antwoord eerst, of zeg dat u zonder antwoord sluit.",
            "The customer has no answer to the last message yet. Answer first, or say that you close without an answer.")
    }

    private var promiseOwed: String {
        self(
            "Er staat nog een toezegging aan de klant open. Leg vast dat die gedaan is, of trek die in; sluit daarna.",
            "Something that was promised to the customer is still open. Record that it was done, or withdraw it; close after that.")
    }

    private func cannotExtend(_ obstacle: ExtensionObstacle) -> String {
        switch obstacle {
        case .notOpen: self("Deze toezegging loopt niet meer.", "This promise is not open any more.")
        case .notExtendable:
            self("De procedure geeft deze toezegging geen latere datum.", "The procedure gives this promise no later date.")
        case .extendedAlready:
            self("Deze toezegging is al zo vaak verlengd als mag.", "This promise has been extended as often as is allowed.")
        case .overdue:
            self(
                "De datum is al voorbij: verlengen kan niet meer. Neem contact op met de klant.",
                "The date has passed: it can't be extended any more. Get in touch with the customer.")
        }
    }

    private func cannotUndo(_ obstacle: UndoObstacle) -> String {
        switch obstacle {
        case .tooLate:
            self(
                "Ongedaan maken kan \(LastAct.seconds) seconden lang; die tijd is voorbij. Zet het in het dossier weer recht.",
                "Undoing is possible for \(LastAct.seconds) seconds; that time has passed. Put it right in the file.")
        case .notYours: self("Een ander deed dit. Vraag het die collega.", "Somebody else did this. Ask that colleague.")
        case .overtaken:
            self(
                "Er is in dit dossier intussen iets anders gebeurd. Bekijk het dossier en zet het daar recht.",
                "Something else has happened in this file meanwhile. Look at the file and put it right there.")
        case .nothingToUndo: self("Er is niets om ongedaan te maken.", "There is nothing to undo.")
        case .undoneAlready: self("Dit is al ongedaan gemaakt.", "This has been undone already.")
        case .letterHandedOver:
            self(
                "De brief hierover is al bij de klant. Vertel de klant wat er verandert.",
                "The customer already has the letter about this. Tell the customer what changes.")
        }
    }

    /// What to do about a field, by its name in the API.
    func problem(_ problem: FieldProblem) -> String {
        switch problem.reason {
        case .missing: missing(problem.field)
        case .tooLong(let limit):
            self("Maak deze tekst korter: hoogstens \(limit) tekens.", "Make this text shorter: at most \(limit) characters.")
        case .malformed: malformed(problem.field)
        case .unknown: self("Kies een van de mogelijkheden.", "Choose one of the possibilities.")
        case .unreachable:
            self(
                "Vul een e-mailadres, een telefoonnummer of een postadres in.",
                "Fill in an e-mail address, a phone number or a postal address.")
        case .tooLate: self("Kies een dag binnen tien jaar.", "Choose a day within ten years.")
        case .inTheFuture: self("Kies een moment dat al geweest is.", "Choose a moment that has passed.")
        case .tooEarly: tooEarly(problem.field)
        case .notAnAmount: self("Vul een bedrag in zoals 12,50.", "Fill in an amount such as 12.50.")
        case .notSuitable:
            self(
                "Kies een collega die dit kan doen en over wie de klacht niet gaat.",
                "Choose a colleague who can do this and whom it is not about.")
        case .itself where problem.field == "of":
            self("Dit is deze klacht zelf: vul het nummer van de andere in.", "This is this very complaint: fill in the other's number.")
        case .itself where problem.field == "handler": self("Kies een andere behandelaar dan nu.", "Choose another handler than now.")
        case .itself: self("Kies een ander dan nu.", "Choose another than now.")
        case .outside(let least, let most):
            self("Vul een getal in van \(least) tot en met \(most).", "Fill in a number from \(least) to \(most).")
        case .unfilled:
            self("Vul in wat tussen {{? en }} staat, of haal het weg.", "Fill in what stands between {{? and }}, or take it out.")
        case .overlaps(let first, let last):
            self(
                "Er is al iets over \(DateWords.short(first)) tot en met \(DateWords.short(last)).",
                "There is something already about \(DateWords.short(first)) until \(DateWords.short(last)).")
        case .inRing:
            self(
                "Kies iemand die niet zelf wordt vervangen door wie afwezig is.",
                "Choose somebody who is not replaced by whoever is away.")
        case .tooMany(let limit): self("Geef er hoogstens \(limit).", "Give at most \(limit).")
        }
    }

    private func tooEarly(_ field: String) -> String {
        switch field {
        case "by": self("Vul minstens 1 in.", "Fill in at least 1.")
        case "due", "promiseDue": self("Kies vandaag of een latere dag.", "Choose today or a later day.")
        case "at": self("Kies een moment na de ontvangst van de klacht.", "Choose a moment after the complaint was received.")
        default: self("Kies een dag na 1 januari 2000.", "Choose a day after 1 January 2000.")
        }
    }

    private func missing(_ field: String) -> String {
        switch field {
        case "story": self("Vertel wat er is misgegaan.", "Tell what went wrong.")
        case "customer.name": self("Vul een naam in.", "Fill in a name.")
        case "representative.name": self("Vul de naam van de vertegenwoordiger in.", "Fill in the representative's name.")
        case "reason": self("Schrijf op waarom.", "Write down why.")
        case "text", "question": self("Schrijf eerst een tekst.", "Write a text first.")
        case "handler": self("Kies een behandelaar.", "Choose a handler.")
        case "colleague": self("Kies een collega.", "Choose a colleague.")
        case "colleagueName": self("Vul de naam in van wie u iets vraagt.", "Fill in the name of whom you ask.")
        case "colleagueEmail": self("Vul het e-mailadres in van wie u iets vraagt.", "Fill in the e-mail address of whom you ask.")
        case "by": self("Vul in hoeveel er bij komt.", "Fill in how much is added.")
        case "due": self("Kies een datum.", "Choose a date.")
        case "outcome": self("Kies wat het contact opleverde.", "Choose what came of the contact.")
        case "direct": self("Kies een oorzaak, of schrijf op waarom het misging.", "Choose a cause, or write down why it went wrong.")
        case "granted": self("Kies ja of nee.", "Choose yes or no.")
        case "severityReasons", "reasons": self("Kies waarom deze klacht ernstig is.", "Choose why this complaint is serious.")
        case "to": self("Vul in naar wie u doorverwijst.", "Fill in whom you refer to.")
        case "of": self("Vul het nummer van de andere klacht in.", "Fill in the number of the other complaint.")
        case "finding": self("Kies een oordeel.", "Choose a finding.")
        case _ where field.hasPrefix("findings."): self("Kies een oordeel over dit punt.", "Choose a finding for this point.")
        case "means": self("Kies hoe de klant het weet.", "Choose how the customer knows.")
        case "file": self("Kies een bestand.", "Choose a file.")
        case "severity": self("Kies hoe ernstig het is.", "Choose how serious it is.")
        case "about", "nature.about": self("Kies waar het over gaat.", "Choose what it is about.")
        case "wrong", "nature.wrong": self("Kies wat er misging.", "Choose what went wrong.")
        case "remedy.text": self("Schrijf op waar het bedrag voor is.", "Write down what the amount is for.")
        case "channel": self("Kies hoe de klacht kwam.", "Choose how the complaint came.")
        case "": self("Verander eerst iets.", "Change something first.")
        default: self("Kies of vul dit in.", "Choose or fill this in.")
        }
    }

    private func malformed(_ field: String) -> String {
        if field.lowercased().hasSuffix("email") {
            return self("Vul een e-mailadres in zoals naam@voorbeeld.nl.", "Fill in an e-mail address such as name@example.com.")
        }
        if field.hasSuffix("phone") {
            return self("Vul een telefoonnummer in zoals 06 12345678.", "Fill in a phone number such as 06 12345678 or +44 20 7946 0000.")
        }
        if field == "of" {
            return self("Vul een klachtnummer in zoals 4827-1936-8.", "Fill in a complaint's number such as 4827-1936-8.")
        }
        if field == "by" { return self("Vul alleen een getal in, bijvoorbeeld 5.", "Fill in a number alone, for example 5.") }
        return self("Vul een datum in zoals 3-11-2026.", "Fill in a date such as 3-11-2026.")
    }
}
