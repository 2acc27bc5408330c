import Complaints
package import Records

extension StaffMember {
    /// Somebody who was asked something by mail once, and has no account here: no roles, and nothing to sign in with.
    package var answersByMail: Bool { roles.isEmpty && !hasPassword }
}

extension Transaction {
    /// Writes to colleagues what was assigned to or asked of them by somebody else; held as long as the act can be undone.
    ///
    /// - Parameter sequence: the sequence of the first of these occurrences.
    func addMemos(
        for occurrences: [Occurrence], about complaint: Complaint, from sequence: Int, by actor: Actor, house: CurrentHouse,
        at moment: Moment
    ) throws {
        for (index, occurrence) in occurrences.enumerated() {
            guard let colleague = occurrence.event.colleague, colleague != actor.staff else { continue }
            let settings = try house.settings(in: snapshot)
            guard settings.sendsMail, let member = try snapshot.staffMember(colleague), member.isActive,
                var memo = try memo(about: occurrence.event, in: complaint, to: member, by: actor, settings, at: moment)
            else { continue }
            (memo.complaint, memo.sequence) = (complaint.id, sequence + index)
            let ready = complaint.lastAct.flatMap { $0.sequence == sequence + index ? $0.ends : nil }
            try add(
                memo, as: MemoID(Keys.fresh(at: moment.instant.milliseconds)), at: moment.instant, ready: ready,
                until: moment.instant.adding(days: 7))
        }
    }

    /// Tells those whom the procedure names of letters: whoever handles the complaint, and every complaints manager who may read it. Whoever
    /// did it knows.
    func addCopies(of letters: [FollowingLetter], about complaint: Complaint, by actor: Actor, _ settings: House, at moment: Moment) throws
    {
        guard settings.sendsMail else { return }
        let copies = settings.procedures.version(complaint.procedureVersion).letterCopies
        for letter in letters {
            guard let told = copies[letter.kind.rawValue] else { continue }
            for member in try snapshot.allStaff() where member.isActive && member.isMailed && member.id != actor.staff {
                let isTold =
                    (told.contains(.handler) && member.id == complaint.handler)
                    || (told.contains(.manager) && member.roles.contains(.manager))
                guard isTold, complaint.isVisible(to: member.actor) else { continue }
                let texts = MemoTexts(member: member, organisation: settings.organisation.name)
                var memo = texts.following(letter.kind, isSilent: letter.isSilent, complaint.number)
                (memo.complaint, memo.sequence) = (complaint.id, letter.sequence)
                let ends = complaint.lastAct.flatMap { $0.sequence == letter.sequence ? $0.ends : nil }
                try add(
                    memo, as: MemoID(Keys.fresh(at: moment.instant.milliseconds)), at: moment.instant, ready: letter.ready ?? ends,
                    until: moment.instant.adding(days: 7))
            }
        }
    }

    private func memo(
        about event: ComplaintEvent, in complaint: Complaint, to member: StaffMember, by actor: Actor, _ settings: House, at moment: Moment
    ) throws -> NewMemo? {
        let author = try actor.staff.flatMap { try snapshot.staffMember($0)?.name } ?? settings.organisation.name
        let texts = MemoTexts(member: member, organisation: settings.organisation.name)
        let today = moment.day
        switch event {
        case .assigned where member.isMailed:
            let next = complaint.promises.filter { $0.isOutstanding && $0.due >= moment.instant }.min { $0.due < $1.due }
            return texts.assigned(
                complaint.number, by: author,
                next: next.map { (settings.moment(at: $0.due).day, $0.kind == .firstContact) }, today: today)
        case .consulted(let consultation) where member.answersByMail:
            var memo = texts.question(
                complaint.number, consultation.question.text ?? "", by: author, due: consultation.due, today: today)
            memo.ordinal = consultation.id
            return memo
        case .consulted(let consultation) where member.isMailed:
            return texts.asked(complaint.number, by: author, due: consultation.due, today: today)
        default: return nil
        }
    }
}

extension ComplaintEvent {
    /// Whom it gives something to do.
    fileprivate var colleague: StaffID? {
        switch self {
        case .assigned(let id, _): id
        case .consulted(let consultation): consultation.colleague
        default: nil
        }
    }
}
