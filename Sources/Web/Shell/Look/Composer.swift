import Markup

/// Where a file is written in: one form for each kind, and only one open, so that note and letter can't be mistaken.
struct Composer: Component {
    struct Part {
        let kind: EntryKind
        let label: String
        /// The single key that opens it.
        var key: String? = nil
        let form: HTML
    }

    let parts: [Part]
    /// The kind that is open when the page comes.
    let open: EntryKind

    var html: HTML {
        div(.class("composer"), .id("composer")) {
            for part in parts {
                details(.class(part.kind.rawValue), .name("composer"), .open(part.kind == open), .data("compose", part.kind.rawValue)) {
                    summary(.data("key", part.key)) {
                        part.kind.icon
                        part.label
                    }
                    div(.class("panel")) { part.form }
                }
            }
        }
    }
}
