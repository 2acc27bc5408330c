import HTTPTypes

/// The members of a JSON object, taken one by one; what does not fit, and what nobody took, is collected and refused at the end.
package final class JSONFields {
    private let members: [JSONValue.Member]
    private let path: String
    private var known: Set<String> = []
    private var problems: [ProblemField] = []
    private var children: [JSONFields] = []

    init(_ members: [JSONValue.Member], path: String = "") { (self.members, self.path) = (members, path) }

    /// The member's value; nil (and a collected problem) when it is absent, null or does not fit.
    package func required<Value>(_ name: String, _ rule: JSONRule<Value>) -> Value? {
        guard let value = take(name) else {
            refuse(name, code: "required", detail: "Fill this in.")
            return nil
        }
        return read(name, value, rule)
    }

    /// The member's value; nil when it is absent or null, and (with a collected problem) when it does not fit.
    package func optional<Value>(_ name: String, _ rule: JSONRule<Value>) -> Value? {
        take(name).flatMap { read(name, $0, rule) }
    }

    /// A list whose elements all keep one rule; nil when it is absent or null.
    package func list<Value>(_ name: String, max: Int, _ rule: JSONRule<Value>) -> [Value]? {
        guard let value = take(name) else { return nil }
        guard case .array(let elements) = value else {
            refuse(name, code: "wrong-type", detail: "Give a list, not \(value.kind).")
            return nil
        }
        guard elements.count <= max else {
            refuse(name, code: "too-many", detail: "Give no more than \(max).")
            return nil
        }
        return elements.enumerated().compactMap { read("\(name).\($0)", $1, rule) }
    }

    /// An object inside; nil when it is absent or null.
    package func object(_ name: String) -> JSONFields? {
        guard let value = take(name) else { return nil }
        guard case .object(let members) = value else {
            refuse(name, code: "wrong-type", detail: "Give an object, not \(value.kind).")
            return nil
        }
        let child = JSONFields(members, path: "\(path)\(name).")
        children.append(child)
        return child
    }

    /// Collects a problem that only the caller can see.
    package func refuse(_ name: String, code: String, detail: String) {
        problems.append(ProblemField(field: path + name, code: code, detail: detail))
    }

    /// All problems, those of objects inside too, and one for each member that was never asked for.
    package var allProblems: [ProblemField] {
        let unknown = members.filter { !known.contains($0.name) }.map {
            ProblemField(
                field: path + FieldText.shortened($0.name, to: 100), code: "unknown-field", detail: "This field is not known here.")
        }
        return problems + children.flatMap(\.allProblems) + unknown
    }

    /// Throws a 422 that names each field when anything was wrong: call it after all members were taken, before using them.
    package func finish() throws(ProblemDetails) {
        let found = allProblems
        guard found.isEmpty else {
            throw ProblemDetails(.unprocessableContent, code: "invalid", detail: "Some fields need another value.", errors: found)
        }
    }

    private func take(_ name: String) -> JSONValue? {
        known.insert(name)
        let value = members.first { $0.name == name }?.value
        return value == .null ? nil : value
    }

    private func read<Value>(_ name: String, _ value: JSONValue, _ rule: JSONRule<Value>) -> Value? {
        do {
            return try rule.read(value)
        } catch {
            refuse(name, code: error.code, detail: error.detail)
            return nil
        }
    }
}
