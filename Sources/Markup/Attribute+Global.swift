/// Attributes that any element may carry. A nil value writes no attribute.
extension Attribute {
    package static func `class`(_ names: String?) -> Attribute { Attribute("class", names) }

    /// The class names that are not nil, with a space between them; no attribute when there is none.
    package static func classes(_ names: [String?]) -> Attribute {
        let present = names.compactMap { $0 }
        return Attribute("class", present.isEmpty ? nil : present.joined(separator: " "))
    }

    package static func id(_ id: String?) -> Attribute { Attribute("id", id) }
    package static func lang(_ tag: String?) -> Attribute { Attribute("lang", tag) }
    package static func title(_ text: String?) -> Attribute { Attribute("title", text) }
    package static func hidden(_ hidden: Bool) -> Attribute { Attribute("hidden", present: hidden) }
    package static func role(_ role: StaticString) -> Attribute { Attribute("role", literal: role) }
    package static func tabindex(_ index: Int) -> Attribute { Attribute("tabindex", String(index)) }
    package static func autofocus(_ on: Bool) -> Attribute { Attribute("autofocus", present: on) }
    package static func accesskey(_ key: StaticString) -> Attribute { Attribute("accesskey", literal: key) }
    package static func spellcheck(_ on: Bool) -> Attribute { Attribute("spellcheck", on ? "true" : "false") }

    /// `aria-` and the name.
    package static func aria(_ name: StaticString, _ value: String?) -> Attribute { Attribute(name, value, .aria) }

    /// `aria-` and the name, as `true` or `false`.
    package static func aria(_ name: StaticString, is value: Bool) -> Attribute {
        Attribute(name, value ? "true" : "false", .aria)
    }

    /// `data-` and the name.
    package static func data(_ name: StaticString, _ value: String?) -> Attribute { Attribute(name, value, .data) }
}
