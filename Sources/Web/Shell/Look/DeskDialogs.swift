import Markup

/// A key and what it does, for the dialog behind `?`.
struct Shortcut: Hashable, Sendable {
    let key: String
    let meaning: String
}

/// What `?` shows: the keys of this page.
struct ShortcutDialog: Component {
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

/// Where `Ctrl+K` leads from.
struct JumpDialog: Component {
    let title, close: String
    /// What is said when nothing answers to what was typed.
    let none: String

    var html: HTML {
        dialog(.id("jump"), .aria("labelledby", "jump-title")) {
            h2(.id("jump-title")) { label(.for("jump-text")) { title } }
            input(
                .class("control"), .id("jump-text"), .type(.search), .autocomplete("off"), .role("combobox"), .aria("expanded", "false"),
                .aria("controls", "jump-list"), .aria("autocomplete", "list"))
            div(.id("jump-list"), .class("jump-list"), .role("listbox"), .aria("labelledby", "jump-title"))
            p(.id("jump-none"), .class("muted"), .role("status"), .data("none", none)) {}
        }
    }
}
