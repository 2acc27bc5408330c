/// How serious a complaint is; chosen by a person, always with the reasons.
package enum Severity: String, CaseIterable, Hashable, Sendable {
    case normal, serious, critical
}

/// Why a complaint is more than ordinary.
package enum SeverityReason: String, CaseIterable, Hashable, Sendable {
    case safety, money, privacy, vulnerable, media, `repeat`
}
