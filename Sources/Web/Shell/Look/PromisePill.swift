import Markup

/// How near a promise or a state is. The words carry the meaning; icon and colour repeat it.
enum Urgency: String, Sendable {
    case calm, soon, late, good, waiting

    var icon: Icon {
        switch self {
        case .calm, .waiting: .clock
        case .soon: .warning
        case .late: .late
        case .good: .check
        }
    }
}

/// A promise in words ("nog 1 werkdag", "2 werkdagen te laat").
struct PromisePill: Component, Sendable {
    let words: String
    let urgency: Urgency
    /// The date in full, shown when the pointer rests on it.
    var date: String? = nil

    init(_ words: String, _ urgency: Urgency, date: String? = nil) { (self.words, self.urgency, self.date) = (words, urgency, date) }

    var html: HTML {
        span(.class("promise \(urgency.rawValue)"), .title(date)) {
            urgency.icon
            words
        }
    }
}
