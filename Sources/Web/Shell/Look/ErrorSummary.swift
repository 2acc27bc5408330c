import Markup

/// What stands in the way, above the heading, each line a link to its field; takes the focus when the page opens.
struct ErrorSummary: Component {
    let title: String
    let fields: [Field]
    /// What is wrong with the whole rather than with one field.
    var general: [String] = []

    var html: HTML {
        div(
            .class("trouble"), .id("errors"), .role("alert"), .tabindex(-1), .autofocus(true), .aria("labelledby", "errors-title"),
            .data("errors", "")
        ) {
            h2(.id("errors-title")) { title }
            ul {
                for words in general { li { words } }
                for field in fields {
                    if let error = field.error { li { a(.href("#\(field.id)")) { error } } }
                }
            }
        }
    }
}
