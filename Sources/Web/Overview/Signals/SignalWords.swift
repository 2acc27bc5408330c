import Analysis
import Casework
import Complaints
import Markup
import Records

/// What the page of signals says, sentence by sentence.
struct SignalWords {
    let desk: Desk
    let content: SignalsContent

    private var say: Wording { desk.say }
    var insight: InsightWords { InsightWords(desk.language) }
    private var reading: SignalsReading { content.reading }

    /// "week 47, tot en met zondag 22 november"
    var span: String? {
        reading.lastWeek.map {
            let last = DateWords.withoutYear($0.days.last, desk.language)
            return say("week \($0.number), tot en met \(last)", "week \($0.number), up to \(last)")
        }
    }

    private var standing: SignalsStanding { content.standing }

    /// Answers "is er iets bijzonders?", of all complaints and the last weeks, whatever is chosen.
    var verdict: String {
        guard let week = standing.lastWeek else {
            return say(
                "Er is nog geen hele week met klachten om iets over te zeggen.", "There is no whole week with complaints yet to tell about."
            )
        }
        let told = alarms(week)
        if !told.isEmpty { return told.joined(separator: " ") }
        if standing.weeksMissing > 0 {
            return say(
                "Nog te vroeg: over \(weeks(standing.weeksMissing)) zijn er genoeg weken om een piek van toeval te onderscheiden.",
                "Too early: in \(weeks(standing.weeksMissing)) there are enough of them to tell a spike from chance.")
        }
        return say(
            "Niets bijzonders in de laatste \(SignalsStanding.weeks) weken, tot en met week \(week.number): klachten kwamen zo vaak voor en gingen zoals te verwachten was.",
            "Nothing special in the last \(SignalsStanding.weeks) weeks, up to week \(week.number): complaints came as often, and went, as was to be expected."
        )
    }

    private func weeks(_ count: Int) -> String { say.count(count, ("week", "weken"), ("week", "weeks")) }

    private func alarms(_ last: CalendarWeek) -> [String] {
        var sentences: [String] = []
        if !standing.unjudged.isEmpty { sentences.append(attention(last, list(standing.unjudged.map { name($0.about) }))) }
        if let rising { sentences.append(rising) }
        for (week, signals) in standing.byWeek {
            let names = signals.map { "\(insight.name(of: $0, in: desk.house.natures)) (\(past($0)))" }
            sentences.append(
                sentences.isEmpty
                    ? attention(week, list(names))
                    : say("In week \(week.number): \(list(names)).", "In week \(week.number): \(list(names))."))
        }
        if !standing.running.isEmpty {
            let names = list(standing.running.map { name($0.about) })
            sentences.append(say("Deze week nu al meer dan gewoonlijk: \(names).", "This week already more than usual: \(names)."))
        }
        if let level = insight.level(standing.shifted) { sentences.append(level) }
        return sentences
    }

    /// "Let op, dit loopt nog op: Facturatie (al 12 weken)."
    private var rising: String? {
        let kinds = standing.rising.map { (name($0.about), $0.rise) }
        let all = standing.totalRise.map { [(say("Alle klachten samen", "All complaints together"), Optional($0))] } ?? []
        if kinds.isEmpty, all.isEmpty { return nil }
        let names = list(
            (kinds + all).map { name, rise in
                let weeks = max(1, rise?.weeksRising ?? 1)
                let long = say.count(weeks, ("week", "weken"), ("week", "weeks"))
                return weeks >= DriftState.window
                    ? say("\(name) (al \(long) of langer)", "\(name) (for \(long) or longer)")
                    : say("\(name) (al \(long))", "\(name) (for \(long))")
            })
        return say("Let op, dit loopt nog op: \(names).", "Look at this, it is still rising: \(names).")
    }

    /// What rises no more is told as past.
    private func past(_ signal: KeptSignal) -> String {
        signal.kind == .drift && (signal.subject == .nature || signal.subject == .received)
            ? say("liep op", "was rising") : insight.kind(signal.kind)
    }

    private func attention(_ week: CalendarWeek, _ names: String) -> String {
        say("Let op in week \(week.number): \(names).", "Look at this in week \(week.number): \(names).")
    }

