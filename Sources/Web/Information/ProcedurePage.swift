import Casework
import Complaints
import Hummingbird
import Markup

/// How complaints are handled here, told from the very procedure and calendar that the house runs by.
struct ProcedurePage {
    let frame: PublicFrame

    private var say: Wording { frame.say }
    private var procedure: Procedure { frame.house.procedure }

    func response() -> Response {
        let title = procedure.title.text(in: frame.language)
        return frame.page(title) {
            h1 { title }
            ProcedureText(say: say, procedure: procedure, house: frame.house, today: frame.now.day).html
            p(.class("muted")) { version }
            actions { Button(say("Klacht indienen", "Make a complaint"), .primary, to: frame.address(Paths.report)) }
        }
    }

    /// Which version this is, and from when it holds; the first held from the beginning.
    private var version: String {
        guard let last = frame.house.procedures.versions.last, frame.house.procedures.versions.count > 1 else {
            return say("Versie 1.", "Version 1.")
        }
        let from = frame.house.moment(at: last.from)
        let (day, time) = (DateWords.long(from.day, frame.language), DateWords.time(from.time))
        return say(
            "Versie \(procedure.version). Geldt voor klachten die wij ontvangen vanaf \(day), \(time) uur.",
            "Version \(procedure.version). Holds for complaints that we receive from \(day), \(time).")
    }
}
