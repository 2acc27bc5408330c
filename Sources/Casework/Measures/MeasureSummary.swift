import Complaints
import Records

/// How measures stand, in one sentence and as a table: on paper and in mail alike.
struct MeasureSummary {
    let measures: [MeasureRow]
    let today: Day
    let language: Language

    private func say(_ dutch: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        language == .dutch ? dutch() : english()
    }

    /// "Er lopen 3 maatregelen, 1 is te laat, van 1 is binnen een maand te zien of zij werkt."
    var sentence: String {
        let open = measures.count { !$0.phase.isFinished }
        let late = measures.count { $0.isLate(on: today) }
        let checks = measures.count { $0.phase == .done && ($0.nextDay.map { $0 <= today + 31 } ?? false) }
        if open == 0 { return say("Er loopt geen maatregel.", "No measure is open.") }
        var parts = [
            open == 1 ? say("Er loopt 1 maatregel", "1 measure is open") : say("Er lopen \(open) maatregelen", "\(open) measures are open")
        ]
        if late > 0 { parts.append(late == 1 ? say("1 is te laat", "1 is late") : say("\(late) zijn te laat", "\(late) are late")) }
        if checks > 0 {
            parts.append(
                checks == 1
                    ? say("van 1 is binnen een maand te zien of zij werkt", "of 1 the effect is to be looked at within a month")
                    : say(
                        "van \(checks) is binnen een maand te zien of zij werken",
                        "of \(checks) the effect is to be looked at within a month"))
        }
        return parts.joined(separator: ", ") + "."
    }

    /// Of measures that the sentence counts and a table of days that have passed has not; nil where there are none.
    func begunLater(_ count: Int) -> String? {
        if count <= 0 { return nil }
        return count == 1
            ? say(
                "1 maatregel begon pas na deze tijd en staat niet in de tabel.", "1 measure began after this time and is not in the table.")
            : say(
                "\(count) maatregelen begonnen pas na deze tijd en staan niet in de tabel.",
                "\(count) measures began after this time and are not in the table.")
    }

    /// What became of it, or what it asks and when.
    func standing(_ row: MeasureRow) -> String {
        let day = row.nextDay.map { DateWords.short($0) } ?? "–"
        switch row.phase {
        case .open:
            return row.isLate(on: today)
                ? say("te laat: uiterlijk \(day)", "late: by \(day)")
                : say("uit te voeren, uiterlijk \(day)", "to be carried out by \(day)")
        case .reopened: return say("werkt niet; opnieuw, uiterlijk \(day)", "does not work; anew, by \(day)")
        case .done:
            return row.nextDay == nil
                ? say("uitgevoerd; nog niet te zeggen", "carried out; can't be told yet")
                : say("uitgevoerd; werkt het? op \(day)", "carried out; does it work? on \(day)")
        case .works: return say("werkt", "works")
        case .cancelled: return say("gestopt", "stopped")
        }
    }
}
