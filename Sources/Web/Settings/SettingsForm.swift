import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup

/// What the pages of settings do alike: read a form with the version that its author saw, and come back with whatever stood in the way.
struct SettingsForm {
    static let seenField = "gezien"

    let person: SignedInPerson
    let form: SubmittedForm
    let seen: Int

    init(_ request: Request, _ visit: Visit, _ workplace: Workplace, of role: Role = .administrator, fields: Set<String>) async throws {
        person = try visit.signedIn(as: [role])
        form = try await workplace.forms.read(request, visit)
        try workplace.check(form, of: person)
        try form.refuseUnknown(allowed: fields.union([FormTokens.field, Self.seenField]))
        guard let seen = Int(form.text(Self.seenField)) else { throw FormError.malformed }
        self.seen = seen
    }

    /// The form as it comes back after a refusal.
    func typed(_ say: Wording, _ refusal: SettingsRefusal, sentence: (FieldProblem) -> (field: String, words: String)) -> TypedForm {
        switch refusal {
        case .invalid(let problems):
            TypedForm(say, form, errors: Dictionary(problems.map(sentence)) { first, _ in first })
        case .movedOn, .notAllowed, .unfitLetter:
            TypedForm(
                say, form, errors: [:],
                general: [say.changedMeanwhile])
        }
    }

    static func status(of refusal: SettingsRefusal?) -> HTTPResponse.Status {
        switch refusal {
        case nil: .ok
        case .movedOn: .conflict
        case .invalid, .unfitLetter, .notAllowed: .unprocessableContent
        }
    }
}

/// What holds now beside what was typed, for whoever saved second. Only what differs is listed.
struct BothVersions: Component {
    let say: Wording
    let rows: [(name: String, stored: String, typed: String)]

    var html: HTML {
        let differing = rows.filter { !$0.stored.utf8.elementsEqual($0.typed.utf8) }
        if differing.isEmpty { return HTML() }
        let label = say("Wat verschilt", "What differs")
        return div(.class("scroll both"), .tabindex(0), .role("region"), .aria("label", label)) {
            table(.class("table")) {
                caption { label }
                thead {
                    tr {
                        th(.scope("col")) { say("Wat", "What") }
                        th(.scope("col")) { say("Geldt nu", "Holds now") }
                        th(.scope("col")) { say("U vulde in", "You filled in") }
                    }
                }
                tbody {
                    for row in differing {
                        tr {
                            th(.scope("row")) { row.name }
                            td(.class("pre")) { row.stored.isEmpty ? "–" : row.stored }
                            td(.class("pre")) { row.typed.isEmpty ? "–" : row.typed }
                        }
                    }
                }
            }
        }
    }
}

extension Wording {
    /// For whoever saved second.
    var changedMeanwhile: String {
        self(
            "Iemand anders heeft dit intussen veranderd. Hieronder staat wat nu geldt en wat u invulde. Pas aan en bewaar opnieuw.",
            "Somebody else has changed this meanwhile. Below is what holds now and what you filled in. Adapt it and save again.")
    }
}

extension Desk {
    /// "Bewaard", after a setting was saved.
    ///
    /// - Parameter words: what was done, where it is no setting.
    func savedFlash(_ request: Request, _ words: String? = nil) -> Notice? {
        guard QueryFields(request)["bewaard"] == "1" else { return nil }
        return Notice(.good, isFlash: true) { p { words ?? say("Bewaard. Het geldt vanaf nu.", "Saved. It holds from now on.") } }
    }
}
