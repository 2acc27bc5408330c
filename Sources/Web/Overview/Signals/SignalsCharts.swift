import Analysis
import Casework
import Complaints
import Markup
import Records

/// The series as small pictures side by side, each with its one-line reading and its table.
struct SignalsCharts {
    let desk: Desk
    let content: SignalsContent

    private var say: Wording { desk.say }
    private var insight: InsightWords { InsightWords(desk.language) }
    private var words: SignalWords { SignalWords(desk: desk, content: content) }

    var html: HTML {
        div(.class("multiples wide")) {
            for chart in content.charts where isTold(chart) {
                drawing(chart, id: chart.subject.rawValue, title: title(chart.subject), reading: HTML(insight.reading(chart)))
            }
        }
    }

    /// What nobody was ever asked is no series.
    private func isTold(_ chart: CaseChart) -> Bool { chart.subject != .satisfied || chart.wholes.contains { $0 > 0 } }

    /// - Parameter about: the kind of complaints that it is about, where it is not what was chosen.
    func drawing(_ chart: CaseChart, id: String, title: String, reading: HTML, about: String? = nil) -> HTML {
        let isFit = chart.isFit
        return ControlLines(
            id: id, title: title, reading: reading,
            points: chart.periods.indices.map { place in
                let point = chart.points[place]
                return ControlLines.Point(
                    name: insight.name(chart.periods[place]), brief: insight.brief(chart.periods[place]), amount: point.value,
                    lower: isFit ? point.lower : nil, upper: isFit ? point.upper : nil, words: linked(chart, place, about),
                    label: value(chart, place), isOutside: chart.isOutside(place), isPale: !chart.periods[place].isWhole,
                    marks: content.marks(chart.periods[place].days, about: about, for: desk))
            }, centre: isFit ? chart.chart?.centre : nil, top: chart.subject.share == nil ? nil : 1,
            picture: insight.reading(chart), words: words.table(chart.periods.first?.kind), limitPlaces: isFit ? chart.limitPlaces : nil,
            remark: limits(chart, isKind: about != nil), fromHere: say("grenzen hieruit", "limits from here")
        ).html
    }

    /// What it is counted against, where limits come from, and where others can be chosen.
    private func limits(_ chart: CaseChart, isKind: Bool) -> HTML {
        let rate = isKind ? content.kindUnit.map { counted(chart.subject, $0) } : nil
        guard let words = insight.limits(chart) else { return HTML() }
        return p(.class("muted")) {
            (rate ?? "") + words + " "
            if desk.actor.hasAny(of: SignalOffice.judges) {
                a(.href("\(Paths.limits)?\(LimitsPage.subjectField)=\(chart.subject.rawValue)")) {
                    say("Andere dagen", "Other days")
                    hiddenText(" (\(insight.title(chart.subject)))")
                }
            }
        }
    }

    /// A signal is shown with its week: in numbers while it is not known of how many they are.
    private func counted(_ subject: CaseChart.Subject, _ unit: ExposureUnit) -> String {
        if subject == .rate { return say("Per duizend \(say.unit(unit)). ", "Per thousand \(say.unit(unit)). ") }
        return say(
            "In aantallen: niet van al deze weken is bekend hoeveel \(say.unit(unit)) er waren. ",
            "In numbers: it is not known of all these weeks how many \(say.unit(unit)) there were. ")
    }

    private func title(_ subject: CaseChart.Subject) -> String {
        guard subject == .rate, let unit = content.unit else { return insight.title(subject) }
        return say("Ontvangen per duizend \(say.unit(unit))", "Received per thousand \(say.unit(unit))")
    }

    // MARK: Numbers

    /// "19 van 23 (83%)", each number with its list.
    private func linked(_ chart: CaseChart, _ place: Int, _ about: String?) -> HTML {
        let days = chart.periods[place].days
        let (part, whole) = (chart.parts[place], chart.wholes[place])
        func received(_ days: DayRange) -> WorklistQuery {
            about.map { content.query.received(in: days, about: $0) } ?? content.query.received(in: days)
        }
        if let share = chart.subject.share {
            return HTML(joining: [
                Self.link(part, content.query.course(share.part, in: days)), HTML(say(" van ", " of ")),
                Self.link(whole, content.query.course(share.whole, in: days)),
                HTML(whole >= ProportionChart.fewest ? " (\(insight.percent(part, whole)))" : ""),
            ])
        }
        switch chart.subject {
        case .rate:
            let rate = chart.points[place].value.map { insight.decimal($0) } ?? "–"
            return HTML(joining: [HTML("\(rate) ("), Self.link(part, received(days)), HTML(")")])
        case .late: return Self.link(part, content.query.course(.termBroken, in: days))
        case .handling:
            let list = Self.link(part, received(days))
            let median = chart.points[place].value.map { insight.days($0) } ?? "–"
            return HTML(joining: [HTML("\(median) ("), list, HTML(")")])
        default: return Self.link(part, received(days))
        }
    }

    static func link(_ number: Int, _ query: WorklistQuery) -> HTML { a(.href(query.address())) { "\(number)" } }

    private func value(_ chart: CaseChart, _ place: Int) -> String {
        if chart.subject.share != nil { return insight.percent(chart.parts[place], chart.wholes[place]) }
        if chart.subject == .handling || chart.subject == .rate { return chart.points[place].value.map { insight.decimal($0) } ?? "" }
        return "\(chart.parts[place])"
    }
}
