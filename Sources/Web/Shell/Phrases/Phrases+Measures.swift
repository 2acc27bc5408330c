import Casework
import Complaints
import Records

/// Measures in words.
extension Wording {
    func measureKind(_ kind: MeasureKind) -> String {
        switch kind {
        case .corrective: self("corrigerend", "corrective")
        case .preventive: self("preventief", "preventive")
        }
    }

    func measurePhase(_ phase: MeasurePhase) -> String {
        switch phase {
        case .open: self("loopt", "open")
        case .done: self("uitgevoerd", "carried out")
        case .reopened: self("werkt niet, opnieuw open", "does not work, open again")
        case .works: self("werkt", "works")
        case .cancelled: self("gestopt", "stopped")
        }
    }

    func verdict(_ verdict: EffectReading.Verdict) -> String {
        switch verdict {
        case .works: self("werkt", "works")
        case .worksNot: self("werkt niet", "does not work")
        case .tooEarly: self("nog niet te zeggen", "too early to say")
        }
    }

    func measureRefusal(_ refusal: MeasureRefusal) -> String {
        switch refusal {
        case .notThere: self("Dit is er niet, of niet voor u.", "This is not there, or not for you.")
        case .notNow(_, let phase):
            self(
                "Dit kan nu niet: de maatregel is \(measurePhase(phase)). Bekijk hem opnieuw.",
                "This can't be done now: the measure is \(measurePhase(phase)). Look at it again.")
        case .movedOn:
            self(
                "Iemand anders heeft deze maatregel intussen bijgewerkt. Bekijk wat er veranderde en verstuur opnieuw; uw tekst staat er nog.",
                "Somebody else has changed this measure meanwhile. See what changed and send again; your text is still here.")
        case .invalid: self("Er is een probleem met wat u invulde.", "There is a problem with what you filled in.")
        }
    }

    /// What to do about a field of a measure.
    func measureProblem(_ problem: FieldProblem) -> String {
        switch (problem.field, problem.reason) {
        case ("title", .missing): self("Geef de maatregel een naam.", "Give the measure a name.")
        case ("problem", .missing): self("Schrijf op wat het probleem is.", "Write down what the problem is.")
        case ("action", .missing): self("Schrijf op wat er gaat gebeuren.", "Write down what will be done.")
        case ("owner", .missing): self("Kies wie dit uitvoert.", "Choose who carries this out.")
        case ("owner", _): self("Kies een collega die hier nog werkt.", "Choose a colleague who still works here.")
        case ("due", .missing): self("Vul in wanneer het klaar is.", "Fill in when it is done.")
        case ("checkOn", .missing): self("Vul in wanneer u kijkt of het werkt.", "Fill in when you look whether it works.")
        case ("checkOn", .tooEarly): self("Kies een dag nadat de maatregel klaar is.", "Choose a day after the measure is done.")
        case ("due", .tooEarly): self("Kies vandaag of een latere dag.", "Choose today or a later day.")
        case ("done", .tooEarly), ("done", .malformed): self("Vul een datum in zoals 3-11-2026.", "Fill in a date such as 3-11-2026.")
        case ("sources", .tooMany(let most)): self("Koppel hoogstens \(most) klachten.", "Link at most \(most) complaints.")
        case ("sources", _):
            self(
                "Vul klachtnummers in zoals 4827-1936-8, met een komma ertussen. Elk nummer één keer.",
                "Fill in complaint numbers such as 4827-1936-8, with commas between them. Each number once.")
        case ("signal", _): self("Dit signaal is er niet.", "There is no such signal.")
        case ("theme", _): self("Kies een thema dat er is.", "Choose a theme that is there.")
        case ("kind", .missing): self("Kies corrigerend of preventief.", "Choose corrective or preventive.")
        default: self.problem(problem)
        }
    }
}

extension Desk {
    /// How near the day is on which a measure asks something.
    func pill(of measure: MeasureRow) -> PromisePill {
        if measure.phase == .works { return PromisePill(say.measurePhase(.works), .good) }
        guard let day = measure.nextDay else { return PromisePill(say.measurePhase(measure.phase), .waiting) }
        let end = calendar.zone.instant(of: CivilTime(day, calendar.closes))
        let near = say.nearness(of: end, now: now, on: calendar)
        return measure.phase == .done ? PromisePill(say("effect: ", "effect: ") + near.words, near.urgency, date: near.date) : near
    }
}
