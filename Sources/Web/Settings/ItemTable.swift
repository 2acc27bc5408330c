import Complaints
import Markup

/// The entries of a list with their two names and whether they are in use, and room for a new one: what the pages of such lists have in common.
struct ItemTable {
    let desk: Desk
    let typed: TypedForm
    /// Sets fields of several lists on one page apart; its title has the id `PREFIX-title`.
    let prefix: String
    let items: [NatureItem]

    private var say: Wording { desk.say }

    /// For the summary of what is wrong, in the order of the page.
    var fields: [Field] { (items.map(Optional.some) + [nil]).flatMap { [field("nl", $0), field("en", $0)] } }

    /// What holds now beside what was typed.
    var rows: [(name: String, stored: String, typed: String)] {
        items.flatMap { item in
            [
                (item.code, item.dutch, typed.text("nl.\(item.code)")), (item.code, item.english, typed.text("en.\(item.code)")),
                (item.code, use(item.isActive), use(typed.isOn("on.\(item.code)", or: item.isActive))),
            ]
        }
    }

    /// The names of its fields.
    static func names(of items: [NatureItem]) -> Set<String> {
        Set((items.map(\.code) + ["new"]).flatMap { ["nl.\($0)", "en.\($0)", "on.\($0)"] })
    }

    private func field(_ language: String, _ item: NatureItem?) -> Field {
        let tongue = language == "nl" ? say("Nederlands", "Dutch") : say("Engels", "English")
        let what = item?.label(in: desk.language) ?? say("Nieuw", "New")
        return typed.field("\(language).\(item?.code ?? "new")", "\(what), \(tongue)", prefix: prefix)
    }

    var html: HTML {
        table(.class("table grid"), .aria("labelledby", "\(prefix)-title")) {
            thead {
                tr {
                    th(.scope("col")) { say("Nederlands", "Dutch") }
                    th(.scope("col")) { say("Engels", "English") }
                    th(.scope("col")) { say("In gebruik", "In use") }
                }
            }
            tbody {
                for item in items { row(item) }
                row(nil)
            }
        }
    }

    private func row(_ item: NatureItem?) -> HTML {
        tr {
            td { cell(field("nl", item), item?.dutch ?? "", item == nil) }
            td { cell(field("en", item), item?.english ?? "", item == nil) }
            td { use(item) }
        }
    }

    private func cell(_ field: Field, _ stored: String, _ isNew: Bool) -> HTML {
        div(.class(field.className)) {
            Markup.label(.for(field.id), .class(isNew ? "new-label" : "hidden-text")) { field.label }
            if let error = field.error { p(.class("error"), .id("\(field.id)-error")) { error } }
            input(
                .class("control"), .id(field.id), .name(field.name), .type(.text), .value(typed.text(field.name, or: stored)),
                .autocomplete("off"), .aria("describedby", field.describedBy), field.invalid)
        }
    }

    private func use(_ item: NatureItem?) -> HTML {
        guard let item else { return HTML() }
        if item.code == Nature.other { return span(.class("muted")) { say("altijd", "always") } }
        let id = "\(prefix)-on.\(item.code)"
        return div(.class("choice")) {
            input(
                .type(.checkbox), .id(id), .name("on.\(item.code)"), .value("1"),
                .checked(typed.isOn("on.\(item.code)", or: item.isActive)))
            Markup.label(.for(id)) { hiddenText(say("\(item.dutch) in gebruik", "\(item.english) in use")) }
        }
    }

    private func use(_ isOn: Bool) -> String { isOn ? say("in gebruik", "in use") : say("niet in gebruik", "not in use") }
}