    /// What the days that were chosen say by themselves; nil where there is nothing to say.
    var period: String? {
        let level = content.query.isUsual ? nil : insight.level(content.charts.filter(\.isShiftedNow))
        let worse = content.charts.compactMap { insight.worse($0) } + [level].compactMap { $0 }
        if worse.isEmpty { return nil }
        let days = content.query.days
        let span = "\(DateWords.short(days.first))–\(DateWords.short(days.last))"
        return say("In de gekozen tijd (\(span)): ", "In the time that was chosen (\(span)): ") + worse.joined(separator: " ")
    }

    private func list(_ names: [String]) -> String {
        guard names.count > 1, let last = names.last else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + say(" en ", " and ") + last
    }

    func name(_ about: String?) -> String {
        about.map { desk.house.natures.label(.about, $0, in: desk.language) } ?? say("Nog niet gekozen", "Not chosen yet")
    }

    func name(_ week: CalendarWeek?) -> String { week.map { say("Week \($0.number)", "Week \($0.number)") } ?? "" }

    // MARK: One kind

    /// "Week 43: 12 klachten, normaal 2–9. Dit komt bij toeval eens in de 700 weken voor."
    func reason(_ kind: SignalsReading.Kind) -> HTML {
        var parts: [HTML] = []
        if let spike = kind.finding?.spike, kind.finding?.isSpike == true { parts.append(told(spike, kind, reading.lastWeek)) }
        if kind.isSpikeNow, let week = reading.runningWeek {
            parts.append(
                HTML(joining: [
                    HTML(say("Deze week tot nu toe ", "This week so far ")), count(kind.thisWeek, week, kind.about),
                    HTML(say(": meer dan een hele week gewoonlijk brengt.", ": more than a whole week usually brings.")),
                ]))
        }
        if let drift = kind.rise { parts.append(HTML(rise(drift, kind))) }
        return HTML(joining: parts.enumerated().flatMap { place, part in place > 0 ? [HTML(" "), part] : [part] })
    }

    private func told(_ spike: Spike, _ kind: SignalsReading.Kind, _ week: CalendarWeek?) -> HTML {
        HTML(joining: [
            HTML("\(name(week)): "), count(kind.lastWeek, week, kind.about),
            HTML(
                say(
                    " klachten, normaal \(insight.range(spike.usual)). \(insight.seldom(spike.p))",
                    " complaints, usually \(insight.range(spike.usual)). \(insight.seldom(spike.p))"
                )),
        ])
    }

    private func rise(_ drift: DriftState, _ kind: SignalsReading.Kind) -> String {
        let weeks = max(1, drift.weeksRising)
        let recent = kind.counts.dropLast().suffix(weeks)
        let mean = Double(recent.reduce(0, +)) / Double(max(1, recent.count))
        let last = weeks == 1 ? say("de laatste week", "the last week") : say("de laatste \(weeks) weken", "the last \(weeks) weeks")
        return say(
            "Loopt op: \(last) gemiddeld \(insight.decimal(mean)) per week, daarvoor ongeveer \(insight.decimal(drift.drift.mean)). Zo'n uitslag komt zonder verandering eens in de duizend weken voor.",
            "Rising: \(insight.decimal(mean)) a week over \(last), about \(insight.decimal(drift.drift.mean)) before. Without a change this comes about once in a thousand weeks."
        )
    }

    func usual(_ kind: SignalsReading.Kind) -> String? { kind.finding?.spike.map { insight.range($0.usual) } }

    func state(_ kind: SignalsReading.Kind) -> String {
        if kind.about == nil { return "–" }
        var states: [String] = []
        if kind.finding?.isSpike == true || kind.isSpikeNow { states.append(say("piek", "spike")) }
        if kind.hasRisen { states.append(say("liep op, dat is voorbij", "was rising, that is over")) }
        if kind.rise != nil { states.append(say("loopt op", "rising")) }
        if !states.isEmpty { return states.joined(separator: ", ") }
        guard let spike = kind.finding?.spike else { return say("nog te vroeg", "too early") }
        if spike.cautions.contains(where: \.isGate) { return say("nog te vroeg", "too early") }
        return spike.cautions.contains(.seldom) ? say("zelden", "seldom") : say("zoals verwacht", "as expected")
    }

    // MARK: Numbers

    /// The number, with its complaints behind it.
    func count(_ count: Int, _ week: CalendarWeek?, _ about: String?) -> HTML {
        guard let week else { return HTML("\(count)") }
        return SignalsCharts.link(count, list(week, about))
    }

    func list(_ week: CalendarWeek, _ about: String?) -> WorklistQuery {
        content.query.received(in: week.days, about: about)
    }
}
