import Markup

/// Amounts from large to small as columns, with a line of how much they are together, and a table that tells what each is: columns and rows
/// bear the same numbers.
struct ParetoChart: Component {
    struct Column: Sendable {
        let name: String
        let amount: Double
        /// The amount as it stands above its column.
        let label: String
        /// Of the whole, this one and those before it; nil where there is too little to say.
        let together: Double?
        /// The other cells of its row.
        let cells: [HTML]
    }

    let id: String
    let title: String
    let reading: String
    let columns: [Column]
    /// The heads of the table, those of the number and the name included.
    let heads: [(words: String, isAmount: Bool)]
    let fold: String

    private let width = 420.0
    private let height = 130.0

    var html: HTML {
        section(.class("chart"), .aria("labelledby", "\(id)-title")) {
            h3(.id("\(id)-title")) { title }
            p(.class("reading")) { reading }
            plot
            details {
                summary { fold }
                twin
            }
        }
    }

    private var plot: HTML {
        let most = max(columns.map(\.amount).max() ?? 0, 1e-9)
        let slot = width / Double(max(columns.count, 1))
        func middle(_ place: Int) -> Double { slot * (Double(place) + 0.5) }
        let line = columns.enumerated().compactMap { place, column in
            column.together.map { (x: middle(place), y: 14 + height * (1 - $0)) }
        }
        return svg(.class("plot"), .viewBox(0, 0, width, height + 34), .role("img"), .aria("label", "\(title). \(reading)")) {
            for (place, column) in columns.enumerated() {
                let tall = column.amount / most * height
                let wide = min(slot * 0.62, 34)
                g {
                    rect(
                        .class("bar"), .x(middle(place) - wide / 2), .y(height + 14 - tall), .svgWidth(wide), .svgHeight(tall), .rx(1.5))
                    svgText(.class("name"), .x(middle(place)), .y(height + 29), .textAnchor("middle")) { "\(place + 1)" }
                }
            }
            if line.count > 1 { polyline(.class("trend"), .points(line)) }
            // Above the line, so that it strikes through none.
            for (place, column) in columns.enumerated() {
                svgText(
                    .class("value"), .x(middle(place)), .y(height + 9 - column.amount / most * height), .textAnchor("middle")
                ) { column.label }
            }
            Markup.line(.class("axis"), .x1(0), .x2(width), .y1(height + 14), .y2(height + 14))
        }
    }

    private var twin: HTML {
        div(.class("scroll"), .tabindex(0), .role("region"), .aria("label", "\(fold): \(title)")) {
            table(.class("table")) {
                thead { tr { for head in heads { th(.scope("col"), .when(head.isAmount, .class("amount"))) { head.words } } } }
                tbody {
                    for (place, column) in columns.enumerated() {
                        tr {
                            td(.class("amount")) { "\(place + 1)" }
                            th(.scope("row")) { column.name }
                            for (cell, head) in zip(column.cells, heads.dropFirst(2)) {
                                td(.when(head.isAmount, .class("amount"))) { cell }
                            }
                        }
                    }
                }
            }
        }
    }
}
