import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup

/// The form of the procedure, what is wrong with what was written, what differs from what holds, and how customers would read it.
struct ProcedureSettingsPage {
    static let previewAct = "bekijk"
    static let textField = "document"

    let desk: Desk
    let typed: TypedForm
    let stored: ProcedureDocument
    var written: ProcedureDocument? = nil
    var findings: [ProcedureFinding] = []
    /// What was written, when nothing is wrong with it.
    var preview: Procedure? = nil
    /// The version that the author of a returned form saw.
    var seen: Int? = nil
    var flash: Notice? = nil
    var status = HTTPResponse.Status.ok

    private var say: Wording { desk.say }

    func response() -> Response {
        let title = say("Klachtenprocedure", "Complaints procedure")
        return desk.page(typed.title(title), current: Paths.procedureSettings, flash: flash, status: status) {
            typed.summary([field])
            Heading(title: title, remark: remark).html
            div(.class("procedure")) {
                p { Link(say("Zo lezen klanten de procedure", "How customers read the procedure"), to: Paths.procedure) }
                if !findings.isEmpty { problems }
                if let written { comparison(with: written) }
                if let preview { draft(preview) }
                form
                if let preview { shown(preview) }
            }
        }
    }

    private var remark: String {
        let version = desk.house.procedure.version
        return say(
            "Nu geldt versie \(version). Een klacht blijft onder de versie waaronder die is ontvangen.",
            "Version \(version) holds now. A complaint stays under the version it was received under.")
    }

    private var field: Field {
        typed.field(
            Self.textField, say("De procedure, als document", "The procedure, as a document"),
            hint: say(
                "YAML, met uitleg erin. Bekijk eerst wat er verandert; pas na bewaren geldt het.",
                "YAML, with its explanation inside. First see what changes; it holds once you save it."))
    }

    private var form: HTML {
        desk.form(to: Paths.procedureSettings) {
            input(.type(.hidden), .name(SettingsForm.seenField), .value("\(seen ?? desk.house.procedure.version)"))
            div(.class("code")) { TextArea(field: field, value: typed.text(Self.textField, or: stored.yaml), rows: 30).html }
            actions {
                Button(
                    say("Bekijk wat er verandert", "See what changes"), preview == nil ? .primary : .plain, field: ("act", Self.previewAct))
                Button(say("Bewaar procedure", "Save procedure"), preview == nil ? .plain : .primary, field: ("act", "bewaar"))
            }
        }
    }

    /// Every finding with its line, as a list.
    private var problems: HTML {
        section(.aria("labelledby", "findings-title")) {
            h2(.id("findings-title")) { say("Wat er nog niet klopt", "What is not right yet") }
            ul(.class("findings")) {
                for finding in findings { li { finding.sentence(in: desk.language).capitalisedFirst } }
            }
        }
    }

    private func draft(_ preview: Procedure) -> HTML {
        Notice(.calm) {
            p {
                say(
                    "Nog niet bewaard. Dit wordt versie \(preview.version), voor klachten die daarna binnenkomen.",
                    "Not saved yet. This becomes version \(preview.version), for complaints that come in after that.")
            }
        }.html
    }

    private func comparison(with written: ProcedureDocument) -> HTML {
        let rows = LineComparison(stored.yaml, written.yaml).excerpt()
        let label = say("Wat er verandert", "What changes")
        if rows.isEmpty { return p(.class("muted")) { say("Er verandert niets.", "Nothing changes.") } }
        return div(.class("scroll both lines"), .tabindex(0), .role("region"), .aria("label", label)) {
            table(.class("table")) {
                caption { label }
                thead {
                    tr {
                        th(.scope("col")) { say("Geldt nu", "Holds now") }
                        th(.scope("col")) { say("Wordt", "Becomes") }
                    }
                }
                tbody {
                    for row in rows { comparisonRow(row) }
                }
            }
        }
    }

    private func comparisonRow(_ row: LineComparison.Row?) -> HTML {
        guard let row else {
            return tr {
                td(.class("muted")) { "…" }
                td(.class("muted")) { "…" }
            }
        }
        return tr {
            side(row.before, row.isSame, gone: true)
            side(row.after, row.isSame, gone: false)
        }
    }

    private func side(_ line: LineComparison.Line?, _ isSame: Bool, gone: Bool) -> HTML {
        td(.class("pre")) {
            if let line {
                let words = "\(line.number)  \(line.words)"
                if isSame { span(.class("muted")) { words } } else if gone { del { words } } else { ins { words } }
            }
        }
    }

    private func shown(_ preview: Procedure) -> HTML {
        section(.class("preview"), .aria("labelledby", "preview-title")) {
            h2(.id("preview-title")) { say("Zo lezen klanten het dan", "How customers read it then") }
            details {
                summary { preview.title.text(in: desk.language) }
                div(.class("prose")) {
                    ProcedureText(say: say, procedure: preview, house: desk.house, today: desk.now.day).html
                }
            }
        }
    }
}
