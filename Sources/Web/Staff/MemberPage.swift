import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// One member of staff, or a new one.
struct MemberPage {
    let desk: Desk
    /// Nil for somebody who is added.
    let member: StaffMember?
    let typed: TypedForm
    /// Whether it was refused because open complaints would be left behind.
    var leavesFiles = false

    /// In the form: it is meant all the same.
    static let leavingFiles = "leavingFiles"

    private var say: Wording { desk.say }

    func response() -> Response {
        let title = member.map(\.name) ?? say("Collega toevoegen", "Add a colleague")
        let name = typed.field("name", say("Naam", "Name"))
        let email = typed.field("email", say("E-mailadres", "E-mail address"), hint: say("Om mee aan te melden.", "To sign in with."))
        let roles = RoleChoices(typed: typed, stored: member?.roles ?? [])
        let team = typed.field("team", say("Team", "Team"), hint: teamHint, isOptional: true)
        return desk.page(
            typed.title(title), current: Paths.staff, isReading: true, status: typed.hasTrouble ? .unprocessableContent : .ok
        ) {
            typed.summary([name, email, roles.field, team])
            Heading(title: title, remark: remark).html
            desk.form(to: member.map { Paths.staffMember($0.id) } ?? Paths.newStaff) {
                TextField(
                    field: name, value: typed.text("name", or: member?.name ?? ""), autocomplete: "off", width: .medium,
                    isFocused: member == nil && !typed.hasTrouble)
                TextField(
                    field: email, value: typed.text("email", or: member?.email.text ?? ""), type: .email, autocomplete: "off",
                    width: .medium)
                roles
                TextField(field: team, value: typed.text("team", or: member?.team ?? ""), autocomplete: "off", width: .medium)
                if let member { skills(member) }
                if let member { activity(member) }
                if let member, leavesFiles { left(by: member) }
                actions {
                    Button(member == nil ? say("Voeg toe en maak link", "Add and make link") : say("Bewaar", "Save"), .primary)
                    Link(say("Terug", "Back"), to: Paths.staff)
                }
            }
            if let member, member.isActive { link(member) }
        }
    }

    private var teamHint: String {
        let teams = desk.everybody.teams
        let use = say("Om cijfers per team te bekijken.", "To look at figures by team.")
        return teams.isEmpty ? use : use + say(" Er zijn: ", " There are: ") + teams.joined(separator: ", ") + "."
    }

    private var remark: String? {
        guard member != nil else {
            return say(
                "U krijgt een link om door te geven. Daarmee kiest uw collega zelf een wachtwoord.",
                "You get a link to hand over. With it your colleague chooses a password.")
        }
        return member?.id == desk.person.member.id
            ? say(
                "Dit bent u zelf. Na een ander e-mailadres of andere rollen meldt u zich opnieuw aan.",
                "This is you. After another e-mail address or other roles you sign in again.") : nil
    }

    /// What somebody knows well: of several who could take a complaint such a one is proposed first.
    private func skills(_ member: StaffMember) -> HTML {
        let natures = desk.house.natures.about.filter { $0.isActive || member.skills.contains($0.code) }
        return CheckboxField(
            field: typed.field(
                "skills", say("Weet veel van", "Knows much about"),
                hint: say("Voor het voorstel wie een klacht behandelt.", "For the proposal who handles a complaint."), isOptional: true),
            choices: natures.map { Choice($0.code, $0.label(in: desk.language)) }, chosen: typed.all("skills", or: member.skills)
        ).html
    }

    private func activity(_ member: StaffMember) -> HTML {
        Tick(
            field: typed.field(
                "active", say("Werkt hier", "Works here"),
                hint: say(
                    "Zonder vinkje kan niemand meer op deze naam aanmelden. Wat er in dossiers staat, blijft staan.",
                    "Without the tick nobody can sign in by this name any more. What stands in files stays.")),
            isOn: typed.isOn("active", or: member.isActive)
        ).html
    }

    /// Who can hand over what is left, and going on without.
    private func left(by member: StaffMember) -> HTML {
        Notice(.waiting) {
            p {
                if desk.actor.has(.manager) {
                    Link(
                        say("Bekijk ze en draag ze over", "See them and hand them over"),
                        to: WorklistQuery.open(of: member.id).address())
                } else {
                    let names = desk.colleagues(with: .manager).map(\.name).joined(separator: ", ")
                    say("Overdragen doet een klachtenmanager: \(names).", "A complaints manager hands them over: \(names).")
                }
            }
            Tick(
                field: typed.field(
                    Self.leavingFiles, say("Ga toch door", "Go on all the same"),
                    hint: say(
                        "De klachten blijven op deze naam staan. De klachtenmanager krijgt voortaan de herinneringen.",
                        "The complaints stay with this name. The complaints manager gets the reminders from now on.")), isOn: false)
        }.html
    }

    private func link(_ member: StaffMember) -> HTML {
        section(.class("apart")) {
            h2 { member.hasPassword ? say("Wachtwoord kwijt?", "Password lost?") : say("Nog geen wachtwoord", "No password yet") }
            p(.class("muted")) {
                say(
                    "Maak een link waarmee \(member.name) een wachtwoord kiest. Eerdere links werken dan niet meer.",
                    "Make a link with which \(member.name) chooses a password. Earlier links then no longer work.")
            }
            desk.form(to: Paths.staffLink(member.id)) { actions { Button(say("Maak een link", "Make a link")) } }
        }
    }
}
