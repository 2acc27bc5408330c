import Casework
import Complaints
import Markup
import Records

/// Measures under one another, as rows of a list.
struct MeasureLines: Component {
    let desk: Desk
    let label: String
    let measures: [MeasureRow]

    var html: HTML {
        Worklist(label: label, isDense: desk.person.member.isDense, rows: measures.map(row)).html
    }

    private func row(_ measure: MeasureRow) -> WorkRow {
        let say = desk.say
        var about = [HTML(desk.name(of: measure.owner) ?? ""), HTML(say.measurePhase(measure.phase))]
        if let verdict = measure.verdict, measure.phase == .done { about.append(HTML(say.verdict(verdict))) }
        return WorkRow(
            subject: measure.title ?? say("(gewist)", "(erased)"), address: Paths.measure(measure.id), excerpt: HTML(),
            number: say.measureKind(measure.kind), about: about, promise: desk.pill(of: measure),
            since: DateWords.brief(day(of: measure), desk.language, today: desk.now.day))
    }

    /// When it was carried out, of what was; of the others when it is to be.
    private func day(of measure: MeasureRow) -> Day { measure.phase.isOpen ? measure.due : measure.doneOn ?? measure.due }
}
