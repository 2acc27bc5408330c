import Casework
import Complaints
import Markup
import Records

/// What the reader typed for something that can't be done any more: the words stay in reach until they are thrown away.
struct StrandedDrafts {
    let desk: Desk
    let file: Casefile
    let possible: Set<Act>

    private var say: Wording { desk.say }

    var html: HTML {
        group {
            for draft in file.drafts where isStranded(draft) { part(draft) }
        }
    }

    private func isStranded(_ draft: Draft) -> Bool {
        guard let act = DraftSlots.act(of: draft.place.form), act != .contribute else { return false }
        return !possible.contains(act)
    }

    private func part(_ draft: Draft) -> HTML {
        let number = file.complaint.number
        return desk.form(to: Paths.actDraftEnd(draft.place.form, number), class: "form stranded") {
            p {
                say("Concept van \(desk.time(of: draft)).", "Draft of \(desk.time(of: draft)).") + " "
                    + say(
                        "Dit kan in deze fase niet meer; uw woorden staan hier nog.",
                        "This can't be done in this phase; your words are still here.")
            }
            TextArea(
                field: Field("woorden", say("Wat u typte", "What you typed"), optional: "", prefix: "draft-\(draft.place.form)"),
                value: words(draft), rows: 4)
            actions { Button(say("Concept weggooien", "Throw draft away")) }
        }
    }

    private func words(_ draft: Draft) -> String {
        let typed = DraftSlots.act(of: draft.place.form).map { DraftSlots.typed(in: $0) } ?? []
        return draft.fields.filter { typed.contains($0.name) && !$0.value.isBlank }.map(\.value).joined(separator: "\n\n")
    }
}
