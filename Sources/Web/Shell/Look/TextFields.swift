import Markup

/// How wide a control is drawn: as wide as what is typed in it.
enum FieldWidth: String, Sendable { case full = "control", medium = "control w-medium", short = "control w-short" }

/// One line of text: a name, an address, a number.
struct TextField: Component {
    let field: Field
    var value = ""
    var type = Attribute.InputType.text
    var autocomplete: String? = nil
    var inputmode: String? = nil
    var width = FieldWidth.full
    var isFocused = false
    /// Where customers are looked up while this is typed, and the id of the field to go to once one is chosen (see `desk.js`).
    var lookup: (address: String, then: String)? = nil

    var html: HTML {
        field.around {
            input(
                .class(width.rawValue), field.controlAttributes, .type(type), .value(value.isEmpty ? nil : value),
                .autocomplete(autocomplete),
                .inputmode(inputmode), .autofocus(isFocused), .data("lookup", lookup?.address), .data("then", lookup?.then),
                .when(lookup != nil, .aria("controls", CustomerLookup.id)))
        }
    }
}

/// A day in any spelling ("3-11-2026", "gisteren"); the server reads it.
struct DateField: Component {
    let field: Field
    var value = ""

    var html: HTML { TextField(field: field, value: value, autocomplete: "off", width: .short).html }
}

/// Several lines of text. Too long a text is kept and refused with words, so there is no `maxlength`.
struct TextArea: Component {
    let field: Field
    var value = ""
    var rows = 6
    var isFocused = false
    /// To be copied from, and no more.
    var isReadOnly = false
    /// The id of the list of texts that "::" opens (see `snippets.js`).
    var snippets: String? = nil

    var html: HTML {
        field.around {
            textarea(
                .class("control"), field.controlAttributes, .data("snippets", snippets), .rows(rows), .autofocus(isFocused),
                .when(isReadOnly, .readonly(true))
            ) { value }
        }
    }
}
