import Casework
import Complaints
import Markup
import Records

/// What the reader typed for something that can't be done any more: the words stay in reach until they are thrown away.
struct StrandedDrafts {
    let desk: Desk
    let file: Casefile
    let possible: Set<Act>
    let typed: TypedForms

    private var say: Wording { desk.say }

    var html: HTML {
        group {
            for draft in file.drafts where isStranded(draft) { part(draft) }
            for draft in file.thrownAway where isStranded(draft) && typed.draft(named: draft.place.form) == nil { thrown(draft) }
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
                    + reason(draft)
            }
            TextArea(
                field: Field("woorden", say("Wat u typte", "What you typed"), optional: "", prefix: "draft-\(draft.place.form)"),
                value: words(draft), rows: 4)
            actions { Button(say("Concept weggooien", "Throw draft away")) }
        }
    }

    private func thrown(_ draft: Draft) -> HTML {
        let paths = DraftPaths(
            form: draft.place.form, save: "", discard: Paths.actDraftEnd(draft.place.form, file.complaint.number))
        return desk.form(to: paths.discard, class: "form stranded") {
            DraftLine(desk: desk, draft: nil, thrown: typed.thrown(of: draft.place.form), paths: paths).html
        }
    }

    /// Why it can't be done any more: it is no longer this person's to do, or no longer the time for it.
    private func reason(_ draft: Draft) -> String {
        let standings = file.complaint.standings(of: desk.actor)
        let procedure = desk.house.procedures.version(file.complaint.procedureVersion)
        if let act = DraftSlots.act(of: draft.place.form), !PermissionTable.allows(act, by: standings, under: procedure) {
            return say.whose(file.complaint, desk) + say(" Uw woorden staan hier nog.", " Your words are still here.")
        }
        return say(
            "Dit kan in deze fase niet meer; uw woorden staan hier nog.", "This can't be done in this phase; your words are still here.")
    }

    private func words(_ draft: Draft) -> String {
        guard let act = DraftSlots.act(of: draft.place.form) else { return "" }
        let typed = DraftSlots.typed(in: act)
        return TypedWords(desk: desk, act: act).text(of: SubmittedForm(draft).fields.filter { typed.contains($0.name) })
    }
}
