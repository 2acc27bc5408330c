import Markup

/// Nothing here: why, and what to do.
struct EmptyState: Component {
    var icon = Icon.check
    let title: String
    let words: String
    var act: Button? = nil

    var html: HTML {
        div(.class("empty")) {
            icon
            h2 { title }
            p(.class("muted")) { words }
            act?.html
        }
    }
}
