import Markup

/// The search box in the bar; it works as an ordinary form.
struct SearchBox: Component {
    let address: String
    let label: String
    /// What can be searched, in sight while nothing is typed.
    let hint: String
    var name = "q"
    var query = ""
    /// Answers the jump box (`?q=`) with JSON; see `desk.js`.
    var jumpAddress: String? = nil

    var html: HTML {
        form(.class("search"), .role("search"), .method(.get), .action(address)) {
            Markup.label(.for("search"), .class("hidden-text")) { label }
            input(
                .class("control"), .id("search"), .type(.search), .name(name), .value(query), .placeholder(hint), .autocomplete("off"),
                .data("search", ""), .enterkeyhint("search"))
            button(.buttonType(.submit)) {
                Icon.search
                hiddenText(label)
            }
        }
    }
}

/// Who is signed in, and what is theirs: profile, language, the way out.
struct PersonMenu: Component {
    let name: String
    let initials: String
    let links: [Link]
    /// The form that signs out (with its token).
    let signOut: HTML

    var html: HTML {
        details(.class("person"), .data("menu", "")) {
            summary {
                span(.class("initials"), .aria("hidden", "true")) { initials }
                span(.class("full-name")) { name }
                Icon.chevron
            }
            div(.class("popover")) {
                for link in links { link }
                signOut
            }
        }
    }
}
