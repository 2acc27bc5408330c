import Casework
import Complaints
import Markup
import Records

/// What a person had typed when a form came back with a problem; nothing on a page that is merely opened.
struct ReturnedForm: Sendable {
    let act: Act
    let form: SubmittedForm
    let problems: [FieldProblem]
    /// What is wrong with the whole.
    let general: String?
}

/// What stands in the forms of a file: what came back with a problem, and what was kept while it was typed.
struct TypedForms: Sendable {
    let returned: ReturnedForm?
    let drafts: [Draft]
    /// What the reader threw away of late.
    let thrownAway: [Draft]
    /// The form whose draft was thrown away just now.
    let justThrown: String
    /// The last thing that happened in the file as it is shown.
    let seen: Int

    init(returned: ReturnedForm? = nil, drafts: [Draft] = [], thrownAway: [Draft] = [], justThrown: String = "", seen: Int = 0) {
        (self.returned, self.drafts, self.thrownAway, self.justThrown, self.seen) = (returned, drafts, thrownAway, justThrown, seen)
    }

    func draft(named form: String) -> Draft? { drafts.first { $0.place.form == form } }

    func thrown(of form: String) -> ThrownDraft? {
        thrownAway.first { $0.place.form == form }.map { ThrownDraft(draft: $0, isJustNow: form == justThrown) }
    }

    func draft(of act: Act) -> Draft? {
        DraftSlots.form(of: act).flatMap { draft(named: $0) }
    }
}

/// The values and problems of one act's form.
struct ActFields {
    let act: Act
    let say: Wording
    let draft: Draft?
    private let typed: TypedForms
    private let source: SubmittedForm?

    init(act: Act, typed: TypedForms, say: Wording) { self.init(act: act, typed: typed, draft: typed.draft(of: act), say: say) }

    init(act: Act, typed: TypedForms, draft: Draft?, say: Wording) {
        (self.act, self.typed, self.draft, self.say) = (act, typed, draft, say)
        source = typed.returned?.act == act ? typed.returned?.form : draft.map { SubmittedForm($0) }
    }

    private var mine: ReturnedForm? { typed.returned?.act == act ? typed.returned : nil }
    var isReturned: Bool { mine != nil }
    /// Whether anything was typed in it before, sent or not, or thrown away just now.
    var isBegun: Bool { source != nil || thrown?.isJustNow == true }
    private var thrown: ThrownDraft? { DraftSlots.form(of: act).flatMap { typed.thrown(of: $0) } }

    /// Whether more has happened in the file than the draft's author had in view.
    var isOvertaken: Bool { draft?["gezien"].flatMap { Int($0) }.map { $0 < typed.seen } ?? false }

    /// What a form that changes what is there says that its author had in view: with a draft, what its author had then. What others changed
    /// since is not put back by an old draft.
    func seen(now sequence: Int) -> String { isReturned ? "\(sequence)" : draft?["gezien"] ?? "\(sequence)" }

    /// Whether any of these fields has a problem.
    func isWrong(_ names: String...) -> Bool { mine?.problems.contains { names.contains($0.field) } ?? false }

    func text(_ name: String, or standard: String = "") -> String { source.map { $0.text(name) } ?? standard }
    func all(_ name: String, or standard: Set<String> = []) -> Set<String> { source.map { Set($0.all(name)) } ?? standard }
    func isOn(_ name: String, or standard: Bool = false) -> Bool { source.map { $0.has(name) } ?? standard }

    /// A field with its problem, if it has one. Forms of several acts share a page, so the act is in the field's id.
    func field(_ name: String, _ label: String, hint: String? = nil, isOptional: Bool = false) -> Field {
        let problem = mine?.problems.first { $0.field == name }
        return Field(
            name, label, hint: hint, optional: isOptional ? say.optional : nil, error: problem.map { say.problem($0) }, prefix: act.rawValue
        )
    }

    /// The form of this act about a complaint, its words kept while they are typed.
    func form(on number: ComplaintNumber, _ desk: Desk, to path: String? = nil, @HTMLBuilder content: () -> HTML) -> HTML {
        let name = DraftSlots.form(of: act) ?? act.rawValue
        let drafts = DraftPaths(form: name, save: Paths.actDraft(name, number), discard: Paths.actDraftEnd(name, number))
        return form(to: path ?? Paths.act(act.rawValue, number), drafts, desk, content: content)
    }

    func form(to path: String, _ drafts: DraftPaths, _ desk: Desk, @HTMLBuilder content: () -> HTML) -> HTML {
        desk.draftedForm(
            to: path, draft: draft, thrown: typed.thrown(of: drafts.form), at: drafts, mark: mine?.form.draftMark, isUnsaved: isReturned,
            isOvertaken: !isReturned && isOvertaken, content: content)
    }
}
