import Markup

/// Asks for a typed word before what can't be undone (erasing a person); everything else is simply undone.
struct Confirmation: Component {
    let title: String
    /// What happens, and what can't be brought back.
    let words: String
    let field: Field
    let act: String
    let back: Link

    var html: HTML {
        div(.class("form")) {
            h1 { title }
            Notice(.late) { p { words } }
            TextField(field: field, autocomplete: "off", width: .medium)
            actions {
                Button(act, .danger)
                back
            }
        }
    }
}
