import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// Which programs have a key, and the form for another.
struct TokensPage {
    let desk: Desk
    let tokens: [APIToken]
    let typed: TypedForm

    private var say: Wording { desk.say }

    func response() -> Response {
        let title = say("Koppelingen", "API tokens")
        let name = typed.field(
            "name", say("Waarvoor", "What for"),
            hint: say("Zoals “website” of “telefooncentrale”.", "Such as “website” or “telephone exchange”."))
        let roles = RoleChoices(typed: typed)
        return desk.page(
            typed.title(title), current: Paths.tokens, isReading: true, status: typed.hasTrouble ? .unprocessableContent : .ok
        ) {
            typed.summary([name, roles.field])
            Heading(
                title: title,
                remark: say("Met een sleutel werkt een programma via de API.", "With a key a program works through the API.")
            ).html
            if tokens.isEmpty {
                p(.class("muted")) { say("Er is nog geen sleutel.", "There is no key yet.") }
            } else {
                list
            }
            section(.class("apart")) {
                h2 { say("Nieuwe sleutel", "New key") }
                desk.form(to: Paths.tokens) {
                    TextField(field: name, value: typed.text("name"), autocomplete: "off", width: .medium)
                    roles
                    actions { Button(say("Maak sleutel", "Make key"), .primary) }
                }
            }
        }
    }

    private var list: HTML {
        let label = say("Sleutels", "Keys")
        return div(.class("scroll"), .tabindex(0), .role("region"), .aria("label", label)) {
            table(.class("table")) {
                caption { label }
                thead {
                    tr {
                        th(.scope("col")) { say("Waarvoor", "What for") }
                        th(.scope("col")) { say("Rollen", "Roles") }
                        th(.scope("col")) { say("Gemaakt", "Made") }
                        th(.scope("col")) { say("Stand", "State") }
                    }
                }
                tbody { for token in tokens { row(token) } }
            }
        }
    }

    private func row(_ token: APIToken) -> HTML {
        tr {
            th(.scope("row")) { token.name }
            td { Role.allCases.filter(token.roles.contains).map { say.role($0) }.joined(separator: ", ") }
            td { date(token.createdAt) }
            td {
                if let ended = token.endedAt {
                    say("beëindigd op \(date(ended))", "ended on \(date(ended))")
                } else {
                    desk.form(to: Paths.tokenEnd(token.id), class: "inline") {
                        button(.class("button danger"), .buttonType(.submit)) {
                            say("Beëindig", "End")
                            hiddenText(" \(token.name)")
                        }
                    }
                }
            }
        }
    }

    private func date(_ instant: Instant) -> String { DateWords.short(desk.calendar.zone.moment(at: instant).day) }
}

/// A key that was just made, shown this once.
struct TokenMadePage {
    let desk: Desk
    let name: String
    let text: String

    private var say: Wording { desk.say }

    func response() -> Response {
        let title = say("Sleutel voor \(name)", "Key for \(name)")
        return desk.page(title, current: Paths.tokens, isReading: true) {
            Heading(title: title).html
            OnceShown(label: say("Sleutel", "Key"), text: text)
            p {
                say(
                    "Bewaar hem nu: hij staat alleen deze keer op het scherm. Raakt hij zoek, maak dan een nieuwe en beëindig deze.",
                    "Keep it now: it is on the screen only this once. If it gets lost, make another and end this one.")
            }
            actions { Button(say("Terug naar koppelingen", "Back to API tokens"), to: Paths.tokens) }
        }
    }
}
