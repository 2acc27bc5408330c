package import Complaints
package import Records

/// Mail that is no complaint goes on to whoever of the house it is for, and what was decided about it can be taken back for a while.
extension InboxOffice {
    /// Sends a mail on, as it came, when it can't be taken back any more. Its sender is told nothing. Throws `Refusal`: `notThere` when somebody
    /// else was first, `invalid` for an address that is not on the list of the house, where no mail leaves, or where the mail stayed at its server.
    package func forward(_ id: InboxID, to typed: String, by actor: Actor) async throws {
        defer { office.changes.note() }
        let now = clock.now()
        try await records.write { tx in
            let house = try office.house.settings(in: tx.snapshot)
            guard house.sendsMail, let staff = actor.staff, let member = try tx.snapshot.staffMember(staff),
                let address = house.mail.forwardAddresses.first(where: { $0.text == typed })
            else { throw Refusal.invalid([FieldProblem("forwarding", .notSuitable)]) }
            if try tx.snapshot.unfetchedMail(id) != nil { throw Refusal.invalid([FieldProblem("mail", .notSuitable)]) }
            guard try tx.holdMail(id, in: [.asked, .quarantined]), let mail = try tx.snapshot.mail(id) else { throw Refusal.notThere }
            let memo = MemoTexts(member: member, organisation: house.organisation.name).forward(mail, to: address)
            try tx.add(
                memo, as: MemoID(Keys.fresh(at: now.milliseconds)), at: now, ready: now.adding(seconds: LastAct.seconds),
                until: now.adding(days: Self.patience))
            try tx.rememberStanding(of: id)
            try tx.close(id, .forwarded, in: nil, sequence: nil, by: actor, at: now)
        }
    }

    /// A mail that goes on is given up by a person, never by the clock.
    private static let patience = 3650

    /// Takes back what this actor decided about a mail a moment ago: it waits for a person again. Throws `Refusal`.
    package func takeBack(_ id: InboxID, by actor: Actor) async throws {
        defer { office.changes.note() }
        let now = clock.now()
        try await records.write { tx in
            guard try tx.holdMail(id, in: [.closed]), let decision = try tx.snapshot.decision(about: id) else {
                throw Refusal.cannotUndo(.undoneAlready)
            }
            if decision.by != actor.identity { throw Refusal.cannotUndo(.notYours) }
            if now >= decision.ends { throw Refusal.cannotUndo(.tooLate) }
            switch decision.outcome {
            case .forwarded: if try !tx.undoForwarding(of: id) { throw Refusal.cannotUndo(.letterHandedOver) }
            case .report:
                // Whoever sends the letter once more holds its complaint.
                if let complaint = try tx.snapshot.mail(id)?.complaint { try tx.hold(complaint) }
                if try !tx.takeBackBounce(by: id, at: now) { throw Refusal.cannotUndo(.overtaken) }
            default: break
            }
            try tx.restoreStanding(of: id, at: now)
        }
    }
}

extension MailDecision {
    /// From this very moment on it is too late to take it back.
    package var ends: Instant { at.adding(seconds: LastAct.seconds) }
}

extension MailSettings {
    /// Where mail that is no complaint can go on to.
    package var forwardAddresses: [EmailAddress] { (forwarding ?? []).compactMap { try? EmailAddress(parsing: $0) } }
}

extension Transaction {
    /// A mail server will never take a mail that was to go on: a person must find another way, unless one was found since.
    func noteUnforwarded(_ memo: Memo, at now: Instant) throws {
        guard let id = memo.content.mail, try holdMail(id, in: [.closed]), try snapshot.mail(id)?.outcome == .forwarded,
            try snapshot.memo(forwarding: id)?.id == memo.id
        else { return }
        // One that nobody could read is still to be read.
        try restoreStanding(of: id, at: now)
        guard let mail = try snapshot.mail(id) else { return }
        try placeMail(id, InboxPlacing(mail.state, .notForwarded), by: nil, at: now)
    }
}
