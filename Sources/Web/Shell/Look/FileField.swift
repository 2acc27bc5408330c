import Markup

/// Files to send along; files that came with an earlier try stay, each with a tick to leave it out.
struct FileField: Component {
    /// A file that the server already holds.
    struct Kept: Sendable {
        let key: String
        let name: String
        let size: String
    }

    let field: Field
    var kept: [Kept] = []
    /// Name of the field that lists what to leave out, and the words beside its tick.
    var removal: (name: String, words: String)? = nil
    var accept: String? = nil
    var takesMany = true

    var html: HTML {
        field.around {
            if !kept.isEmpty {
                ul(.class("files")) {
                    for file in kept { li { row(file) } }
                }
            }
            input(.type(.file), field.controlAttributes, .multiple(takesMany), .accept(accept))
        }
    }

    private func row(_ file: Kept) -> HTML {
        group {
            span {
                file.name
                " "
                span(.class("muted")) { file.size }
            }
            if let removal {
                span(.class("choice")) {
                    input(.type(.checkbox), .id("\(field.id)-\(file.key)"), .name(removal.name), .value(file.key))
                    label(.for("\(field.id)-\(file.key)")) {
                        removal.words
                        hiddenText(" \(file.name)")
                    }
                }
            }
        }
    }
}
