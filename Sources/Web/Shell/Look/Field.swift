import Markup

/// What every field has: its name in the form, its label, a hint, whether it may stay empty, and what is wrong with it.
struct Field {
    let name: String
    let label: String
    var hint: String? = nil
    /// "(optioneel)" on a field that may stay empty; nil on one that must be filled in.
    var optional: String? = nil
    /// What to do about it ("Vul uw e-mailadres in").
    var error: String? = nil
    /// Sets fields of one name apart on a page with several forms.
    var prefix = "f"
    /// One of several of which one is needed: not optional, and yet it may stay empty.
    var isOneOfSeveral = false

    init(_ name: String, _ label: String, hint: String? = nil, optional: String? = nil, error: String? = nil, prefix: String = "f") {
        (self.name, self.label, self.hint, self.optional, self.error, self.prefix) = (name, label, hint, optional, error, prefix)
    }

    /// The control's id: where `ErrorSummary` leads.
    var id: String { "\(prefix)-\(name)" }

    /// Attributes of the one control of the field.
    var controlAttributes: Attribute {
        .several([
            .id(id), .name(name), .aria("describedby", describedBy), .when(optional == nil && !isOneOfSeveral, .aria("required", "true")),
            invalid,
        ])
    }

    var invalid: Attribute { .when(error != nil, .aria("invalid", "true")) }

    var describedBy: String? {
        let ids = [hint.map { _ in "\(id)-hint" }, error.map { _ in "\(id)-error" }].compactMap { $0 }
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }

    var className: String { error == nil ? "field" : "field wrong" }

    /// Label, hint, error, then the control.
    func around(@HTMLBuilder control: () -> HTML) -> HTML {
        div(.class(className)) {
            Markup.label(.for(id)) { caption }
            remarks
            control()
        }
    }

    /// The same around several controls, as a fieldset.
    func around(choices control: HTML) -> HTML {
        fieldset(.class(className), .id(id), .aria("describedby", describedBy), .when(error != nil, .tabindex(-1))) {
            legend { caption }
            remarks
            control
        }
    }

    private var caption: HTML {
        group {
            label
            if let optional {
                " "
                span(.class("optional")) { optional }
            }
        }
    }

    private var remarks: HTML {
        group {
            if let hint { p(.class("hint"), .id("\(id)-hint")) { hint } }
            if let error {
                p(.class("error"), .id("\(id)-error")) {
                    Icon.warning
                    error
                }
            }
        }
    }
}
