import Complaints
import Records

extension Transaction {
    /// Notes for the pages of a member of staff what they can undo now, or that they have undone it.
    func remember(_ journalled: JournalledComplaint, after before: JournalledComplaint, by actor: Actor) throws {
        guard let staff = actor.staff else { return }
        let complaint = journalled.complaint
        if let act = complaint.lastAct, act.by == actor.identity, act != before.complaint.lastAct {
            try offer(UndoOffer(act, in: journalled), to: staff)
        } else if let last = journalled.history.last, last.sequence > before.complaint.sequence, last.by == actor.identity,
            case .undone = last.occurrence.event, let act = before.complaint.lastAct
        {
            var undone = UndoOffer(act, in: before)
            if let offered = try snapshot.undoOffer(to: staff), offered.single == undone.single { undone.decision = offered.decision }
            // Whoever may not read the file is told of their own act, and not how it stands.
            let isTheirs = complaint.isVisible(to: actor)
            undone.outcome = .init(
                at: last.at, restored: 1, phase: isTheirs ? complaint.phase : nil, handler: isTheirs ? complaint.handler : nil)
            try offer(undone, to: staff)
        }
    }
}

extension UndoOffer {
    fileprivate init(_ act: LastAct, in journalled: JournalledComplaint) {
        let complaint = journalled.complaint
        let event = journalled.history.first { $0.sequence == act.sequence }?.occurrence.event
        let colleague: StaffID? =
            switch event {
            case .assigned(let id, _): id
            case .consulted(let consultation): consultation.colleague
            default: nil
            }
        self.init(
            id: Keys.fresh(at: act.at.milliseconds), act: act.act,
            single: Single(complaint: complaint.id, number: complaint.number, sequence: act.sequence), colleague: colleague, ends: act.ends)
    }
}
