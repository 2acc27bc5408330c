extension ProcedureReading {
    /// The phases, in their order. Every phase of the program must be there once, one of them first, each to be reached from it; onwards
    /// they may not lead in a circle (a way back is written under `back`).
    mutating func phases(_ node: DocumentNode) -> [ProcedurePhase] {
        var phases: [ProcedurePhase] = []
        var firsts: [(phase: Phase, line: Int)] = []
        var lines: [Phase: Int] = [:]
        for item in reader.items(of: node, at: "phases") {
            guard let (phase, isFirst) = phase(item) else { continue }
            if lines[phase.phase] != nil {
                reader.note(.doubledPhase(phase.phase), at: "phases", line: item.line)
                continue
            }
            lines[phase.phase] = item.line
            if isFirst { firsts.append((phase.phase, item.line)) }
            for language in Language.allCases {
                let name = phase.name.text(in: language)
                if phases.contains(where: { Folding.fold($0.name.text(in: language)) == Folding.fold(name) }) {
                    reader.note(.doubled(name), at: "phases: name", line: item.line)
                }
            }
            phases.append(phase)
        }
        for phase in Phase.allCases where lines[phase] == nil { reader.note(.missingPhase(phase), at: "phases", line: node.line) }
        if firsts.count > 1, let last = firsts.last {
            reader.note(.severalFirstPhases(firsts.map(\.phase.rawValue)), at: "phases: first", line: last.line)
        }
        guard let first = firsts.first?.phase else {
            reader.note(.noFirstPhase, at: "phases", line: node.line)
            return phases
        }
        judge(PhaseMap(phases), from: first, lines)
        return phases.filter { $0.phase == first } + phases.filter { $0.phase != first }
    }

    private mutating func phase(_ node: DocumentNode) -> (ProcedurePhase, isFirst: Bool)? {
        let place = "phases"
        let fields = reader.fields(of: node, at: place, known: ["phase", "first", "name", "then", "back"], required: ["phase", "name"])
        let phase = fields["phase"].flatMap { reader.word($0.value, at: "phases: phase", Phase.self, or: ProcedureMistake.unknownPhase) }
        let name = fields["name"].flatMap { reader.bilingual($0.value, at: "phases: name") }
        let isFirst = fields["first"].map { yes($0.value, at: "phases: first") } ?? false
        func others(_ name: String, _ reading: inout ProcedureReading) -> [Phase] {
            fields[name].map { reading.reader.words($0.value, at: "phases: \(name)", Phase.self, or: ProcedureMistake.unknownPhase) } ?? []
        }
        let (then, back) = (others("then", &self), others("back", &self))
        if let name { judge(name, at: node.line) }
        guard let phase else { return nil }
        // One without a name is there all the same.
        return (ProcedurePhase(phase, name ?? Bilingual(phase.rawValue, phase.rawValue), then: then, back: back), isFirst)
    }

    /// A name is a short line that can be read, and holds no place to fill in: it stands in letters itself.
    private mutating func judge(_ name: Bilingual, at line: Int) {
        for language in Language.allCases {
            let text = name.text(in: language)
            if text.unicodeScalars.count > ProcedurePhase.longestName {
                reader.note(.tooLong(limit: ProcedurePhase.longestName), at: "phases: name", line: line)
            }
            let isLine = !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
            if !isLine || !text.saysSomething || text.contains("{{") {
                reader.note(.unreadableName, at: "phases: name", line: line)
            }
        }
    }

    private mutating func yes(_ node: DocumentNode, at place: String) -> Bool {
        guard let text = reader.text(node, at: place) else { return false }
        switch text {
        case "yes", "ja", "true": return true
        case "no", "nee", "false": return false
        default:
            reader.note(.notYesOrNo(text), at: place, line: node.line)
            return false
        }
    }

    private mutating func judge(_ map: PhaseMap, from first: Phase, _ lines: [Phase: Int]) {
        if let circle = map.circle, let line = circle.first.flatMap({ lines[$0] }) {
            reader.note(.circle(circle), at: "phases: then", line: line)
        }
        let reached = map.reached(from: first)
        for phase in Phase.allCases where !reached.contains(phase) {
            if let line = lines[phase] { reader.note(.unreachablePhase(phase), at: "phases", line: line) }
        }
        for way in Self.neededWays where !map.leads(from: way.from, to: way.to) {
            if let line = lines[way.from] { reader.note(.missingWay(from: way.from, to: way.to), at: "phases: then", line: line) }
        }
        for phase in map.deadEnds {
            if let line = lines[phase] { reader.note(.deadEnd(phase), at: "phases: then", line: line) }
        }
    }

    /// Without these nobody could begin with a complaint, or its customer could not take it back, or ask to look again, which letters say that
    /// they may.
    private static var neededWays: [(from: Phase, to: Phase)] {
        [(.received, .assigned), (.assigned, .inProgress)] + Phase.allCases.filter(\.isOpen).map { ($0, .withdrawn) }
            + [.resolved, .closed, .withdrawn].map { ($0, .reopened) }
    }
}

/// Which phase leads to which.
struct PhaseMap {
    private let onwards: [Phase: [Phase]]
    private let all: [Phase: [Phase]]

    init(_ phases: [ProcedurePhase]) {
        onwards = Dictionary(phases.map { ($0.phase, $0.then) }) { first, _ in first }
        all = Dictionary(phases.map { ($0.phase, $0.then + $0.back) }) { first, _ in first }
    }

    /// Phases that lead onwards to themselves; nil where there are none.
    var circle: [Phase]? {
        var done: Set<Phase> = []
        for phase in Phase.allCases {
            if let circle = circle(from: phase, way: [], &done) { return circle }
        }
        return nil
    }

    private func circle(from phase: Phase, way: [Phase], _ done: inout Set<Phase>) -> [Phase]? {
        if let start = way.firstIndex(of: phase) { return Array(way[start...]) + [phase] }
        guard !done.contains(phase) else { return nil }
        for next in onwards[phase] ?? [] {
            if let circle = circle(from: next, way: way + [phase], &done) { return circle }
        }
        done.insert(phase)
        return nil
    }

    /// Open phases from which no act leads to a solution, directly or through others.
    var deadEnds: [Phase] {
        var solved: Set<Phase> = [.resolved]
        while let more = Phase.open.first(where: { from in
            !solved.contains(from) && (all[from] ?? []).contains { solved.contains($0) && Self.isActed(from, $0) }
        }) {
            solved.insert(more)
        }
        return Phase.allCases.filter { $0.isOpen && !solved.contains($0) }
    }

    /// Whether something that is done to an open complaint moves it so.
    private static func isActed(_ from: Phase, _ to: Phase) -> Bool {
        let act: Act? =
            switch to {
            case .resolved: .resolve
            case .assigned: Phase.assignedAnew.contains(from) ? .assign : nil
            // What the customer says ends the waiting for it.
            case .inProgress: from == .waitingForCustomer ? .receiveAnswer : .accept
            case .received: .return
            case .waitingForCustomer: .ask
            case .solutionProposed: .propose
            default: nil
            }
        return act.map { PermissionTable.phases(of: $0).contains(from) } ?? false
    }

    func leads(from: Phase, to: Phase) -> Bool { all[from]?.contains(to) ?? false }

    func reached(from first: Phase) -> Set<Phase> {
        var reached: Set = [first]
        var waiting = [first]
        while let phase = waiting.popLast() {
            for next in all[phase] ?? [] where reached.insert(next).inserted { waiting.append(next) }
        }
        return reached
    }
}
