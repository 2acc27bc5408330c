import Complaints

extension JSONRule where Value == String {
    /// A text of whatever length and content: what is wrong with it is the domain's to say.
    static var text: JSONRule { .string(max: 1 << 20, allowsBlank: true) }

    /// A text, or a number by the digits it was written with: an amount must not pass through binary fractions.
    static var textOrNumber: JSONRule {
        JSONRule { value throws(Misfit) in
            if case .number(let digits) = value { return digits }
            return try JSONRule.text.read(value)
        }
    }
}

extension JSONRule where Value == [String] {
    static var listOfTexts: JSONRule {
        JSONRule { value throws(Misfit) in
            guard case .array(let elements) = value else {
                throw Misfit(code: "wrong-type", detail: "Give a list of texts, not \(value.kind).")
            }
            guard elements.count <= 500 else { throw Misfit(code: "too-many", detail: "Give fewer.") }
            var texts: [String] = []
            for element in elements { texts.append(try JSONRule<String>.text.read(element)) }
            return texts
        }
    }
}

extension JSONFields {
    /// A member's text; nil when it is absent or null.
    func text(_ name: String) -> String? { optional(name, .text) }
}
