import Casework
import Complaints
import Markup

/// Complaints that this person began to take in and did not register: the one in the form, the others to choose from, and an empty form.
struct HalfTaken {
    /// In the address: which one to go on with.
    static let wanted = "concept"
    static let paths = DraftPaths(form: Act.register.rawValue, save: Paths.intakeDraft, discard: Paths.intakeDraftEnd)

    let desk: Desk
    let draft: Draft?
    let others: [Draft]
    /// One that was thrown away of late.
    var thrown: Draft?

    private var say: Wording { desk.say }

    var html: HTML {
        group {
            if draft != nil || !others.isEmpty { list }
            if let thrown { putBack(thrown) }
        }
    }

    private func putBack(_ draft: Draft) -> HTML {
        desk.form(to: Self.paths.discard, class: "draft-line") {
            input(.type(.hidden), .name(IntakeForm.submission), .value(draft[IntakeForm.submission] ?? ""))
            span(.role("status")) {
                say("Concept weggegooid om \(desk.time(of: draft)).", "Draft thrown away at \(desk.time(of: draft)).")
            }
            button(.class("link"), .buttonType(.submit), .name(DraftCounter.back), .value("1")) { say("terugzetten", "put back") }
        }
    }

    private var list: HTML {
        p(.class("half-taken")) {
            if let draft {
                say("Concept van \(desk.time(of: draft)). ", "Draft of \(desk.time(of: draft)). ")
                Link(say("Begin met een leeg formulier", "Begin with an empty form"), to: Paths.intake)
            }
            if !others.isEmpty {
                draft == nil
                    ? say("Nog niet geregistreerd: ", "Not registered yet: ")
                    : say(" Ook nog niet geregistreerd: ", " Not registered yet either: ")
                for (index, other) in others.enumerated() {
                    if index > 0 { ", " }
                    Link(name(of: other), to: "\(Paths.intake)?\(Self.wanted)=\(other[IntakeForm.submission] ?? "")")
                }
            }
        }
    }

    private func name(of draft: Draft) -> String {
        let who = [draft["customer.name"], draft["story"]].compactMap(\.self).first { !$0.isBlank }?.trimmed ?? ""
        let start = String(String.UnicodeScalarView(who.unicodeScalars.prefix(40)))
        return start.isEmpty ? desk.time(of: draft) : "\(start) (\(desk.time(of: draft)))"
    }
}
