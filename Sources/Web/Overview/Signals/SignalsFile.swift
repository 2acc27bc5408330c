import Casework
import Complaints
import Records

/// Signals that were kept as a file.
enum SignalsFile {
    static func of(_ signals: [KeptSignal], _ desk: Desk) -> ListFile {
        let (say, insight) = (desk.say, InsightWords(desk.language))
        return ListFile(
            name: say("signalen", "signals"),
            columns: [
                .init(key: "week", title: say("Week vanaf", "Week from")), .init(key: "subject", title: say("Wat", "What"), width: 28),
                .init(key: "about", title: say("Gaat over", "About"), width: 36), .init(key: "kind", title: say("Soort", "Kind")),
                .init(key: "found", title: say("Toen", "Then")), .init(key: "total", title: say("Van", "Of")),
                .init(key: "usual_from", title: say("Normaal vanaf", "Usual from")),
                .init(key: "usual_to", title: say("Normaal tot en met", "Usual until")),
                .init(key: "one_in", title: say("Toeval: 1 op", "Chance: 1 in")),
                .init(key: "state", title: say("Stand", "Standing"), width: 28),
                .init(key: "words", title: say("In woorden", "In words"), width: 60),
            ],
            rows: signals.map { signal in
                // Of handling times 0 stands for no median yet.
                let found = signal.subject == .handling && signal.found <= 0 ? nil : signal.found
                return [
                    .day(signal.week), .coded(signal.subject.rawValue, words: insight.name(of: signal.subject)),
                    .coded(signal.about ?? "", words: insight.name(of: signal, in: desk.house.natures)),
                    .coded(signal.kind.rawValue, words: insight.kind(signal.kind)), .count(found), .count(signal.total),
                    .count(signal.usual?.lowerBound), .count(signal.usual?.upperBound), .count(signal.oneIn),
                    .coded(signal.state.rawValue, words: insight.state(signal.state)), .text(signal.words),
                ]
            }, today: desk.now.day)
    }
}
