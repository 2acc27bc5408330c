package import Complaints

/// What is wrong with a procedure, in a sentence that says where and what to do.
extension ProcedureFinding {
    /// `line 12, promises: within: …` for a command, and `Regel 12` on a page.
    package func sentence(in language: Language) -> String {
        let words = FindingWords(language: language).words(mistake)
        let start = language == .dutch ? "regel \(line)" : "line \(line)"
        return place.isEmpty ? "\(start): \(words)" : "\(start), `\(place)`: \(words)"
    }
}

private struct FindingWords {
    let language: Language

    private func say(_ dutch: String, _ english: String) -> String { language == .dutch ? dutch : english }

    private func list(_ words: [String]) -> String { words.joined(separator: ", ") }

    func words(_ mistake: ProcedureMistake) -> String { writing(mistake) ?? value(mistake) ?? whole(mistake) ?? mistake.code }

    private func writing(_ mistake: ProcedureMistake) -> String? {
        switch mistake {
        case .tooLarge:
            say("Dit is te groot of te diep genest voor een procedure.", "This is too large, or nested too deep, for a procedure.")
        case .empty: say("Het document is leeg.", "The document is empty.")
        case .unreadable(let problem):
            say(
                "Dit is geen YAML: kijk naar inspringen, dubbele punten en aanhalingstekens.",
                "This is no YAML\(problem.map { ": \($0)" } ?? ""): look at indentation, colons and quotes.")
        case .doubledName(let name): say("“\(name)” staat er twee keer: haal er een weg.", "“\(name)” stands there twice: take one away.")
        case .notNames: say("Hier horen regels `naam: waarde`.", "This needs lines of `name: value`.")
        case .notList: say("Hier hoort een lijst: elk punt op een regel met `-`.", "This needs a list: each item on a line with `-`.")
        case .notText: say("Hier hoort gewone tekst.", "This needs a plain text.")
        case .unknownName(let name, let known):
            say("“\(name)” is hier niet bekend. Wel: \(list(known)).", "“\(name)” is not known here. Known: \(list(known)).")
        case .missingName(let name): say("Er ontbreekt `\(name)`: zet het erbij.", "`\(name)` is missing: add it.")
        case .missingText(let name): say("`\(name)` is leeg: vul het in.", "`\(name)` is empty: fill it in.")
        case .tooLong(let limit): say("Houd het korter dan \(limit) tekens.", "Keep it under \(limit) characters.")
        case .tooMany(let limit): say("Houd het bij \(limit) punten.", "Keep it to \(limit) items.")
        default: nil
        }
    }

    private func value(_ mistake: ProcedureMistake) -> String? {
        switch mistake {
        case .notATerm(let text):
            say("“\(text)” is geen termijn: schrijf bijvoorbeeld `2 working days`.", "“\(text)” is no term: write `2 working days`, say.")
        case .notPositive(let text):
            say("“\(text)” is geen termijn: neem minstens 1.", "“\(text)” is no term: take at least 1.")
        case .termTooLong(let text, let most): say("“\(text)” is te lang: hoogstens \(most).", "“\(text)” is too long: \(most) at most.")
        case .wrongUnit(let text, let allowed):
            say("“\(text)” kan hier niet: reken in \(list(allowed)).", "“\(text)” can't be here: count in \(list(allowed)).")
        case .notADay(let text): say("“\(text)” is geen dag: schrijf 2027-01-31.", "“\(text)” is no day: write 2027-01-31.")
        case .notAnAmount(let text): say("“\(text)” is geen bedrag: schrijf 500,00.", "“\(text)” is no amount: write 500.00.")
        case .notANumber(let text): say("“\(text)” is geen getal.", "“\(text)” is no number.")
        case .notYesOrNo(let text): say("“\(text)” kan hier niet: schrijf yes of no.", "“\(text)” can't be here: write yes or no.")
        case .unknownValue(let text, let known):
            say("“\(text)” kan hier niet. Wel: \(list(known)).", "“\(text)” can't be here. It can be: \(list(known)).")
        case .unknownRole(let text, let known):
            say("Er is geen rol “\(text)”. Wel: \(list(known)).", "There is no role “\(text)”. There are: \(list(known)).")
        case .unknownPhase(let text, let known):
            say("Er is geen fase “\(text)”. Wel: \(list(known)).", "There is no phase “\(text)”. There are: \(list(known)).")
        case .doubled(let text): say("“\(text)” staat er twee keer: haal er een weg.", "“\(text)” stands there twice: take one away.")
        case .unknownMark(let mark, let known):
            say(
                "Voor {\(mark)} is niets in te vullen. Wel voor: \(list(known)).",
                "There is nothing to fill in for {\(mark)}. There is for: \(list(known)).")
        case .loneBrace(let words):
            say(
                "Bij “\(words)” staat één accolade zonder de andere: schrijf bijvoorbeeld {resolution}, of haal hem weg.",
                "At “\(words)” stands one brace without the other: write {resolution}, say, or take it away.")
        default: nil
        }
    }

    private func whole(_ mistake: ProcedureMistake) -> String? {
        phases(mistake) ?? promises(mistake) ?? rules(mistake)
    }

