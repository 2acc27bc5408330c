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
        guard let phase, let name else { return nil }
        return (ProcedurePhase(phase, name, then: then, back: back), isFirst)
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
    }

    /// Without these nobody could begin with a complaint, or its customer could not take it back.
    private static var neededWays: [(from: Phase, to: Phase)] {
        [(.received, .assigned), (.assigned, .inProgress)] + Phase.allCases.filter(\.isOpen).map { ($0, .withdrawn) }
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
