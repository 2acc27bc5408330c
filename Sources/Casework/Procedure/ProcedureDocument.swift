package import Complaints
import Yams

/// A procedure as people write it: YAML.
package struct ProcedureDocument: Hashable, Sendable {
    package let yaml: String

    /// More than this is no procedure.
    package static let mostBytes = 1 << 17
    /// Names, texts and lists in all; repeated parts (YAML's aliases) count each time.
    private static let mostNodes = 10_000

    package init(yaml: String) { self.yaml = yaml }

    package static let standard = ProcedureDocument(yaml: StandardDocument.yaml)

    /// The first version of every house.
    package static let standardProcedure: Procedure = {
        do {
            return try standard.procedure(version: 1, in: nil)
        } catch {
            // It travels inside the program and a test reads it; a fault here is one of the build.
            preconditionFailure("\(error)")
        }
    }()

    /// The procedure that this describes, judged as a whole; throws everything that stands in its way.
    ///
    /// - Parameter surroundings: nil for what came into force before.
    package func procedure(version: Int, in surroundings: ProcedureSurroundings?) throws(ProcedureRefusal) -> Procedure {
        try Procedure(reading: try node(), version: version, in: surroundings)
    }

    private func node() throws(ProcedureRefusal) -> DocumentNode {
        guard yaml.utf8.count <= Self.mostBytes, BracketDepth.isBearable(yaml) else { throw Self.refusal(.tooLarge) }
        if YAMLReferences.areIn(yaml) { throw Self.refusal(.tooLarge) }
        let root: Node
        do {
            guard let node = try compose(yaml: yaml) else { throw Self.refusal(.empty) }
            root = node
        } catch let refusal as ProcedureRefusal {
            throw refusal
        } catch YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _)
        {
            throw Self.refusal(.unreadable(problem), line: mark.line)
        } catch YamlError.duplicatedKeysInMapping(let doubles, let context) {
            throw Self.refusal(.doubledName(doubles.first ?? "?"), line: context.mark.line)
        } catch {
            throw Self.refusal(.unreadable(nil))
        }
        var left = Self.mostNodes
        guard let node = Self.node(root, line: 1, left: &left) else { throw Self.refusal(.tooLarge) }
        return node
    }

    private static func refusal(_ mistake: ProcedureMistake, line: Int = 1) -> ProcedureRefusal {
        ProcedureRefusal([ProcedureFinding(mistake, at: "", line: line)])
    }

    /// Nil when there is more than anybody writes.
    private static func node(_ node: Node, line: Int, left: inout Int) -> DocumentNode? {
        left -= 1
        guard left > 0 else { return nil }
        let line = node.mark?.line ?? line
        switch node {
        case .scalar(let scalar): return .text(scalar.string, line: line)
        case .sequence(let sequence):
            var items: [DocumentNode] = []
            for item in sequence {
                guard let item = Self.node(item, line: line, left: &left) else { return nil }
                items.append(item)
            }
            return .list(items, line: line)
        case .mapping(let mapping):
            var entries: [DocumentNode.Entry] = []
            for (key, value) in mapping {
                let line = key.mark?.line ?? line
                guard let value = Self.node(value, line: line, left: &left) else { return nil }
                entries.append(DocumentNode.Entry(key.scalar?.string ?? "?", line: line, value))
            }
            return .names(entries, line: line)
        default: return .text("", line: line)
        }
    }
}

/// How deep brackets and lists in lists go: what reads YAML goes as deep itself, on a stack that ends.
private enum BracketDepth {
    private static let most = 24

    static func isBearable(_ text: String) -> Bool {
        var depth = 0
        var dashes = 0
        var deepestIndent = 0
        var indent = 0
        var isAtStart = true
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
            case UInt8(ascii: "\n"): (dashes, indent, isAtStart) = (0, 0, true)
            default: break
            }
            if isAtStart {
                switch byte {
                case UInt8(ascii: " "): indent += 1
                case UInt8(ascii: "-"), UInt8(ascii: "?"): dashes += 1
                case UInt8(ascii: "\n"): break
                default:
                    deepestIndent = max(deepestIndent, indent)
                    isAtStart = false
                }
            }
            if depth > most || dashes > most || deepestIndent > most * 4 { return false }
        }
        return true
    }
}
