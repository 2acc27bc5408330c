import Casework
import Complaints
import Hummingbird
import Markup
import Records

/// Every measure by what it asks: of the reader, to be carried out, to be looked at, and what became of the others.
struct MeasuresBoard {
    let desk: Desk
    let asking: [MeasureRow]
    let all: [MeasureRow]

    private var say: Wording { desk.say }
    private var mayRaise: Bool { MeasurePermissions.allows(.raise, desk.actor, owner: nil) }

    func response() -> Response {
        let title = say("Maatregelen", "Measures")
        return desk.page(title, current: Paths.measures, shortcuts: shortcuts) {
            Heading(title: title, remark: sentence).html
            if mayRaise {
                actions { Button(say("Neem een maatregel", "Take a measure"), .primary, to: Paths.newMeasure, key: "c") }
            }
            if all.isEmpty { empty } else { lists }
        }
    }

    private var shortcuts: [Shortcut] {
        var keys = [
            Shortcut(key: "j", meaning: say("volgende", "next")), Shortcut(key: "k", meaning: say("vorige", "previous")),
            Shortcut(key: "Enter", meaning: say("openen", "open")),
        ]
        if mayRaise { keys.append(Shortcut(key: "c", meaning: say("neem een maatregel", "take a measure"))) }
        return keys
    }

    private var sentence: String {
        let late = all.count { $0.isLate(on: desk.now.day) }
        let open = all.count { !$0.phase.isFinished }
        if late > 0 {
            return late == 1
                ? say("1 maatregel is te laat.", "1 measure is late.")
                : say("\(late) maatregelen zijn te laat.", "\(late) measures are late.")
        }
        if open == 0 { return say("Er loopt geen maatregel.", "No measure is open.") }
        return open == 1
            ? say("Er loopt 1 maatregel.", "1 measure is open.") : say("Er lopen \(open) maatregelen.", "\(open) measures are open.")
    }

    private var empty: HTML {
        EmptyState(
            icon: .check, title: say("Nog geen maatregelen", "No measures yet"),
            words: say(
                "Een maatregel begint bij een klacht, een thema of iets wat in de cijfers opvalt. Gehoor kijkt later of hij werkte.",
                "A measure begins with a complaint, a theme or something that stands out in the figures. Gehoor looks later whether it worked."
            )
        ).html
    }

    private var lists: HTML {
        group {
            if !asking.isEmpty { part("asking", say("Vraagt nu iets van u", "Asks something of you now"), asking) }
            part("open", say("Uit te voeren", "To be carried out"), in: [.open, .reopened])
            part("done", say("Uitgevoerd, effect nog te meten", "Carried out, effect to be measured")) {
                $0.phase == .done && $0.nextDay != nil
            }
            part("works", say("Werkt", "Works"), in: [.works])
            // Waiting is no help: nothing is to be measured any more.
            part("untold", say("Uitgevoerd, effect niet te zeggen", "Carried out, effect can't be told")) {
                $0.phase == .done && $0.nextDay == nil
            }
            part("stopped", say("Gestopt", "Stopped"), in: [.cancelled])
            FileLinks(say: say, csv: Paths.measuresCSV, sheet: Paths.measuresSheet).html
        }
    }

    private func part(_ id: String, _ title: String, in phases: Set<MeasurePhase>) -> HTML {
        part(id, title) { phases.contains($0.phase) }
    }

    private func part(_ id: String, _ title: String, where belongs: (MeasureRow) -> Bool) -> HTML {
        let measures = all.filter(belongs)
        return measures.isEmpty ? HTML() : part(id, title, measures)
    }

    private func part(_ id: String, _ title: String, _ measures: [MeasureRow]) -> HTML {
        section(.class("errands"), .aria("labelledby", "measures-\(id)")) {
            h2(.id("measures-\(id)")) {
                title
                " "
                span(.class("muted")) { "\(measures.count)" }
            }
            MeasureLines(desk: desk, label: title, measures: measures)
        }
    }
}
