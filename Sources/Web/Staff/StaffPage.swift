import Casework
import Complaints
import Hummingbird
import Markup
import Records

/// Everybody who works here, and below them who left: their names stay in old files.
struct StaffPage {
    let desk: Desk
    var changed = false

    private var say: Wording { desk.say }

    func response() -> Response {
        let members = desk.staff.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        let title = say("Medewerkers", "Staff")
        return desk.page(title, current: Paths.staff, flash: changed ? flash : nil) {
            Heading(
                title: title, remark: say.count(members.count(where: \.isActive), ("actief", "actief"), ("active", "active")),
                acts: Button(say("Collega toevoegen", "Add a colleague"), .primary, icon: .plus, to: Paths.newStaff).html
            ).html
            list(members.filter(\.isActive), caption: say("Wie hier werkt", "Who works here"))
            let former = members.filter { !$0.isActive }
            if !former.isEmpty {
                list(former, caption: say("Wie weg is; hun naam blijft in oude dossiers", "Who left; their names stay in old files"))
            }
        }
    }

    private var flash: Notice { Notice(.good, isFlash: true) { p { say("Bewaard.", "Saved.") } } }

    private func list(_ members: [StaffMember], caption words: String) -> HTML {
        div(.class("scroll"), .tabindex(0), .role("region"), .aria("label", words)) {
            table(.class("table stacks")) {
                caption { words }
                thead {
                    tr {
                        th(.scope("col")) { say("Naam", "Name") }
                        th(.scope("col")) { say("E-mailadres", "E-mail address") }
                        th(.scope("col")) { say("Rollen", "Roles") }
                        th(.scope("col")) { say("Team", "Team") }
                        th(.scope("col")) { say("Aanmelden", "Signing in") }
                    }
                }
                tbody { for member in members { row(member) } }
            }
        }
    }

    private func row(_ member: StaffMember) -> HTML {
        tr {
            th(.scope("row")) { Link(member.name, to: Paths.staffMember(member.id)) }
            td { member.email.text }
            td { roles(member) }
            td { member.team.isEmpty ? "–" : member.team }
            td { state(member) }
        }
    }

    private func roles(_ member: StaffMember) -> String {
        let words = Role.allCases.filter(member.roles.contains).map { say.role($0) }
        return member.answersByMail
            ? say("geen account; antwoordt per e-mail", "no account; answers by e-mail")
            : words.isEmpty ? say("geen", "none") : words.joined(separator: ", ")
    }

    private func state(_ member: StaffMember) -> HTML {
        if !member.isActive { return HTML(say("kan niet meer aanmelden", "can't sign in any more")) }
        if member.hasPassword { return HTML(say("kan aanmelden", "can sign in")) }
        return span(.class("promise soon")) {
            Icon.clock
            say("nog geen wachtwoord", "no password yet")
        }
    }
}
