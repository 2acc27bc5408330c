import Complaints

/// How often a complaint is of which nature in ordinary weeks, and what it mostly comes from.
enum DemoNatures {
    static let mix: [(nature: Nature, weight: Double)] = [
        (Nature(about: "hosting", wrong: "unreachable"), 7), (Nature(about: "hosting", wrong: "too-slow"), 8),
        (Nature(about: "hosting", wrong: "done-wrong"), 4), (Nature(about: "hosting", wrong: "badly-informed"), 3),
        (Nature(about: "workplace", wrong: "unreachable"), 5), (Nature(about: "workplace", wrong: "done-wrong"), 6),
        (Nature(about: "workplace", wrong: "too-slow"), 4), (Nature(about: "workplace", wrong: "data-lost"), 1.5),
        (Nature(about: "network", wrong: "unreachable"), 5), (Nature(about: "network", wrong: "too-slow"), 4),
        (Nature(about: "network", wrong: "not-kept"), 2), (Nature(about: "backup", wrong: "data-lost"), 2),
        (Nature(about: "backup", wrong: "not-kept"), 1.5), (Nature(about: "backup", wrong: "too-slow"), 1.5),
        (Nature(about: "security", wrong: "data-breach"), 0.7), (Nature(about: "security", wrong: "badly-informed"), 2),
        (Nature(about: "security", wrong: "done-wrong"), 1.5), (Nature(about: "migration", wrong: "done-wrong"), 3),
        (Nature(about: "migration", wrong: "not-kept"), 3.5), (Nature(about: "migration", wrong: "badly-informed"), 1.5),
        (Nature(about: "servicedesk", wrong: "too-slow"), 8), (Nature(about: "servicedesk", wrong: "unreachable"), 4),
        (Nature(about: "servicedesk", wrong: "treatment"), 3.5), (Nature(about: "servicedesk", wrong: "not-kept"), 5),
        (Nature(about: "billing", wrong: "wrong-amount"), 7), (Nature(about: "billing", wrong: "badly-informed"), 2.5),
        (Nature(about: "billing", wrong: "not-kept"), 2), (Nature(about: "contract", wrong: "cannot-cancel"), 4),
        (Nature(about: "contract", wrong: "badly-informed"), 3.5), (Nature(about: "contract", wrong: "not-kept"), 2),
    ]

    /// Which part of ordinary complaints is about something.
    static func share(of about: String) -> Double {
        mix.filter { $0.nature.about == about }.reduce(0) { $0 + $1.weight } / mix.reduce(0) { $0 + $1.weight }
    }

    /// Where a complaint comes from, by what it is about and what went wrong.
    static func causes(of nature: Nature) -> [(Cause, Double)] {
        var weights: [Cause: Double] = [.process: 2, .people: 2, .communication: 1.5, .technology: 1, .expectation: 0.7, .external: 0.4]
        switch nature.about {
        case "hosting", "backup", "workplace": weights[.technology, default: 0] += 6
        case "network":
            weights[.technology, default: 0] += 3
            weights[.supplier] = 5
        case "security": weights[.external, default: 0] += 2
        case "contract": weights[.expectation, default: 0] += 5
        case "billing", "migration": weights[.process, default: 0] += 5
        default: weights[.people, default: 0] += 3
        }
        switch nature.wrong {
        case "badly-informed": weights[.communication, default: 0] += 8
        case "treatment": weights[.people, default: 0] += 9
        case "not-kept": weights[.process, default: 0] += 4
        default: break
        }
        return Cause.allCases.compactMap { cause in weights[cause].map { (cause, $0) } }
    }
}
