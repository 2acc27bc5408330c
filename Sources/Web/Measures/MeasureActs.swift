import Casework
import Complaints
import Markup

/// What can be done to a measure by who looks, each in a form of its own.
struct MeasureActs {
    let desk: Desk
    let content: MeasurePage.Content
    let returned: (act: MeasureAct, form: SubmittedForm, refusal: MeasureRefusal)?

    private var say: Wording { desk.say }
    private var measure: Measure { content.measure }
    private var possible: Set<MeasureAct> { measure.possibleActs(for: desk.actor, on: desk.now.day) }

    private func typed(_ act: MeasureAct) -> TypedForm {
        guard let returned, returned.act == act else { return TypedForm(say) }
        guard case .invalid(let problems) = returned.refusal else {
            return TypedForm(say, returned.form, errors: [:], general: [say.measureRefusal(returned.refusal)])
        }
        return TypedForm(say, returned.form, errors: Dictionary(problems.map { ($0.field, say.measureProblem($0)) }) { first, _ in first })
    }

    private func isReturned(_ act: MeasureAct) -> Bool { returned?.act == act }

    /// What stands in the way, above everything.
    var trouble: HTML {
        guard let act = returned?.act else { return HTML() }
        return typed(act).summary(fields(of: act))
    }

    private func fields(of act: MeasureAct) -> [Field] {
        switch act {
        case .raise: []
        case .revise: plan.all
        case .link: [number]
        case .carryOut: [day, cost, remark(.carryOut)]
        case .check: [remark(.check)]
        case .note: [noteField]
        case .cancel: [reason]
        }
    }

    private func form(_ act: MeasureAct, @HTMLBuilder content: () -> HTML) -> HTML {
        desk.form(to: Paths.measureAct(act.rawValue, measure.id)) {
            input(.type(.hidden), .name(MeasurePage.seen), .value("\(measure.sequence)"))
            content()
        }
    }

    private func fold(_ act: MeasureAct, _ title: String, @HTMLBuilder content: () -> HTML) -> HTML {
        details(.class("inner"), .open(isReturned(act))) {
            summary { title }
            content()
        }
    }

    // MARK: The next step

    /// To carry it out, to look whether it works, or what is waited for.
    var next: NextStep? {
        let title = say("Volgende stap", "Next step")
        if measure.phase.isOpen {
            let day = DateWords.brief(measure.plan.due, desk.language, today: desk.now.day)
            let name = desk.name(of: measure.plan.owner) ?? ""
            let words =
                measure.phase == .reopened
                ? say(
                    "De maatregel werkte niet. Pas het plan aan en voer het uit.",
                    "The measure did not work. Change the plan and carry it out.")
                : say("\(name) voert dit uit, uiterlijk \(day).", "\(name) carries this out, by \(day).")
            return NextStep(title: title, step: words, act: possible.contains(.carryOut) ? carryOut : HTML())
        }
        guard measure.phase == .done else { return nil }
        guard let check = measure.nextCheck else {
            return NextStep(
                title: title,
                step: say(
                    "Binnen twee jaar is niet te zeggen of dit werkt: er zijn te weinig klachten of te weinig weken van ervoor.",
                    "It can't be said within two years whether this works: there are too few complaints, or too few weeks before it."),
                act: HTML())
        }
        let day = DateWords.brief(check, desk.language, today: desk.now.day)
        if !possible.contains(.check) {
            return NextStep(
                title: title, step: say("Kijk op \(day) of de maatregel werkt.", "Look on \(day) whether the measure works."), act: HTML())
        }
        return NextStep(title: title, step: say("Leg vast of de maatregel werkt.", "Record whether the measure works."), act: checking)
    }

    private var day: Field {
        typed(.carryOut).field(
            "done", say("Uitgevoerd op", "Carried out on"), hint: say("Leeg is vandaag.", "Empty is today."), isOptional: true,
            prefix: "carry")
    }
    private var cost: Field {
        typed(.carryOut).field("cost", say("Wat kostte het, in euro’s?", "What did it cost, in euros?"), isOptional: true, prefix: "carry")
    }
    private func remark(_ act: MeasureAct) -> Field {
        typed(act).field("note", say("Opmerking", "Remark"), isOptional: true, prefix: act == .check ? "check" : "carry")
    }

    private var carryOut: HTML {
        let typed = typed(.carryOut)
        return form(.carryOut) {
            DateField(field: day, value: typed.text("done"))
            TextField(field: cost, value: typed.text("cost"), inputmode: "decimal", width: .short)
            TextArea(field: remark(.carryOut), value: typed.text("note"), rows: 3)
            actions { Button(say("Leg vast: uitgevoerd", "Record: carried out"), .primary) }
        }
    }

    private var checking: HTML {
        let reading = content.effect?.reading
        return form(.check) {
            if let reading {
                p {
                    say("De cijfers zeggen: ", "The figures say: ")
                    strong { say.verdict(reading.verdict) }
                    "."
                }
                if reading.verdict == .worksNot {
                    p(.class("hint")) { say("De maatregel gaat dan weer open.", "The measure then opens again.") }
                }
            }
            TextArea(field: remark(.check), value: typed(.check).text("note"), rows: 3)
            actions { Button(say("Leg de effectmeting vast", "Record the effect check"), .primary) }
        }
    }

    // MARK: The rest

    private var number: Field {
        typed(.link).field(
            "sources", say("Klachtnummer", "Complaint number"), hint: say("Zoals 4827-1936-8.", "Such as 4827-1936-8."), prefix: "link")
    }

    var linking: HTML {
        guard possible.contains(.link) else { return HTML() }
        return fold(.link, say("Klacht erbij of eraf", "Add or take off a complaint")) {
            form(.link) {
                TextField(field: number, value: typed(.link).text("sources"), width: .medium)
                actions { Button(say("Voeg toe", "Add")) }
            }
            for one in content.complaints {
                form(.link) {
                    input(.type(.hidden), .name("weg"), .value("\(one.source.kind.rawValue) \(one.source.id)"))
                    actions { Button(say("Haal \(one.number.formatted) eraf", "Take off \(one.number.formatted)"), .quiet) }
                }
            }
        }
    }

    private var plan: MeasureForm {
        MeasureForm(desk: desk, typed: typed(.revise), stored: MeasureForm.stored(measure.plan), themes: content.themes)
    }
    private var reason: Field { typed(.cancel).field("reason", say("Waarom stopt u?", "Why do you stop?"), prefix: "cancel") }

    var more: HTML {
        group {
            if possible.contains(.revise) {
                fold(.revise, say("Plan aanpassen", "Change the plan")) {
                    form(.revise) {
                        plan.html
                        actions { Button(say("Bewaar plan", "Save plan"), .primary) }
                    }
                }
            }
            if possible.contains(.cancel) {
                fold(.cancel, say("Maatregel stoppen", "Stop the measure")) {
                    form(.cancel) {
                        TextArea(field: reason, value: typed(.cancel).text("reason"), rows: 3)
                        actions { Button(say("Stop deze maatregel", "Stop this measure")) }
                    }
                }
            }
        }
    }

    private var noteField: Field { typed(.note).field("text", say("Notitie", "Note"), prefix: "note") }

    var note: HTML {
        guard possible.contains(.note) else { return HTML() }
        return form(.note) {
            TextArea(field: noteField, value: typed(.note).text("text"), rows: 3)
            actions { Button(say("Bewaar notitie", "Save note")) }
        }
    }
}
