import Markup

/// The frame around every staff page: skip link, rail with the views, bar with search and person, the page itself.
struct DeskPage: Component {
    /// Words of the frame itself, in the reader's language.
    struct Words: Sendable {
        var skip, menu, views, search: String
        /// Title of the list of single-key shortcuts, and of the jump box.
        var shortcuts, jump: String
        var close: String
    }

    let title: String
    let language: String
    let assets: PageAssets
    let words: Words
    let rail: Rail
    let search: SearchBox
    let person: PersonMenu
    var sample: SampleBanner? = nil
    var flash: Notice? = nil
    /// Whether single keys work; a switch in the person's profile.
    var keys = true
    /// Keys and what they do on this page, beside those of the frame.
    var shortcuts: [Shortcut] = []
    /// A narrower main column, for pages that are read rather than scanned.
    var isReading = false
    let content: HTML

    var html: HTML {
        page(title, language: language, assets: assets, body: frame)
    }

    private var frame: HTML {
        body(.class("desk"), .data("keys", keys ? "on" : "off"), .data("jump", search.jumpAddress)) {
            a(.class("skip"), .href("#main")) { words.skip }
            rail.html(menu: words.menu, label: words.views)
            header(.class("topbar")) {
                search
                person
            }
            main(.id("main"), .tabindex(-1), .when(isReading, .class("reading"))) {
                sample?.html
                flash?.html
                content
            }
            ShortcutDialog(title: words.shortcuts, close: words.close, shortcuts: shortcuts)
            JumpDialog(title: words.jump, close: words.close)
        }
    }
}

/// A key and what it does, for the dialog behind `?`.
struct Shortcut: Sendable {
    let key: String
    let meaning: String
}

private struct ShortcutDialog: Component {
    let title, close: String
    let shortcuts: [Shortcut]

    var html: HTML {
        dialog(.id("shortcuts"), .aria("labelledby", "shortcuts-title")) {
            h2(.id("shortcuts-title")) { title }
            dl(.class("facts")) {
                for shortcut in shortcuts {
                    div(.class("fact")) {
                        dt { kbd { shortcut.key } }
                        dd { shortcut.meaning }
                    }
                }
            }
            form(.method(.get), .data("dialog-close", "")) { actions { Button(close) } }
        }
    }
}

private struct JumpDialog: Component {
    let title, close: String

    var html: HTML {
        dialog(.id("jump"), .aria("labelledby", "jump-title")) {
            h2(.id("jump-title")) { label(.for("jump-text")) { title } }
            input(
                .class("control"), .id("jump-text"), .type(.search), .autocomplete("off"), .role("combobox"), .aria("expanded", "false"),
                .aria("controls", "jump-list"), .aria("autocomplete", "list"))
            div(.id("jump-list"), .class("jump-list"), .role("listbox"), .aria("labelledby", "jump-title"))
        }
    }
}
