import Markup

/// What one has just done, at the foot of every page for as long as it can be undone, with the button that does; and once it was pressed,
/// what is as it was.
struct UndoBar: Component {
    let words: String
    /// How long it stays, in milliseconds; `desk.js` takes it away then.
    let milliseconds: Int64
    /// What the form that undoes it needs; nil once it is done.
    var fields: HTML? = nil
    var address = ""
    var button = ""
    /// What the button that takes it away is called; only a script makes it work.
    var close = ""
    /// "nog 12 s", for who sees it.
    var left = ""

    var html: HTML {
        div(.class("undo"), .data("undo", "\(milliseconds)")) {
            p(.role("status")) {
                if fields == nil { Icon.check }
                words
            }
            if !close.isEmpty {
                Markup.button(.class("button quiet"), .buttonType(.button), .hidden(true), .data("close", "")) { close }
            }
            if let fields {
                form(.method(.post), .action(address)) {
                    fields
                    Button(button, icon: .undo, key: "z")
                    span(.class("left"), .data("left", ""), .aria("hidden", "true")) { left }
                }
            }
        }
    }
}
