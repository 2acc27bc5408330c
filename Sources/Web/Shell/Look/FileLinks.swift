import Markup

/// Where a list can be had as a file.
struct FileLinks: Component {
    let say: Wording
    let csv: String
    let sheet: String

    var html: HTML {
        p(.class("muted")) {
            say("Als bestand: ", "As a file: ")
            Link("Excel", to: sheet)
            ", "
            Link("CSV", to: csv)
        }
    }
}
