import Complaints

/// By what causes are ordered, in words.
extension InsightWords {
    package func title(_ burden: CausePareto.Burden) -> String {
        switch burden {
        case .count: say("Naar aantal klachten", "By number of complaints")
        case .serious: say("Naar ernst", "By severity")
        case .days: say("Naar wachttijd van klanten", "By how long customers waited")
        case .money: say("Naar tegemoetkomingen", "By remedies")
        }
    }

    package func head(_ burden: CausePareto.Burden) -> String {
        switch burden {
        case .count: say("Aantal", "Number")
        case .serious: say("Ernstig", "Serious")
        case .days: say("Werkdagen gewacht", "Working days waited")
        case .money: say("Tegemoetkoming", "Remedy")
        }
    }

    package func amount(_ amount: Double, _ burden: CausePareto.Burden) -> String {
        burden == .money ? DateWords.money(Money(cents: Int64((amount * 100).rounded())), language) : "\(Int(amount.rounded()))"
    }

    /// As short as it stands above a column.
    package func label(_ amount: Double, _ burden: CausePareto.Burden) -> String {
        amount >= 10_000 ? "\(Int((amount / 1000).rounded()))k" : "\(Int(amount.rounded()))"
    }
}
