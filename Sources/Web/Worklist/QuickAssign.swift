import Casework
import Complaints
import Hummingbird
import Markup
import Records

/// A button in the rows of a list that assigns the complaint to whoever is advised: one key, and it can be undone like every assignment.
struct QuickAssign {
    static let formID = "quick"
    static let field = "wie"
    static let key = "w"

    let desk: Desk
    let reading: QuickAssignReading

    private var say: Wording { desk.say }

    /// Nil where nobody can be advised; where somebody handles it who is here, only when `anyway`.
    func deed(for row: WorklistRow, anyway: Bool = false) -> HTML? {
        let isAway = row.handler.map { reading.advice.absences.isAway($0) } ?? false
        guard row.phase.isOpen, row.handler == nil || isAway || anyway, let option = option(for: row) else { return nil }
        let value = "\(row.number.digits).\(row.sequence).\(option.id.value)"
        let words =
            row.handler == nil ? say("Wijs toe aan \(option.name)", "Assign to \(option.name)") : handOver(to: option, row.handler, isAway)
        return div(.class("deed")) {
            button(
                .class("button quiet"), .buttonType(.submit), .form(Self.formID), .name(Self.field), .value(value), .data("deed", ""),
                .aria("label", "\(words), \(row.number.formatted)")
            ) { words }
            span(.class("muted")) { say.reasons(for: option) }
        }
    }

    private func option(for row: WorklistRow) -> HandlerAdvice.Option? {
        reading.advice.advice(
            about: row.nature?.about, handler: row.handler, aboutStaff: reading.concerned[row.id], among: desk.colleagues(with: .handler)
        ).first
    }

    private func handOver(to option: HandlerAdvice.Option, _ handler: StaffID?, _ isAway: Bool) -> String {
        let words = say("Draag over aan \(option.name)", "Hand over to \(option.name)")
        return isAway
            ? say("\(words): \(desk.name(of: handler) ?? "") is afwezig", "\(words): \(desk.name(of: handler) ?? "") is away") : words
    }

    /// The form that the buttons belong to; it stands beside the list, since that is a form itself.
    var form: HTML {
        Markup.form(.method(.post), .action(Paths.quickAssign), .id(Self.formID)) {
            desk.token
            input(.type(.hidden), .name(TogetherFields.back), .value(ReturnPath.withoutFlash(desk.visit.address)))
        }
    }

    var shortcut: Shortcut {
        Shortcut(key: Self.key, meaning: say("toewijzen of overdragen zoals voorgesteld", "assign or hand over as proposed"))
    }

    /// What a button says: the complaint, how far it had come, and to whom.
    static func read(_ text: String) -> (number: ComplaintNumber, seen: Int, handler: StaffID)? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let number = ComplaintNumber(parsing: String(parts[0])), let seen = Int(parts[1]),
            let handler = Int64(parts[2])
        else { return nil }
        return (number, seen, StaffID(handler))
    }
}

extension Desk {
    /// Why somebody else gets a complaint without a word of the complaints manager: whoever has it is away, or has more to do.
    func reason(toTakeFrom handler: StaffID?, _ absences: Absences) -> String? {
        guard let handler else { return nil }
        let words = AssignmentReason(say: say)
        return absences.absence(of: handler).map { words.absence(of: name(of: handler) ?? "", through: $0.last) } ?? words.load
    }
}
