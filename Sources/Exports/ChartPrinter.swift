/// A series between its limits, on paper.
struct ChartPrinter {
    static let height = 96.0
    private static let plot = 80.0

    private let chart: ReportChart
    private let sheet: Sheet

    init(_ chart: ReportChart, on sheet: Sheet) { (self.chart, self.sheet) = (chart, sheet) }

    func draw(at top: Double) {
        sheet.tagged("Figure") {
            band(top)
            if let centre = chart.centre { across(top, centre, grey: 0.4, dashes: [1, 3]) }
            across(top, 0, grey: 0.6, dashes: [])
            for (place, point) in chart.points.enumerated() where point.mark != nil { mark(point, place, top) }
            series(top)
            names(top)
        }
    }

    private var step: Double { chart.points.count > 1 ? (Sheet.width - 16) / Double(chart.points.count - 1) : Sheet.width - 16 }
    private func x(_ place: Int) -> Double { Sheet.left + 8 + (chart.points.count > 1 ? step * Double(place) : (Sheet.width - 16) / 2) }
    private func y(_ top: Double, _ amount: Double) -> Double { top + Self.plot * (1 - amount / chart.highest) }

    private func across(_ top: Double, _ amount: Double, grey: Double, dashes: [Double]) {
        sheet.line([(Sheet.left, y(top, amount)), (Sheet.left + Sheet.width, y(top, amount))], grey: grey, dashes: dashes)
    }

    private func band(_ top: Double) {
        for (place, point) in chart.points.enumerated() {
            guard let upper = point.upper else { continue }
            let (left, right) = (max(Sheet.left, x(place) - step / 2), min(Sheet.left + Sheet.width, x(place) + step / 2))
            let (high, low) = (y(top, upper), y(top, point.lower ?? 0))
            sheet.area(x: left, y: high, width: right - left, height: max(0, low - high), grey: 0.93)
        }
    }

    private func series(_ top: Double) {
        var piece: [(x: Double, y: Double)] = []
        for (place, point) in chart.points.enumerated() {
            if let amount = point.amount { piece.append((x(place), y(top, amount))) }
            if point.amount == nil || place == chart.points.count - 1 {
                sheet.line(piece, width: 1, grey: 0.5)
                piece = []
            }
        }
        for (place, point) in chart.points.enumerated() {
            guard let amount = point.amount else { continue }
            if point.isOutside {
                sheet.square(x: x(place), y: y(top, amount), side: 6)
            } else {
                sheet.dot(x: x(place), y: y(top, amount), radius: 1.6)
            }
        }
    }

    private func mark(_ point: ReportChart.Point, _ place: Int, _ top: Double) {
        sheet.line([(x(place), top - 2), (x(place), top + Self.plot)], grey: 0, dashes: [1, 2])
        let isRight = place * 2 > chart.points.count
        sheet.write(point.mark ?? "", .small, x: x(place) + (isRight ? -3 : 3), y: top + 5, isRight: isRight)
    }

    private func names(_ top: Double) {
        let every = max(1, (chart.points.count + 7) / 8)
        for (place, point) in chart.points.enumerated() where (chart.points.count - 1 - place).isMultiple(of: every) {
            let width = sheet.width(of: point.name, .small)
            let left = min(max(Sheet.left, x(place) - width / 2), Sheet.left + Sheet.width - width)
            sheet.write(point.name, .small, x: left, y: top + Self.plot + 11)
        }
    }
}
