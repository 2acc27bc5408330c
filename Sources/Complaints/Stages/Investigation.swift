/// "Deze medewerker beoordeelt de klacht, verzamelt relevante informatie en identificeert mogelijke oorzaken": what happened at once, what lay
/// behind it, and the whys by which one got from the first to the second.
package struct Investigation: Hashable, Sendable {
    package var direct: Cause?
    package var root: Cause?
    /// The answer to each why, in order; at most five.
    package var whys: [Passage]

    package init(direct: Cause?, root: Cause?, whys: [Passage] = []) { (self.direct, self.root, self.whys) = (direct, root, whys) }

    /// "5 × waarom".
    package static let mostWhys = 5
    package static let longestWhy = 500
}

/// An investigation as it was typed or sent.
package struct InvestigationInput: Sendable {
    package var direct: String?
    package var root: String?
    package var whys: [String] = []

    package init() {}
}

extension Complaint {
    /// Names the causes; what was named before is replaced, and stays in the journal.
    func investigating(_ input: InvestigationInput, with facts: Facts) throws(Refusal) -> [Occurrence] {
        var check = FieldCheck()
        let known = causesFound
        let direct = check.value(input.direct, at: "direct", or: .unknown) { facts.causes.cause(named: $0, keeping: known) }
        let root = check.value(input.root, at: "root", or: .unknown) { facts.causes.cause(named: $0, keeping: known) }
        if input.whys.count > Investigation.mostWhys { check.note(.tooMany(limit: Investigation.mostWhys), at: "whys") }
        var whys: [Passage] = []
        for (index, text) in input.whys.prefix(Investigation.mostWhys).enumerated() {
            if let why = check.prose(text, at: "why-\(index + 1)", limit: Investigation.longestWhy) { whys.append(Passage(why)) }
        }
        if direct == nil, root == nil, whys.isEmpty, check.problems.isEmpty { check.note(.missing, at: "direct") }
        try check.finish()
        return [Occurrence(.investigated(Investigation(direct: direct, root: root, whys: whys)))]
    }

    /// Those that it has already: they stay choosable in this file, whatever the list says since.
    var causesFound: Set<Cause> { Set([cause, investigation?.direct, investigation?.root].compactMap(\.self)) }

    /// What is counted is the root where it is known.
    mutating func apply(_ investigation: Investigation) {
        self.investigation = investigation
        cause = investigation.root ?? investigation.direct ?? cause
    }
}
