import Casework
import Complaints
import Markup
import Records

/// A list of which several rows can be chosen for one act. It is one form; without anything chosen its acts stay out of sight.
struct WorklistTogether {
    let desk: Desk
    let rows: [WorklistRow]
    /// Who is away, and marked so among those who can be chosen.
    var absences = Absences()

    private var say: Wording { desk.say }

    /// The list as it is for who can do nothing to several at once.
    func around(_ list: HTML) -> HTML {
        guard desk.actor.actsTogether else { return list }
        return Markup.form(.method(.get), .action(Paths.together), .class("together"), .novalidate) {
            input(.type(.hidden), .name(TogetherFields.back), .value(ReturnPath.withoutFlash(desk.visit.address)))
            input(.type(.hidden), .name(TogetherFields.page), .value(rows.map(\.number.digits).joined(separator: ".")))
            div(.class("together-bar")) {
                label(.class("choice")) {
                    input(.type(.checkbox), .name(TogetherFields.whole), .value("1"), .data("whole", ""), .data("key", "X"))
                    span { say("Alles op deze pagina", "All on this page") }
                }
                span(.class("chosen-count"), .role("status"), .data("chosen", say("# gekozen", "# chosen"))) {}
                acts
            }
            list
        }
    }

    private var acts: HTML {
        let assigns = desk.actor.has(.manager)
        return div(.class("together-acts"), .data("key", assigns ? "a" : nil)) {
            if assigns {
                kbd(.aria("hidden", "true")) { "a" }
                label(.class("hidden-text"), .for("together-handler")) { say("Behandelaar", "Handler") }
                select(.class("control"), .id("together-handler"), .name(TogetherFields.handler)) {
                    option(.value("")) { say("kies een behandelaar", "choose a handler") }
                    for member in desk.colleagues(with: .handler) {
                        option(.value("\(member.id.value)")) { desk.name(of: member, absences) }
                    }
                }
                Button(say("Wijs toe…", "Assign…"), field: (TogetherFields.act, TogetherFields.assign))
            }
            Button(say("Sluit…", "Close…"), field: (TogetherFields.act, TogetherFields.close), key: "s")
            Button(say("Naar thema…", "To theme…"), .quiet, field: (TogetherFields.act, TogetherFields.theme))
        }
    }

    /// The tick of a row that this reader may open.
    func tick(_ row: WorklistRow) -> (name: String, value: String, label: String)? {
        guard desk.actor.actsTogether else { return nil }
        let number = row.number.formatted
        return (TogetherFields.complaint, number, say("Kies \(number)", "Choose \(number)"))
    }

    var shortcuts: [Shortcut] {
        guard desk.actor.actsTogether else { return [] }
        let assign = Shortcut(key: "a", meaning: say("gekozen klachten toewijzen", "assign the chosen complaints"))
        return [
            Shortcut(key: "x / X", meaning: say("kies deze klacht / alles op deze pagina", "choose this complaint / all on this page"))
        ] + (desk.actor.has(.manager) ? [assign] : []) + [
            Shortcut(key: "s", meaning: say("gekozen klachten sluiten", "close the chosen complaints"))
        ]
    }
}
