import Markup

/// A series as a line between its limits, with a one-line reading and the same figures as a table. What lies outside is a hollow square and
/// says so in the table; what is known to have happened is an upright line with its name: never by colour alone.
struct ControlLines: Component {
    struct Point: Sendable {
        /// As in the table, and as below the line.
        let name: String
        let brief: String
        /// Nil where nothing could be measured.
        let amount: Double?
        var lower: Double? = nil
        var upper: Double? = nil
        /// The amount as it is written, each number with its list.
        let words: HTML
        /// The amount beside its point.
        let label: String
        var isOutside = false
        /// Not complete yet.
        var isPale = false
        /// What happened then.
        var marks: [Mark] = []
    }

    /// What happened, with where it stands if the reader may go there.
    struct Mark: Sendable {
        let name: String
        var address: String? = nil
    }

    struct Words: Sendable {
        let fold: String
        let name: String
        let amount: String
        let remark: String
        let outside: String
        let limits: String
        /// What stands before tenths.
        let decimal: String

        init(_ say: Wording, name: String, amount: String) {
            fold = say("Als tabel", "As a table")
            (self.name, self.amount) = (name, amount)
            remark = say("Bijzonder", "Remarkable")
            outside = say("buiten de grenzen", "outside the limits")
            limits = say("Normaal", "Usual")
            decimal = say(",", ".")
        }
    }

    let id: String
    let title: String
    let reading: HTML
    let points: [Point]
    var centre: Double? = nil
    /// The end of the scale, where it has one.
    var top: Double? = nil
    /// What the picture says to who can't see it.
    let picture: String
    let words: Words
    /// The places that limits come from, and what is said of that below the reading.
    var limitPlaces: ClosedRange<Int>? = nil
    var remark = HTML()
    /// What the limits come from, in the words of the table.
    var fromHere: String? = nil

    private let width = 640.0
    private let height = 150.0
    private let side = 14.0

    var html: HTML {
        section(.class("chart"), .aria("labelledby", "\(id)-title")) {
            h2(.id("\(id)-title")) { title }
            p(.class("reading")) { reading }
            remark
            plot
            details {
                summary { words.fold }
                twin
            }
        }
    }

    private var most: Double {
        if let top { return top * 1.04 }
        let highest = points.flatMap { [$0.amount, $0.upper] }.compactMap { $0 }.max() ?? 0
        return max(highest, centre ?? 0, 1) * 1.08
    }
    private var step: Double { points.count > 1 ? (width - 2 * side) / Double(points.count - 1) : width - 2 * side }
    private func x(_ place: Int) -> Double { points.count > 1 ? side + step * Double(place) : width / 2 }
    /// Where an amount lies. Made once for a picture: the end of the scale depends on all points.
    private var scale: (Double) -> Double {
        let most = most
        return { 8 + height * (1 - $0 / most) }
    }

    /// A name of what happened, beside its line and on the first of the rows above the picture where it touches no other.
    private var marks: [(place: Int, name: String, row: Int)] {
        var ends: [[ClosedRange<Double>]] = []
        return points.enumerated().compactMap { place, point in
            if point.marks.isEmpty { return nil }
            let room = isOnTheRight(place) ? x(place) : width - x(place)
            let name = Self.fitting(point.marks.map(\.name).joined(separator: ", "), in: room - 10)
            let reach = Double(name.count) * Self.letter + 10
            let taken = isOnTheRight(place) ? (x(place) - reach)...x(place) : x(place)...(x(place) + reach)
            let row = ends.firstIndex { !$0.contains { $0.overlaps(taken) } } ?? ends.count
            if row == ends.count { ends.append([]) }
            ends[row].append(taken)
            return (place, name, row)
        }
    }
    private static let (letter, row) = (6.5, 13.0)
    /// How wide a letter is where letters are large, on a narrow screen.
    private static let large = 10.0

    /// Cut where it would leave the picture: the table tells it whole.
    private static func fitting(_ name: String, in room: Double) -> String {
        let most = max(1, Int(room / letter))
        return name.count <= most ? name : name.prefix(most - 1) + "…"
    }

    /// Words around a place, and beside it where they would leave the picture.
    private func written(_ kind: String, _ text: String, around left: Double, at top: Double) -> HTML {
        let half = Double(text.count) * Self.large / 2
        if left < half { return svgText(.class(kind), .x(0), .y(top), .textAnchor("start")) { text } }
        if left > width - half { return svgText(.class(kind), .x(width), .y(top), .textAnchor("end")) { text } }
        return svgText(.class(kind), .x(left), .y(top), .textAnchor("middle")) { text }
    }

    private func isOnTheRight(_ place: Int) -> Bool { place * 2 > points.count }

