import Casework
import Complaints
import Markup

/// What somebody, or a program, is trusted with: each role with what it may see and do.
struct RoleChoices: Component {
    let typed: TypedForm
    var stored: Set<Role> = []

    private var say: Wording { typed.say }

    var field: Field {
        typed.field("roles", say("Rollen", "Roles"), hint: say("Rollen tellen op.", "Roles add up."))
    }

    var html: HTML {
        CheckboxField(
            field: field, choices: Role.allCases.map { Choice($0.rawValue, words($0), hint: meaning(of: $0)) },
            chosen: typed.all("roles", or: Set(stored.map(\.rawValue)))
        ).html
    }

    private func words(_ role: Role) -> String {
        let words = say.role(role)
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    private func meaning(of role: Role) -> String {
        switch role {
        case .intake: say("Registreert klachten, leest dossiers.", "Registers complaints, reads files.")
        case .handler: say("Lost klachten op die aan hem of haar zijn toegewezen.", "Solves the complaints assigned to them.")
        case .manager:
            say(
                "Wijst toe, bewaakt toezeggingen, beslist over heropenen, leest ook vertrouwelijke dossiers.",
                "Assigns, watches promises, decides on reopening, reads confidential files too.")
        case .management:
            say(
                "Ziet overzichten en lijsten, zonder namen. Wijst toe wanneer een klacht over de enige klachtenmanager gaat.",
                "Sees overviews and lists, without names. Assigns where a complaint is about the only complaints manager.")
        case .auditor: say("Leest elk gewoon dossier, verandert niets.", "Reads every ordinary file, changes nothing.")
        case .administrator:
            say("Stelt Gehoor in en beheert medewerkers, ziet geen dossiers.", "Sets up Gehoor and keeps staff, sees no files.")
        }
    }

    /// The roles that were ticked; a role that does not exist can't come from our page. Throws `FormError`.
    static func roles(in form: SubmittedForm) throws(FormError) -> Set<Role> {
        var roles: Set<Role> = []
        for value in form.all("roles") {
            guard let role = Role(rawValue: value) else { throw .malformed }
            roles.insert(role)
        }
        return roles
    }
}
