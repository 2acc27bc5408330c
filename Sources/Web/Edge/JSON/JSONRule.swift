/// Why a value does not fit: a stable code and a sentence.
package struct Misfit: Error, Hashable, Sendable {
    package let code: String
    package let detail: String

    package init(code: String, detail: String) { (self.code, self.detail) = (code, detail) }
}

/// What a JSON value must be, and what becomes of it.
package struct JSONRule<Value>: Sendable {
    let read: @Sendable (JSONValue) throws(Misfit) -> Value

    package init(_ read: @escaping @Sendable (JSONValue) throws(Misfit) -> Value) { self.read = read }

    /// This rule, and another that looks at what it gave.
    package func then<Next>(_ refine: @escaping @Sendable (Value) throws(Misfit) -> Next) -> JSONRule<Next> {
        let read = read
        return JSONRule<Next> { value throws(Misfit) in try refine(try read(value)) }
    }

    fileprivate static func wrongType(_ wanted: String, _ value: JSONValue) -> Misfit {
        Misfit(code: "wrong-type", detail: "Give \(wanted), not \(value.kind).")
    }
}

extension JSONRule where Value == String {
    /// A text of no more than `max` characters (Unicode scalars); NUL becomes U+FFFD. Empty or blank is refused unless allowed.
    package static func string(max: Int, allowsBlank: Bool = false) -> JSONRule {
        JSONRule { value throws(Misfit) in
            guard case .string(let raw) = value else { throw wrongType("a text", value) }
            let text = FieldText.clean(raw)
            if !allowsBlank && FieldText.isBlank(text) { throw Misfit(code: "blank", detail: "Fill this in.") }
            guard text.unicodeScalars.count <= max else { throw Misfit(code: "too-long", detail: "Use no more than \(max) characters.") }
            return text
        }
    }
}

extension JSONRule where Value == Bool {
    package static var bool: JSONRule {
        JSONRule { value throws(Misfit) in
            guard case .bool(let truth) = value else { throw wrongType("true or false", value) }
            return truth
        }
    }
}

extension JSONRule where Value == Int {
    package static func integer(_ range: ClosedRange<Int>) -> JSONRule {
        JSONRule { value throws(Misfit) in
            guard case .number(let digits) = value, let number = Int(digits) else { throw wrongType("a whole number", value) }
            guard range.contains(number) else {
                throw Misfit(code: "out-of-range", detail: "Give a number from \(range.lowerBound) to \(range.upperBound).")
            }
            return number
        }
    }
}

extension JSONRule where Value == [String: String] {
    /// An object whose values are all texts.
    package static func texts(max: Int) -> JSONRule {
        JSONRule { value throws(Misfit) in
            guard case .object(let members) = value else { throw wrongType("an object", value) }
            var texts: [String: String] = [:]
            for member in members {
                texts[member.name] = try JSONRule<String>.string(max: max).read(member.value)
            }
            return texts
        }
    }
}

extension JSONRule where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
    /// One of the words of an enumeration.
    package static var word: JSONRule {
        // Made here, since a closure cannot carry the type itself.
        let words = Dictionary(Value.allCases.map { ($0.rawValue, $0) }) { first, _ in first }
        let advice = "Give one of: \(Value.allCases.map(\.rawValue).joined(separator: ", "))."
        return JSONRule { value throws(Misfit) in
            guard case .string(let raw) = value else { throw wrongType("a word", value) }
            guard let word = words[raw] else { throw Misfit(code: "unknown-value", detail: advice) }
            return word
        }
    }
}
