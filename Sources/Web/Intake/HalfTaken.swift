import Casework
import Complaints
import Markup

/// Complaints that this person began to take in and did not register: the one in the form, the others to choose from, and an empty form.
struct HalfTaken {
    /// In the address: which one to go on with, or none.
    static let wanted = "concept"
    static let none = "leeg"

    let desk: Desk
    let draft: Draft?
    let others: [Draft]

    private var say: Wording { desk.say }

    var html: HTML {
        if draft == nil && others.isEmpty { return HTML() }
        return p(.class("half-taken")) {
            if let draft {
                say("Concept van \(desk.time(of: draft)). ", "Draft of \(desk.time(of: draft)). ")
                Link(say("Begin met een leeg formulier", "Begin with an empty form"), to: "\(Paths.intake)?\(Self.wanted)=\(Self.none)")
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
