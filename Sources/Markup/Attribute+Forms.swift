/// Attributes of forms, their fields and tables.
extension Attribute {
    /// How a form is sent.
    package enum Method: String, Sendable { case get, post }

    /// What an `input` is.
    package enum InputType: String, Sendable {
        case text, email, tel, url, number, search, password, date, time, month, file, checkbox, radio, hidden, color
    }

    /// What a `button` does.
    package enum ButtonType: String, Sendable { case submit, button }

    package static func type(_ type: InputType) -> Attribute { Attribute("type", type.rawValue) }
    package static func buttonType(_ type: ButtonType) -> Attribute { Attribute("type", type.rawValue) }
    package static func method(_ method: Method) -> Attribute { Attribute("method", method.rawValue) }
    package static let multipart = Attribute("enctype", literal: "multipart/form-data")
    package static let novalidate = Attribute("novalidate", present: true)

    package static func name(_ name: String) -> Attribute { Attribute("name", name) }
    package static func value(_ value: String?) -> Attribute { Attribute("value", value) }
    package static func `for`(_ id: String) -> Attribute { Attribute("for", id) }
    package static func form(_ id: String?) -> Attribute { Attribute("form", id) }
    package static func list(_ id: String?) -> Attribute { Attribute("list", id) }
    package static func checked(_ on: Bool) -> Attribute { Attribute("checked", present: on) }
    package static func selected(_ on: Bool) -> Attribute { Attribute("selected", present: on) }
    package static func required(_ on: Bool) -> Attribute { Attribute("required", present: on) }
    package static func disabled(_ on: Bool) -> Attribute { Attribute("disabled", present: on) }
    package static func readonly(_ on: Bool) -> Attribute { Attribute("readonly", present: on) }
    package static func multiple(_ on: Bool) -> Attribute { Attribute("multiple", present: on) }
    package static func open(_ on: Bool) -> Attribute { Attribute("open", present: on) }
    package static func rows(_ count: Int) -> Attribute { Attribute("rows", String(count)) }
    package static func size(_ count: Int) -> Attribute { Attribute("size", String(count)) }
    package static func maxlength(_ count: Int?) -> Attribute { Attribute("maxlength", count.map { String($0) }) }
    package static func min(_ value: String?) -> Attribute { Attribute("min", value) }
    package static func max(_ value: String?) -> Attribute { Attribute("max", value) }
    package static func step(_ value: String?) -> Attribute { Attribute("step", value) }
    package static func accept(_ kinds: String?) -> Attribute { Attribute("accept", kinds) }
    /// A hint inside an empty field, never in the place of its label.
    package static func placeholder(_ words: String?) -> Attribute { Attribute("placeholder", words) }
    package static func autocomplete(_ token: String?) -> Attribute { Attribute("autocomplete", token) }
    package static func inputmode(_ mode: String?) -> Attribute { Attribute("inputmode", mode) }
    package static func enterkeyhint(_ hint: StaticString) -> Attribute { Attribute("enterkeyhint", literal: hint) }
    package static func datetime(_ moment: String) -> Attribute { Attribute("datetime", moment) }

    package static func scope(_ scope: StaticString) -> Attribute { Attribute("scope", literal: scope) }
    package static func colspan(_ count: Int) -> Attribute { Attribute("colspan", String(count)) }
    package static func rowspan(_ count: Int) -> Attribute { Attribute("rowspan", String(count)) }
    package static func start(_ number: Int) -> Attribute { Attribute("start", String(number)) }
}
