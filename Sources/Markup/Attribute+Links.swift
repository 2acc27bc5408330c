/// Attributes that hold an address; an address that could run something or lead elsewhere unseen becomes `#` (see `SafeAddress`).
extension Attribute {
    package static func href(_ address: String) -> Attribute { Attribute("href", safeAddress(address)) }
    package static func src(_ address: String) -> Attribute { Attribute("src", safeAddress(address)) }
    package static func action(_ address: String) -> Attribute { Attribute("action", safeAddress(address)) }
    package static func formaction(_ address: String) -> Attribute { Attribute("formaction", safeAddress(address)) }

    /// Opens in a tab of its own, which browsers cut off from this one.
    package static let newTab = Attribute("target", literal: "_blank")
    package static func rel(_ relation: StaticString) -> Attribute { Attribute("rel", literal: relation) }
    package static func hreflang(_ tag: String?) -> Attribute { Attribute("hreflang", tag) }
    package static func download(_ name: String?) -> Attribute { Attribute("download", name) }
    package static func alt(_ text: String) -> Attribute { Attribute("alt", text) }
    package static func width(_ pixels: Int) -> Attribute { Attribute("width", String(pixels)) }
    package static func height(_ pixels: Int) -> Attribute { Attribute("height", String(pixels)) }
    package static func loading(_ how: StaticString) -> Attribute { Attribute("loading", literal: how) }

    /// For a frame around foreign markup; without permissions it is wholly closed.
    package static func sandbox(_ permissions: StaticString = "") -> Attribute { Attribute("sandbox", literal: permissions) }

    package static func charset(_ name: StaticString) -> Attribute { Attribute("charset", literal: name) }
    package static func content(_ text: String) -> Attribute { Attribute("content", text) }
    package static func media(_ query: StaticString) -> Attribute { Attribute("media", literal: query) }
    package static func `defer`(_ on: Bool) -> Attribute { Attribute("defer", present: on) }
}
