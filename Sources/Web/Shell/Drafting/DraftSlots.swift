import Casework
import Complaints
import Records

/// The forms whose words are kept while they are typed. What is not named here is never a draft: files and passwords are not.
enum DraftSlots {
    /// The hidden field by which a form says which draft it began from.
    static let field = "concept"

    /// The name under which an act's form is kept; nil where there is nothing to lose. One form can mean three things.
    static func form(of act: Act) -> String? {
        switch act {
        case .answer, .ask, .propose: Act.answer.rawValue
        case _ where typed[act] != nil: act.rawValue
        default: nil
        }
    }

    /// What is typed in a form, by the act whose name it goes under; at least one of these is not empty in a draft.
    private static let typed: [Act: Set<String>] = [
        .note: ["text"], .consult: ["question", "due"], .answer: ["text"], .receiveAnswer: ["text"],
        .contact: ["outcome", "note", "day", "time"], .decideReopening: ["granted", "reason"],
        .resolve: Set(["finding", "answer", "cause", "remedy.text", "remedy.amount"] + (1...20).map { "findings.\($0)" }),
        .investigate: Set(["direct", "root"] + (1...5).map { "why-\($0)" }), .extend: ["reason"], .movePromise: ["due", "reason"],
        .dropPromise: ["reason"], .promise: ["text"],
        .return: ["reason"], .reopen: ["reason"],
        .withdraw: ["reason"], .refer: ["to", "reason"], .correct: ["story", "customer.name"],
    ]

    static func typed(in act: Act) -> Set<String> { typed[act] ?? [] }

    static func place(of act: Act, on complaint: ComplaintID, by staff: StaffID) -> DraftPlace? {
        form(of: act).map { DraftPlace(staff: staff, complaint: complaint, form: $0) }
    }

    static func contribution(_ ordinal: Int, to complaint: ComplaintID, by staff: StaffID) -> DraftPlace {
        DraftPlace(staff: staff, complaint: complaint, form: "\(Act.contribute.rawValue).\(ordinal)")
    }

    private static let intakePrefix = "\(Act.register.rawValue)."

    /// Each intake has a draft of its own: two customers may be on the line.
    static func intake(_ submission: String, by staff: StaffID) -> DraftPlace {
        DraftPlace(staff: staff, complaint: nil, form: intakePrefix + submission)
    }

    /// Which act somebody is preparing in the form of this name.
    static func act(of form: String) -> Act? { Act(rawValue: String(form.prefix { $0 != "." })) }
}

extension SentForm {
    init(_ form: SubmittedForm, _ act: Act, from place: DraftPlace, at now: Instant) {
        let fields = form.fields.filter { $0.name != FormTokens.field && $0.name != DraftSlots.field }.map { DraftField($0.name, $0.value) }
        self.init(place: place, mark: form.draftMark, act: act, fields: fields, at: now)
    }
}

extension SubmittedForm {
    /// Which draft the page of this form began from.
    var draftMark: DraftMark { DraftMark(parsing: text(DraftSlots.field)) }

    /// A form as a draft holds it.
    init(_ draft: Draft) {
        self.init()
        fields = draft.fields.map { Field(name: $0.name, value: $0.value) }
    }
}