    private var plot: HTML {
        let (y, marks) = (scale, marks)
        // The rows of names but for the last lie above what else there is.
        let above = Double(marks.map(\.row).max() ?? 0) * Self.row
        return svg(
            .class("plot"), .viewBox(0, -above, width, height + 34 + above), .role("img"), .aria("label", "\(title). \(picture)")
        ) {
            band(y)
            if let centre { line(.class("centre"), .x1(0), .x2(width), .y1(y(centre)), .y2(y(centre))) }
            line(.class("axis"), .x1(0), .x2(width), .y1(y(0)), .y2(y(0)))
            if let places = limitPlaces, places.upperBound < points.count {
                line(
                    .class("limits-from"), .x1(max(0, x(places.lowerBound) - step / 2)), .x2(min(width, x(places.upperBound) + step / 2)),
                    .y1(y(0) + 3), .y2(y(0) + 3))
            }
            for (place, name, row) in marks {
                let top = Self.row * Double(row) - above
                line(.class("happened"), .x1(x(place)), .x2(x(place)), .y1(2 + top), .y2(y(0)))
                // Where letters are large, names would touch: the table tells them.
                svgText(.class("value happened-name"), .x(x(place)), .y(8 + top), .dx(isOnTheRight(place) ? -4 : 4), anchor(place)) { name }
            }
            for piece in lines(y) { polyline(.class("series"), .points(piece)) }
            for (place, point) in points.enumerated() { mark(point, place, y) }
        }
    }

    private func anchor(_ place: Int) -> Attribute { isOnTheRight(place) ? .textAnchor("end") : .textAnchor("start") }

    /// Between the limits, as steps: they differ where the numbers behind them do.
    private func band(_ y: (Double) -> Double) -> HTML {
        let limits = points.indices.filter { points[$0].upper != nil }
        guard let first = limits.first, let last = limits.last else { return HTML() }
        func edge(_ limit: (Point) -> Double?, or standard: Double) -> [(x: Double, y: Double)] {
            (first...last).flatMap { place -> [(x: Double, y: Double)] in
                let level = y(limit(points[place]) ?? standard)
                return [(max(0, x(place) - step / 2), level), (min(width, x(place) + step / 2), level)]
            }
        }
        return polygon(.class("band"), .points(edge(\.upper, or: top ?? 0) + edge({ $0.lower ?? 0 }, or: 0).reversed()))
    }

    /// The line, in pieces where something could not be measured.
    private func lines(_ y: (Double) -> Double) -> [[(x: Double, y: Double)]] {
        var pieces: [[(x: Double, y: Double)]] = [[]]
        for (place, point) in points.enumerated() {
            if let amount = point.amount { pieces[pieces.count - 1].append((x(place), y(amount))) } else { pieces.append([]) }
        }
        return pieces.filter { $0.count > 1 }
    }

    private func mark(_ point: Point, _ place: Int, _ y: (Double) -> Double) -> HTML {
        g {
            if let amount = point.amount {
                let (left, top) = (x(place), y(amount))
                if point.isOutside {
                    rect(.class("outside"), .x(left - 5), .y(top - 5), .svgWidth(10), .svgHeight(10))
                    written("value", point.label, around: left, at: top < 24 ? top + 20 : top - 9)
                } else {
                    circle(.class(point.isPale ? "dot pale" : "dot"), .cx(left), .cy(top), .r(2.6))
                }
            }
            // A name here and there: they must not touch, also where letters are large.
            if (points.count - 1 - place).isMultiple(of: max(1, (points.count + mostNames - 1) / mostNames)) {
                written("week", point.brief, around: x(place), at: height + 28)
            }
        }
    }

    /// Of whole days fewer fit than of weeks.
    private var mostNames: Int { (points.map(\.brief.count).max() ?? 0) > 6 ? 4 : 6 }

    private var twin: HTML {
        div(.class("scroll"), .tabindex(0), .role("region"), .aria("label", "\(words.fold): \(title)")) {
            table(.class("table")) {
                thead {
                    tr {
                        th(.scope("col")) { words.name }
                        th(.scope("col"), .class("amount")) { words.amount }
                        th(.scope("col")) { words.limits }
                        th(.scope("col")) { words.remark }
                    }
                }
                tbody { for (place, point) in points.enumerated().reversed() { row(point, place) } }
            }
        }
    }

    private func row(_ point: Point, _ place: Int) -> HTML {
        tr {
            th(.scope("row")) { point.name }
            td(.class("amount")) { point.words }
            td { limits(point) }
            td { remarks(point, isLimit: limitPlaces?.contains(place) ?? false) }
        }
    }

    private func remarks(_ point: Point, isLimit: Bool) -> HTML {
        let said = [point.isOutside ? words.outside : nil, isLimit ? fromHere : nil].compactMap { $0 }.map { HTML($0) }
        let marks = point.marks.map { mark in mark.address.map { address in a(.href(address)) { mark.name } } ?? HTML(mark.name) }
        return HTML(joining: (said + marks).enumerated().flatMap { place, part in place > 0 ? [HTML("; "), part] : [part] })
    }

    private func limits(_ point: Point) -> String {
        guard let upper = point.upper else { return "–" }
        return "\(short(point.lower ?? 0))–\(short(upper))"
    }

    /// With as many digits as limits are worth.
    private func short(_ value: Double) -> String {
        if top == 1 { return "\(Int((value * 100).rounded()))%" }
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 || value >= 20 ? "\(Int(value.rounded()))" : "\(tenths / 10)\(words.decimal)\(tenths % 10)"
    }
}
