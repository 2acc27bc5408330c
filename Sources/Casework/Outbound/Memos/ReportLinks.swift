import Complaints

/// Where a mail with a report leads. Its words hold a mark for each, on a line of its own, until it is sent.
package enum ReportLink: Hashable, Sendable {
    case signals, measures
    /// The management review of these days, as a page and as a PDF.
    case review(DayRange)
    case printed(DayRange)

    var mark: String {
        switch self {
        case .signals: "{{signals}}"
        case .measures: "{{measures}}"
        case .review(let days): "{{review \(days.first.iso) \(days.last.iso)}}"
        case .printed(let days): "{{printed \(days.first.iso) \(days.last.iso)}}"
        }
    }

    init?(mark line: some StringProtocol) {
        let text = String(line)
        guard text.hasPrefix("{{"), text.hasSuffix("}}") else { return nil }
        let words = text.dropFirst(2).dropLast(2).split(separator: " ").map(String.init)
        let days =
            words.count == 3 ? Day(iso: words[1]).flatMap { first in Day(iso: words[2]).map { DayRange(first: first, last: $0) } } : nil
        switch (words.first, days) {
        case ("signals", nil): self = .signals
        case ("measures", nil): self = .measures
        case ("review", let days?): self = .review(days)
        case ("printed", let days?): self = .printed(days)
        default: return nil
        }
    }
}
