import Casework
import Complaints
import Markup

/// The procedure as anybody may read it: its own words with the terms filled in, then what is promised, who else can help, and what is kept.
struct ProcedureText {
    let say: Wording
    let procedure: Procedure
    let house: House
    let today: Day

    private var language: Language { say.language }

    var html: HTML {
        group {
            if !procedure.purpose.text(in: language).isEmpty { p(.class("lead")) { procedure.purpose.text(in: language) } }
            for chapter in procedure.chapters { part(chapter.title.text(in: language), [filled(chapter.text.text(in: language))]) }
            promises
            part(say("Als het over een medewerker gaat", "When it is about a member of staff"), [aboutStaff])
            if !outside.isEmpty { outside }
            part(say("Werkdagen", "Working days"), WorkingDayWords(say: say, calendar: house.calendar, today: today).sentences)
            if !procedure.retention.isEmpty { part(say("Hoe lang wij uw klacht bewaren", "How long we keep your complaint"), retention) }
        }
    }

    private func part(_ title: String, _ sentences: [String]) -> HTML {
        section(.class("stack close")) {
            h2 { title }
            for sentence in sentences { p { sentence } }
        }
    }

    /// The words of a chapter with what the rules say in the place of marks.
    private func filled(_ text: String) -> String {
        ProcedureMark.pieces(of: text).map { piece in
            switch piece {
            case .words(let words): words
            case .unknown(let name): "{\(name)}"
            case .mark(let mark): value(of: mark)
            }
        }.joined()
    }

    private func value(of mark: ProcedureMark) -> String {
        if let kind = mark.promise { return procedure.generalRule(for: kind).map { say.term($0.within) } ?? "–" }
        switch mark {
        case .organisation: return house.organisation.name
        case .phone: return house.organisation.phone
        case .email: return house.organisation.email
        default: return say.daysOrWeeks(procedure.reopeningDays)
        }
    }

    /// A rule of the program's own, whatever the document says.
    private var aboutStaff: String {
        say(
            "Wie een klacht aangaat, leest en behandelt haar niet. Gaat zij over de klachtenmanager, dan wijst een andere klachtenmanager of de directie iemand aan.",
            "Whoever a complaint is about neither reads nor handles it. When it is about the complaints manager, another one or management assigns somebody."
        )
    }

    private var promises: HTML {
        section(.class("stack close")) {
            h2 { say("Wat wij u toezeggen", "What we promise you") }
            FactList(facts: procedure.promises.map { Fact(title(of: $0), words(for: $0)) })
        }
    }

    private func title(of rule: PromiseRule) -> String {
        let name = say.promise(rule.kind).capitalisedFirst
        let conditions = [
            Severity.allCases.filter(rule.severities.contains).map { say.severity($0) },
            rule.about.sorted().map { house.natures.label(.about, $0, in: language) },
        ].filter { !$0.isEmpty }.map { say.joined($0) }
        return conditions.isEmpty ? name : "\(name) (\(conditions.joined(separator: "; ")))"
    }

    private func words(for rule: PromiseRule) -> String {
        let term = say.term(rule.within)
        var sentences = [
            rule.kind == .progress ? say("Ten minste elke \(term).", "At least every \(term).") : say("Binnen \(term).", "Within \(term).")
        ]
        if let from = begins(rule) { sentences.append(from) }
        if let extending = rule.extending {
            let more = say.term(rule.within.with(extending.most))
            sentences.append(
                say(
                    "Lukt dat niet, dan hoort u vóór die dag waarom; er komt ten hoogste \(more) bij.",
                    "If we can't, you hear why before that day; at most \(more) is added."))
        }
        if !rule.pauses.isEmpty {
            sentences.append(
                say("Zolang wij op u wachten staat de termijn stil.", "While we wait for you the term stands still."))
        }
        if rule.within.rollsOver {
            sentences.append(
                say(
                    "Eindigt die op een zaterdag, zondag of feestdag, dan loopt die door tot de volgende dag.",
                    "Where it ends on a Saturday, Sunday or holiday it runs on to the next day."))
        }
        if let basis = rule.basis { sentences.append("(\(basis.text(in: language)))") }
        if let from = rule.validFrom {
            sentences.append(say("Vanaf \(DateWords.long(from, language)).", "From \(DateWords.long(from, language))."))
        }
        if let through = rule.validThrough {
            sentences.append(say("Tot en met \(DateWords.long(through, language)).", "Until \(DateWords.long(through, language))."))
        }
        return sentences.joined(separator: " ")
    }

    /// From when it is counted, where that isn't receipt.
    private func begins(_ rule: PromiseRule) -> String? {
        if rule.starts.contains(.receipt) { return nil }
        if rule.starts.contains(.registration) {
            return say("Dat telt vanaf uw registratie.", "That is counted from your registration.")
        }
        if rule.starts.contains(.assignment) {
            return say(
                "Dat telt vanaf de dag waarop uw klacht een behandelaar heeft.", "That is counted from when your complaint has a handler.")
        }
        if rule.starts.contains(.contact) {
            return say("Dat telt vanaf ons eerste contact met u.", "That is counted from our first contact with you.")
        }
        return say("Dat telt vanaf het heropenen.", "That is counted from the reopening.")
    }

    private var outside: HTML {
        guard !procedure.outsideBodies.isEmpty else { return HTML() }
        return section(.class("stack close")) {
            h2 { say("Wie kan u nog meer helpen?", "Who else can help you?") }
            FactList(
                facts: procedure.outsideBodies.map { body in
                    let term = body.term.map { " " + $0.text(in: language) } ?? ""
                    return Fact(body.name.text(in: language), customers(body.customers) + body.text.text(in: language) + term)
                })
        }
    }

    private func customers(_ customers: OutsideBody.Customers) -> String {
        switch customers {
        case .everybody: ""
        case .consumers: say("Voor consumenten. ", "For consumers. ")
        case .businesses: say("Voor bedrijven. ", "For businesses. ")
        }
    }

    private var retention: [String] {
        procedure.retention.map { say.retention($0) }
    }
}

extension Wording {
    /// From when on the term of keeping counts, whichever way a complaint came to its end.
    private var ended: String {
        self(
            "na het einde van de klacht (gesloten, ingetrokken, doorverwezen of samengevoegd)",
            "after the complaint ended (closed, withdrawn, referred or merged)")
    }

    /// How long files of an outcome are kept, and why.
    func retention(_ rule: RetentionRule) -> String {
        let months = count(rule.months, ("maand", "maanden"), ("month", "months"))
        let reason = rule.reason.text(in: language)
        guard let outcome = rule.outcome else {
            return self("\(months) \(ended). \(reason)", "\(months) \(ended). \(reason)")
        }
        let name = finding(outcome).capitalisedFirst
        return self("\(name): \(months) \(ended). \(reason)", "\(name): \(months) \(ended). \(reason)")
    }

    /// `6 weken`, `10 dagen`.
    func daysOrWeeks(_ days: Int) -> String { term(days % 7 == 0 ? .weeks(days / 7) : .days(days)) }
}
