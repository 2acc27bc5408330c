import Markup

/// One amount in a chart, with the complaints behind it.
struct Bar: Sendable {
    let name: String
    let amount: Double
    /// The amount as it is written ("12", "3,5").
    let words: String
    var address: String? = nil
    /// Not complete yet, as the month that is running.
    var isPale = false
}

/// Amounts over time as columns on a base line, with a one-line reading and the same figures as a table.
struct BarChart: Component {
    let id: String
    let title: String
    let reading: String
    let bars: [Bar]
    /// The top of the scale; charts side by side share it.
    var top: Double? = nil
    /// Words of the fold that holds the table, and its two column heads.
    let table: (fold: String, name: String, amount: String)

    private let width = 420.0
    private let height = 130.0

    var html: HTML {
        section(.class("chart"), .aria("labelledby", "\(id)-title")) {
            h2(.id("\(id)-title")) { title }
            p(.class("reading")) { reading }
            plot
            details {
                summary { table.fold }
                twin
            }
        }
    }

    private var plot: HTML {
        let most = max(top ?? 0, bars.map(\.amount).max() ?? 0, 1)
        let slot = width / Double(max(bars.count, 1))
        return svg(.class("plot"), .viewBox(0, 0, width, height + 34), .role("img"), .aria("label", "\(title). \(reading)")) {
            for (index, bar) in bars.enumerated() { column(bar, at: Double(index) * slot, slot: slot, most: most) }
            line(.class("axis"), .x1(0), .x2(width), .y1(height + 14), .y2(height + 14))
        }
    }

    private func column(_ bar: Bar, at left: Double, slot: Double, most: Double) -> HTML {
        let tall = max(bar.amount / most * height, 0)
        let middle = left + slot / 2
        let wide = min(slot * 0.62, 34)
        return g {
            rect(
                .class(bar.isPale ? "bar pale" : "bar"), .x(middle - wide / 2), .y(height + 14 - tall), .svgWidth(wide), .svgHeight(tall),
                .rx(1.5))
            svgText(.class("value"), .x(middle), .y(height + 9 - tall), .textAnchor("middle")) { bar.words }
            svgText(.class("name"), .x(middle), .y(height + 29), .textAnchor("middle")) { bar.name }
        }
    }

    private var twin: HTML {
        Markup.table(.class("table")) {
            thead {
                tr {
                    th(.scope("col")) { table.name }
                    th(.scope("col"), .class("amount")) { table.amount }
                }
            }
            tbody {
                for bar in bars {
                    tr {
                        th(.scope("row")) { bar.name }
                        td(.class("amount")) { linked(bar) }
                    }
                }
            }
        }
    }
}

/// Amounts by name, largest first: a table whose bars are part of the rows, so chart and table are one.
struct BarList: Component {
    let title: String
    let reading: String
    let bars: [Bar]
    let columns: (name: String, share: String, amount: String)

    var html: HTML {
        section(.class("chart")) {
            h2 { title }
            p(.class("reading")) { reading }
            table(.class("bars")) {
                thead(.class("hidden-text")) {
                    tr {
                        th(.scope("col")) { columns.name }
                        th(.scope("col")) { columns.share }
                        th(.scope("col")) { columns.amount }
                    }
                }
                tbody {
                    for bar in bars { row(bar) }
                }
            }
        }
    }

    private func row(_ bar: Bar) -> HTML {
        let most = max(bars.map(\.amount).max() ?? 0, 1)
        return tr {
            th(.scope("row")) { bar.name }
            td {
                svg(.viewBox(0, 0, 100, 10), .preserveAspectRatio("none"), .aria("hidden", "true")) {
                    rect(.svgWidth(bar.amount / most * 100), .svgHeight(10))
                }
            }
            td(.class("amount")) { linked(bar) }
        }
    }
}

private func linked(_ bar: Bar) -> HTML {
    guard let address = bar.address else { return HTML(bar.words) }
    return a(.href(address)) { bar.words }
}
