package import Complaints
package import Records

/// What stands out, in words.
extension InsightWords {
    package func kind(_ kind: SignalKind) -> String {
        switch kind {
        case .spike: say("piek", "spike")
        case .drift: say("loopt op", "rising")
        }
    }

    package func state(_ state: SignalState) -> String {
        switch state {
        case .raised: say("nog niet bekeken", "not looked at yet")
        case .seen: say("bekeken, wordt uitgezocht", "looked at, being found out")
        case .explained: say("verklaard", "explained")
        case .dismissed: say("geen signaal", "no signal")
        case .measure: say("er loopt een maatregel", "a measure is being taken")
        }
    }

    package func channel(_ channel: Channel) -> String {
        switch channel {
        case .phone: say("telefoon", "phone")
        case .email: say("e-mail", "e-mail")
        case .web: say("webformulier", "web form")
        case .letter: say("brief", "letter")
        case .counter: say("balie", "counter")
        case .api: say("koppeling", "API")
        }
    }

    /// What it is about: "Facturatie", "Alle klachten samen", "Langs e-mail", "Eerste contact te laat".
    package func name(of signal: KeptSignal, in natures: NatureLists) -> String {
        switch signal.subject {
        case .nature: signal.about.map { natures.label(.about, $0, in: language) } ?? say("Nog niet gekozen", "Not chosen yet")
        case .channel:
            say("Klachten langs ", "Complaints by ") + (signal.about.flatMap { Channel(rawValue: $0) }.map { channel($0) } ?? "–")
        default: name(of: signal.subject)
        }
    }

    /// What is looked at: "Soort klacht", "Alle klachten samen", "Kanaal", "Eerste contact te laat".
    package func name(of subject: SignalSubject) -> String {
        switch subject {
        case .nature: say("Soort klacht", "Kind of complaint")
        case .received: say("Alle klachten samen", "All complaints together")
        case .channel: say("Kanaal", "Channel")
        case .contact: say("Eerste contact te laat", "First contact late")
        case .term: say("Niet op tijd opgelost", "Not solved in time")
        case .handling: say("Doorlooptijd", "Handling time")
        case .reopened: say("Opgelost en later heropend", "Solved and reopened later")
        case .satisfied: say("Niet tevreden", "Not satisfied")
        }
    }

    /// How many there were in the week, as a share "7 van 40", of what rises how many a week; of handling times the median in days, "–" while
    /// more than half were not solved.
    package func found(_ signal: KeptSignal) -> String {
        if signal.subject == .handling { return signal.found > 0 ? days(Double(signal.found)) : "–" }
        if signal.kind == .drift { return say("gemiddeld \(signal.found) per week", "\(signal.found) a week on average") }
        return signal.total.map { say("\(signal.found) van \($0)", "\(signal.found) of \($0)") } ?? "\(signal.found)"
    }

    package func usual(_ signal: KeptSignal) -> String {
        guard let usual = signal.usual else { return "–" }
        return signal.subject == .handling ? days(Double(usual.upperBound)) : range(usual)
    }

    /// As it was when it was found.
    package func evidence(_ signal: KeptSignal) -> String {
        let usual = usual(signal)
        let chance = signal.oneIn.map { " " + seldom(1 / Double($0)) } ?? ""
        switch (signal.subject, signal.kind) {
        case (.handling, _):
            let now =
                signal.found <= 0
                ? say("was meer dan de helft nog niet opgelost", "more than half were not solved yet")
                : say("duurde de helft tot \(days(Double(signal.found)))", "half took up to \(days(Double(signal.found)))")
            return say(
                "Van de \(signal.total ?? 0) klachten van vier weken \(now), daarvoor \(usual).\(chance)",
                "Of the \(signal.total ?? 0) complaints of four weeks \(now), \(usual) before.\(chance)")
        case (_, .spike):
            let found = found(signal)
            return say(
                "Toen dit werd gevonden waren het er \(found), normaal \(usual).\(chance)",
                "When this was found there were \(found), usually \(usual).\(chance)")
        case (_, .drift):
            return say(
                "Het liep op: gemiddeld \(signal.found) per week, daarvoor \(usual). Zo'n uitslag komt zonder verandering eens in de duizend weken voor.",
                "It was rising: \(signal.found) a week on average, \(usual) before. Without a change this comes about once in a thousand weeks."
            )
        }
    }
}
