import Complaints
import Yams

extension ImportMap {
    private enum Key: String, CaseIterable {
        case source, separator, quotes, encoding, zone, dates, fields, values, defaults
    }

    /// More than this is no map.
    private static let mostBytes = 1 << 16

    /// Reads a map as people write one. What it can't mean is refused, with what can be said instead.
    package init(yaml text: String) throws(ImportFault) {
        guard text.utf8.count <= Self.mostBytes else { throw .map(.tooLong) }
        let pairs = try Self.pairs(of: try Self.root(of: text), nil, allowed: Key.allCases)
        guard let named = pairs[.source], case let source = try Self.text(of: named, "source"), NatureItem.isCode(source) else {
            throw .map(.noSource)
        }
        self.init(source: source)
        for (key, node) in pairs {
            switch key {
            case .source: break
            case .separator: separator = try Self.choice(node, "separator", [",": UInt8(ascii: ","), ";": UInt8(ascii: ";"), "tab": 0x09])
            case .quotes: hasQuotes = try Self.choice(node, "quotes", ["double": true, "none": false])
            case .encoding: encoding = try Self.choice(node, "encoding", Self.byName(CSVEncoding.allCases))
            case .zone: zone = try Self.zone(node)
            case .dates: dates = try Self.dates(node)
            case .fields: columns = try Self.fields(node)
            case .values: values = try Self.values(node)
            case .defaults: defaults = try Self.defaults(node)
            }
        }
        if columns.isEmpty { throw .map(.noFields) }
    }

    private static func root(of text: String) throws(ImportFault) -> Node {
        // Windows marks the beginning of a text with a sign of its own.
        let text = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        if YAMLReferences.areIn(text) { throw .map(.references) }
        do {
            guard let node = try compose(yaml: text) else { throw ImportFault.map(.empty) }
            return node
        } catch let fault as ImportFault {
            throw fault
        } catch YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _)
        {
            throw .map(.notYAML(line: mark.line, problem: problem))
        } catch YamlError.duplicatedKeysInMapping {
            throw .map(.doubledName)
        } catch {
            throw .map(.notYAML(line: nil, problem: nil))
        }
    }

    /// A mapping whose keys are names that are known, each once.
    private static func pairs<Name: RawRepresentable<String> & Hashable>(
        of node: Node, _ place: String?, allowed: [Name]
    ) throws(ImportFault) -> [Name: Node] {
        guard let mapping = node.mapping else { throw .map(.noPairs(at: place)) }
        var found: [Name: Node] = [:]
        for (key, value) in mapping {
            guard let name = key.scalar.flatMap({ Name(rawValue: $0.string) }) else {
                throw .map(.unknownName(key.scalar?.string ?? "?", at: place, known: allowed.map(\.rawValue)))
            }
            found[name] = value
        }
        return found
    }

    private static func text(of node: Node, _ place: String) throws(ImportFault) -> String {
        guard let scalar = node.scalar else { throw .map(.noText(at: place)) }
        return scalar.string
    }

    private static func choice<Value>(_ node: Node, _ place: String, _ choices: [String: Value]) throws(ImportFault) -> Value {
        let text = try text(of: node, place)
        if let value = choices[text] { return value }
        throw .map(.noChoice(text, at: place, choices: choices.keys.sorted()))
    }

    private static func byName<Value: RawRepresentable<String>>(_ values: [Value]) -> [String: Value] {
        Dictionary(values.map { ($0.rawValue, $0) }) { first, _ in first }
    }

    private static func zone(_ node: Node) throws(ImportFault) -> OfficeZone {
        let name = try text(of: node, "zone")
        guard let zone = OfficeZone.system(name) else { throw .map(.unknownZone(name)) }
        return zone
    }

    private static func dates(_ node: Node) throws(ImportFault) -> Set<DateFormat> {
        let nodes = node.sequence.map { Array($0) } ?? [node]
        var formats: Set<DateFormat> = []
        for node in nodes { formats.insert(try choice(node, "dates", byName(DateFormat.allCases))) }
        if formats.isSuperset(of: [.dayFirst, .monthFirst]) || formats.isSuperset(of: [.epoch, .epochMilliseconds]) {
            throw .map(.clashingDates(formats.map(\.rawValue).sorted()))
        }
        return formats
    }

    private static func fields(_ node: Node) throws(ImportFault) -> [ImportField: [String]] {
        var columns: [ImportField: [String]] = [:]
        for (field, node) in try pairs(of: node, "fields", allowed: ImportField.allCases) {
            for node in node.sequence.map({ Array($0) }) ?? [node] {
                columns[field, default: []].append(try text(of: node, field.rawValue))
            }
        }
        return columns
    }

    private static func defaults(_ node: Node) throws(ImportFault) -> [ImportField: String] {
        var texts: [ImportField: String] = [:]
        for (field, node) in try pairs(of: node, "defaults", allowed: ImportField.allCases) {
            texts[field] = try text(of: node, field.rawValue)
        }
        return texts
    }

    private static func values(_ node: Node) throws(ImportFault) -> [ImportField: [String: String]] {
        var values: [ImportField: [String: String]] = [:]
        for (field, node) in try pairs(of: node, "values", allowed: ImportField.allCases) {
            guard let mapping = node.mapping else { throw .map(.noPairs(at: "values: \(field.rawValue)")) }
            for (key, value) in mapping {
                let text = Self.key(try text(of: key, field.rawValue))
                let meaning = try Self.text(of: value, field.rawValue)
                if let other = values[field]?[text], other != meaning {
                    throw .map(.twoMeanings(of: text, at: "values: \(field.rawValue)"))
                }
                values[field, default: [:]][text] = meaning
            }
        }
        return values
    }
}
