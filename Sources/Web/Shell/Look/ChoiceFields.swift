import Markup

/// One thing that can be chosen.
struct Choice: Sendable {
    let value: String
    let words: String
    var hint: String? = nil

    init(_ value: String, _ words: String, hint: String? = nil) { (self.value, self.words, self.hint) = (value, words, hint) }
}

/// One of many, folded up.
struct SelectField: Component {
    let field: Field
    let choices: [Choice]
    var chosen: String? = nil
    /// The words of "nothing chosen yet"; nil when there is always a choice.
    var empty: String? = nil
    var width = FieldWidth.full
    var isFocused = false

    var html: HTML {
        field.around {
            select(.class(width.rawValue), field.controlAttributes, .autofocus(isFocused)) {
                if let empty { option(.value("")) { empty } }
                for choice in choices { option(.value(choice.value), .selected(choice.value == chosen)) { choice.words } }
            }
        }
    }
}

/// One of a few, all in sight.
struct RadioField: Component {
    let field: Field
    let choices: [Choice]
    var chosen: String? = nil
    var isInLine = false

    var html: HTML {
        field.around(choices: choiceList(field, choices, .radio, isInLine) { $0 == chosen })
    }
}

/// Any number of a few.
struct CheckboxField: Component {
    let field: Field
    let choices: [Choice]
    var chosen: Set<String> = []
    var isInLine = false

    var html: HTML {
        field.around(choices: choiceList(field, choices, .checkbox, isInLine) { chosen.contains($0) })
    }
}

/// A single yes that stands alone.
struct Tick: Component {
    let field: Field
    var value = "1"
    var isOn = false

    var html: HTML {
        div(.class("choice")) {
            input(
                .type(.checkbox), .id(field.id), .name(field.name), .value(value), .checked(isOn), .aria("describedby", field.describedBy))
            label(.for(field.id)) { field.label }
            if let hint = field.hint { p(.class("hint"), .id("\(field.id)-hint")) { hint } }
        }
    }
}

private func choiceList(
    _ field: Field, _ choices: [Choice], _ type: Attribute.InputType, _ isInLine: Bool, isChosen: (String) -> Bool
) -> HTML {
    div(.class(isInLine ? "choices in-line" : "choices")) {
        for choice in choices {
            let id = "\(field.id)-\(choice.value)"
            div(.class("choice")) {
                input(
                    .type(type), .id(id), .name(field.name), .value(choice.value), .checked(isChosen(choice.value)),
                    .aria("describedby", choice.hint == nil ? nil : "\(id)-hint"))
                label(.for(id)) { choice.words }
                if let hint = choice.hint { span(.class("hint"), .id("\(id)-hint")) { hint } }
            }
        }
    }
}