    private func phases(_ mistake: ProcedureMistake) -> String? {
        switch mistake {
        case .noFirstPhase:
            say(
                "Geen fase is de eerste: zet `first: yes` bij de fase waarin een klacht begint.",
                "No phase is the first: put `first: yes` at the one that a complaint begins in.")
        case .severalFirstPhases(let phases):
            say("Er zijn meer eerste fasen (\(list(phases))): houd er een.", "There are several first phases (\(list(phases))): keep one.")
        case .missingPhase(let phase):
            say("De fase `\(phase.rawValue)` ontbreekt: beschrijf die.", "The phase `\(phase.rawValue)` is missing: describe it.")
        case .doubledPhase(let phase):
            say("De fase `\(phase.rawValue)` staat er twee keer.", "The phase `\(phase.rawValue)` is described twice.")
        case .unreachablePhase(let phase):
            say(
                "Geen fase leidt naar `\(phase.rawValue)`: noem die bij `then` of `back` van een andere.",
                "No phase leads to `\(phase.rawValue)`: name it under `then` or `back` of another.")
        case .missingWay(let from, let to):
            say(
                "`\(from.rawValue)` leidt niet naar `\(to.rawValue)`: zet die bij `then` of `back`. Zonder die weg kan niemand beginnen, of kan de klant de klacht niet intrekken of om een nieuwe blik vragen.",
                "`\(from.rawValue)` does not lead to `\(to.rawValue)`: put that under `then` or `back`. Without that way nobody could begin, or the customer could not withdraw or ask to look again."
            )
        case .deadEnd(let phase):
            say(
                "Van `\(phase.rawValue)` leidt geen weg naar een oplossing: zet `resolved` bij `then`, of een fase die daarheen leidt.",
                "No way leads from `\(phase.rawValue)` to a solution: put `resolved` under `then`, or a phase that leads there.")
        case .unreadableName:
            say(
                "De naam van een fase is een leesbare regel zonder `{{`.",
                "A phase's name is a readable line without `{{`.")
        case .circle(let phases):
            say(
                "De fasen lopen in een kring: \(phases.map(\.rawValue).joined(separator: " → ")). Zet een van de stappen bij `back`.",
                "The phases go round in a circle: \(phases.map(\.rawValue).joined(separator: " → ")). Put one of the steps under `back`.")
        default: nil
        }
    }

    private func promises(_ mistake: ProcedureMistake) -> String? {
        switch mistake {
        case .missingPromise(let kind):
            say("`\(kind.rawValue)` wordt niet toegezegd: voeg een termijn toe.", "`\(kind.rawValue)` is not promised: add a term.")
        case .noGeneralRule(let kind):
            say(
                "`\(kind.rawValue)` geldt alleen voor sommige klachten: voeg onderaan een regel toe voor alle andere.",
                "`\(kind.rawValue)` is for some complaints only: add a rule for all others below.")
        case .ruleNeverHolds(let kind):
            say(
                "Deze regel voor `\(kind.rawValue)` geldt nooit: een eerdere geldt al voor alle klachten. Zet deze erboven.",
                "This rule for `\(kind.rawValue)` never holds: an earlier one holds for all complaints. Put this one above it.")
        case .startsOnlyAgain(let kind):
            say(
                "De klok van `\(kind.rawValue)` start zo pas na heropenen, en wie een klacht indient krijgt niets toegezegd: zet er `receipt` of een ander begin bij.",
                "The clock of `\(kind.rawValue)` starts only after a reopening, and whoever complains is promised nothing: add `receipt` or another start."
            )
        case .removedNature(let code):
            say(
                "“\(code)” staat niet (meer) in de lijst van aard: kies een code die er staat, of haal de regel weg.",
                "“\(code)” is not in the list of natures (any more): choose a code that is, or take the rule away.")
        case .pausesEverywhere:
            say(
                "Zo kan de klok nooit lopen: laat hem niet stilstaan in `received` of in alle fasen.",
                "The clock could never run like this: don't let it stand still in `received` or in every phase.")
        case .endsBeforeItStarts(let from, let through):
            say("Dit eindigt (\(through.iso)) voor het begint (\(from.iso)).", "This ends (\(through.iso)) before it starts (\(from.iso)).")
        case .alwaysClosed:
            say(
                "Het kantoor is het hele komende jaar dicht, dus geen termijn loopt ooit af: pas de kalender aan.",
                "The office is closed the whole coming year, so no term would ever end: change the calendar.")
        default: nil
        }
    }

    private func rules(_ mistake: ProcedureMistake) -> String? {
        switch mistake {
        case .reminderBeforeStart(let days, let term):
            say(
                "\(days) werkdagen ervoor is voor het begin van de kortste termijn (\(term)): kies er minder.",
                "\(days) working days before is before the shortest term (\(term)) begins: take fewer.")
        case .notLater:
            say("Dit moet later of hoger zijn dan wat erboven staat.", "This must be later, or higher, than what stands above it.")
        case .nobodyMay(let act):
            say(
                "Niemand in huis mag dan nog `\(act.rawValue)`: noem een rol.",
                "Nobody inside could do `\(act.rawValue)` then: name a role.")
        case .mayNever(let act, let role):
            say(
                "`\(role.rawValue)` kan nooit `\(act.rawValue)`: haal die rol weg.",
                "`\(role.rawValue)` can never do `\(act.rawValue)`: take that role away.")
        case .noSecondPair:
            say("Een tweede paar ogen is van de `manager`.", "A second pair of eyes is the `manager`'s.")
        case .letterNeeded(let code):
            say(
                "De brief `\(code)` draagt wat iemand aan de klant schrijft: die gaat altijd naar `customer`.",
                "The letter `\(code)` carries what somebody writes to the customer: it always goes to the `customer`.")
        default: nil
        }
    }
}
