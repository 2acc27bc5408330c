import Casework
import Complaints
import Markup

/// All that happened to a measure, the first first.
struct MeasureTimeline: Component {
    let desk: Desk
    let content: MeasurePage.Content

    private var say: Wording { desk.say }

    var html: HTML {
        group {
            h2 { say("Wat er gebeurde", "What happened") }
            Timeline(label: say("Wat er gebeurde", "What happened"), entries: content.history.map(entry))
        }
    }

    private func entry(_ recorded: RecordedMeasureEvent) -> TimelineEntry {
        let moment = desk.calendar.zone.moment(at: recorded.at)
        let (label, words) = sentence(recorded.event)
        return TimelineEntry(
            kind: isNote(recorded.event) ? .note : .act, id: "m\(recorded.sequence)", label: label, who: who(recorded.by),
            moment: (moment.day.iso, DateWords.brief(moment, desk.language, today: desk.now.day)),
            words: group { for text in words.compactMap({ $0?.text }) { p(.class("pre")) { text } } })
    }

    private func isNote(_ event: MeasureEvent) -> Bool { if case .noted = event { true } else { false } }

    private func who(_ identity: Actor.Identity) -> String? {
        if case .staff(let id) = identity { desk.name(of: id) } else { nil }
    }

    private func sentence(_ event: MeasureEvent) -> (String, [Passage?]) {
        switch event {
        case .raised: return (say("Maatregel genomen", "Measure taken"), [])
        case .revised(let plan):
            let due = DateWords.brief(plan.due, desk.language, today: desk.now.day)
            let name = desk.name(of: plan.owner) ?? ""
            return (say("Plan aangepast: \(name), uiterlijk \(due)", "Plan changed: \(name), by \(due)"), [])
        case .linked(let source): return (say("Erbij: \(name(source))", "Added: \(name(source))"), [])
        case .unlinked(let source): return (say("Eraf: \(name(source))", "Taken off: \(name(source))"), [])
        case .carriedOut(let day, _, let note):
            let day = DateWords.brief(day, desk.language, today: desk.now.day)
            return (say("Uitgevoerd op \(day)", "Carried out on \(day)"), [note])
        case .checked(let reading, let note):
            return (say("Effectmeting: \(say.verdict(reading.verdict))", "Effect check: \(say.verdict(reading.verdict))"), [note])
        case .noted(let text): return (say("Notitie", "Note"), [text])
        case .cancelled(let reason): return (say("Gestopt", "Stopped"), [reason])
        }
    }

    private func name(_ source: MeasureSource) -> String {
        switch source.kind {
        case .complaint: content.complaints.first { $0.source == source }?.number.formatted ?? say("een klacht", "a complaint")
        case .theme: say("een thema", "a theme")
        case .signal: say("een signaal", "a signal")
        }
    }
}
