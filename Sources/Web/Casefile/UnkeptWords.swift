import Casework
import Complaints
import Markup

/// What somebody sent for an act whose form the page does not have any more, since a colleague was first: the words are there to be copied.
struct UnkeptWords {
    let desk: Desk
    let file: Casefile
    let possible: Set<Act>
    let returned: ReturnedForm

    private var say: Wording { desk.say }

    var html: HTML {
        let typed = hasForm ? "" : TypedWords(desk: desk, act: returned.act).text(of: returned.form.fields)
        guard !typed.isEmpty else { return HTML() }
        return div(.class("form stranded")) {
            p {
                say(
                    "Niet bewaard. Wat u typte staat hieronder. Kopieer het als u het nog nodig hebt.",
                    "Not saved. What you typed stands below. Copy it if you still need it.")
            }
            TextArea(
                field: Field("typed", say("Dit typte u", "This is what you typed"), optional: "", prefix: "unkept"), value: typed,
                rows: min(20, 4 + typed.utf8.count / 80), isReadOnly: true)
        }
    }

    /// Whether the form stands on the page with what was typed in it.
    private var hasForm: Bool {
        guard possible.contains(returned.act) else { return false }
        let ordinal = Int(returned.form.text("promise")) ?? 0
        switch returned.act {
        case .movePromise: return file.complaint.movablePromises(at: desk.now.instant).contains(ordinal)
        case .dropPromise: return file.complaint.droppablePromises(at: desk.now.instant).contains(ordinal)
        case .extend:
            let procedure = desk.house.procedures.version(file.complaint.procedureVersion)
            return file.complaint.extendable(at: desk.now.instant, under: procedure, on: desk.calendar)[ordinal] != nil
        default: return true
        }
    }
}
