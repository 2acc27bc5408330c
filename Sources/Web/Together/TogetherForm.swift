import Casework
import Complaints
import Records

/// What was chosen to be done to several complaints at once, as an address or a form says it.
struct TogetherForm {
    let act: String
    let handler: StaffID?
    /// Why they go to another: a code or words, and what was written beside it; empty where nobody said so.
    let reason: String
    let reasonNote: String
    var chosen: [(number: ComplaintNumber, seen: Int?)]
    let back: String

    /// - Parameter values: all values of a name.
    init(_ values: (String) -> [String]) {
        act = values(TogetherFields.act).first ?? ""
        handler = values(TogetherFields.handler).first.flatMap { Int64($0) }.map { StaffID($0) }
        reason = values(TogetherFields.reason).first?.trimmed ?? ""
        reasonNote = values(TogetherFields.reasonNote).first?.trimmed ?? ""
        back = values(TogetherFields.back).first.flatMap { ReturnPath.safe($0) } ?? Paths.worklist
        let page = values(TogetherFields.page).first.map { $0.split(separator: ".").map(String.init) } ?? []
        chosen = (values(TogetherFields.whole).isEmpty ? values(TogetherFields.complaint) : page).compactMap { text in
            let parts = text.split(separator: ".", maxSplits: 1)
            guard let number = parts.first.flatMap({ ComplaintNumber(parsing: String($0)) }) else { return nil }
            return (number, parts.count > 1 ? parts.last.flatMap { Int($0) } : nil)
        }
    }

    /// Nil while something is still to be chosen.
    ///
    /// - Parameter isForeseen: before anything is done; why they go to another is asked together with whether to.
    func command(_ say: Wording, isForeseen: Bool = false) -> TogetherAct? {
        switch act {
        case TogetherFields.close: .close
        case TogetherFields.assign:
            handler.map { .assign(to: $0, reason: words(say) ?? (isForeseen ? HandoverReason.other.rawValue : nil)) }
        default: nil
        }
    }

    /// Nil where nothing was chosen: words that came with the address of the page are only proposed.
    func words(_ say: Wording) -> String? {
        reason.isEmpty || HandoverReason(rawValue: reason) != nil ? HandoverReason.text(reason, reasonNote, say) : nil
    }

    /// What a stamp holds good for: this person, this act, these complaints as they were looked at.
    func stamped(by staff: StaffID) -> String {
        let complaints = chosen.map { "\($0.number.digits).\($0.seen ?? 0)" }.sorted().joined(separator: ",")
        return "together \(staff.value) \(act) \(handler?.value ?? 0) \(complaints)"
    }

    var needsHandler: Bool { act == TogetherFields.assign && handler == nil }
}
