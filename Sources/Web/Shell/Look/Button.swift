import Markup

/// An act in words: a verb with its object. One `primary` a page; `danger` for what can't be undone.
struct Button: Component {
    enum Weight: String { case primary, plain, quiet, danger }

    let words: String
    var weight = Weight.plain
    var icon: Icon? = nil
    /// Name and value that tell the server which of several buttons was pressed.
    var field: (name: String, value: String)? = nil
    /// Where it leads; without one it sends the form around it.
    var address: String? = nil
    /// The single key that presses it (see `desk.js`).
    var key: String? = nil

    init(
        _ words: String, _ weight: Weight = .plain, icon: Icon? = nil, field: (name: String, value: String)? = nil,
        to address: String? = nil, key: String? = nil
    ) {
        (self.words, self.weight, self.icon, self.field, self.address, self.key) = (words, weight, icon, field, address, key)
    }

    var html: HTML {
        if let address { return a(.class(classes), .href(address), .data("key", key)) { face } }
        return button(.class(classes), .buttonType(.submit), fieldAttributes, .data("key", key)) { face }
    }

    private var classes: String { weight == .plain ? "button" : "button \(weight.rawValue)" }

    private var face: HTML {
        group {
            icon?.html
            words
            if let key { kbd(.aria("hidden", "true")) { key } }
        }
    }

    private var fieldAttributes: Attribute {
        guard let field else { return .absent }
        return .several([.name(field.name), .value(field.value)])
    }
}

/// Buttons beside one another; the first is the one that is meant.
func actions(@HTMLBuilder content: () -> HTML) -> HTML { div(.class("actions"), content: content) }
