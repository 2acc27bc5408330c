import Complaints

/// Composes what a customer tells: some sentences of many, in the manner of the channel. Some people need 250 characters and some 1,400; the
/// average is about 600.
enum DemoStory {
    static let length = 250...1400

    static func compose(_ told: DemoCase, _ dice: inout Dice) -> String {
        let isEnglish = told.customer.isEnglish
        var sentences = (isEnglish ? english(told, &dice) : dutch(told, &dice)).map { DemoSlots.fill($0, english: isEnglish, &dice) }
        // A sentence drawn twice with the same filling says nothing more.
        sentences = sentences.reduce(into: []) { kept, one in if !kept.contains(one) { kept.append(one) } }
        let frame = frame(told, &dice)
        let wanted = wantedLength(&dice)
        var spare = spares(told, isEnglish)
        while total(sentences, frame) < wanted, !spare.isEmpty {
            let extra = DemoSlots.fill(spare.remove(at: dice.number(0...spare.count - 1)), english: isEnglish, &dice)
            if !sentences.contains(extra) { sentences.insert(extra, at: max(1, sentences.count - 1)) }
        }
        while total(sentences, frame) > length.upperBound - 10, sentences.count > 3 { sentences.remove(at: sentences.count - 2) }
        let lines = [frame.opening].compactMap(\.self) + paragraphs(sentences, &dice) + frame.closing
        return lines.joined(separator: "\n")
    }

    /// Most tell their story in some 500 characters, a few go on.
    private static func wantedLength(_ dice: inout Dice) -> Int {
        dice.percent(20) ? dice.number(650...1100) : dice.number(length.lowerBound + 10...640)
    }

    private static func dutch(_ told: DemoCase, _ dice: inout Dice) -> [String] {
        let fragments = DemoFragments.of(told.nature.about)
        let isAngry = dice.percent(told.nature.wrong == "treatment" ? 60 : 38)
        var parts: [String] = []
        if dice.percent(70) { parts.append(dice.line(isAngry ? DemoShared.angryOpenings : DemoShared.calmOpenings)) }
        if let incident = told.arrival.incident {
            parts.append(dice.line(DemoIncidentTexts.problems(incident.kind)))
        } else {
            parts.append(dice.line(fragments.problems[told.nature.wrong] ?? fragments.details))
        }
        for _ in 0..<dice.number(1...2) { parts.append(dice.line(fragments.details)) }
        if dice.percent(65) { parts.append(dice.line(DemoShared.history)) }
        if dice.percent(22) { parts.append(dice.line(DemoShared.history)) }
        if dice.percent(70) { parts.append(dice.line(DemoShared.consequences)) }
        if dice.percent(25) { parts.append(dice.line(DemoShared.consequences)) }
        parts.append(dice.line(DemoShared.demands))
        if dice.percent(18) { parts.append(dice.line(DemoShared.demands)) }
        return parts
    }

    private static func english(_ told: DemoCase, _ dice: inout Dice) -> [String] {
        var parts = [dice.line(DemoEnglish.starts), dice.line(DemoEnglish.problems(told.nature.about))]
        for _ in 0..<dice.number(2...4) { parts.append(dice.line(DemoEnglish.details)) }
        for _ in 0..<dice.number(1...2) { parts.append(dice.line(DemoEnglish.consequences)) }
        return parts + [dice.line(DemoEnglish.demands)]
    }

    private static func spares(_ told: DemoCase, _ isEnglish: Bool) -> [String] {
        isEnglish
            ? DemoEnglish.details + DemoEnglish.consequences
            : DemoFragments.of(told.nature.about).details + DemoShared.history + DemoShared.consequences + DemoShared.course
    }

    /// How it opens and closes: a letter and a mail greet, a form does not, a call is written down by somebody else.
    private static func frame(_ told: DemoCase, _ dice: inout Dice) -> (opening: String?, closing: [String]) {
        let name = told.customer.input.name ?? ""
        let isEnglish = told.customer.isEnglish
        switch told.channel {
        case .phone, .counter: return (dice.percent(60) ? DemoSlots.fill(dice.line(DemoShared.phoneOpenings), &dice) : nil, [])
        case .letter: return (dice.line(isEnglish ? DemoEnglish.openings : DemoShared.letterOpenings), signed(name, isEnglish, &dice))
        case .email:
            let opening = dice.line(isEnglish ? DemoEnglish.openings : DemoShared.mailOpenings)
            return (opening.isEmpty ? nil : opening, dice.percent(80) ? signed(name, isEnglish, &dice) : [])
        case .web, .api: return (nil, [])
        }
    }

    private static func signed(_ name: String, _ isEnglish: Bool, _ dice: inout Dice) -> [String] {
        [dice.line(isEnglish ? DemoEnglish.signOffs : DemoShared.signOffs), name]
    }

    private static func total(_ sentences: [String], _ frame: (opening: String?, closing: [String])) -> Int {
        let all = sentences + frame.closing + [frame.opening ?? ""]
        return all.reduce(0) { $0 + $1.unicodeScalars.count + 1 }
    }

    /// One block, or two when there is enough to say.
    private static func paragraphs(_ sentences: [String], _ dice: inout Dice) -> [String] {
        guard sentences.count > 4, dice.percent(55) else { return [sentences.joined(separator: " ")] }
        let cut = dice.number(2...sentences.count - 2)
        return [sentences[..<cut].joined(separator: " "), "", sentences[cut...].joined(separator: " ")]
    }
}
