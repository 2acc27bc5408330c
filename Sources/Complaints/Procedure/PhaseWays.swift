/// Which ways through the phases a procedure leaves open, and what its phases are called. An act that moves a complaint to another phase can be
/// done only where the document leads there, onwards (`then`) or back (`back`).
///
/// What no document can switch off: that a customer withdraws, or says something, and that it is written down; that a complaint is assigned and
/// accepted (also when it was reopened), or handed over from one handler to another, and that whoever it is about loses it at once; that a slip is taken back within its quarter of a minute; and that words are erased
/// once their time has come.
extension Procedure {
    /// What a phase is called.
    package func name(of phase: Phase) -> Bilingual? { phases.first { $0.phase == phase }?.name }

    /// Whether one phase leads to another.
    package func leads(from: Phase, to: Phase) -> Bool {
        guard let phase = phases.first(where: { $0.phase == from }) else { return true }
        return phase.then.contains(to) || phase.back.contains(to)
    }
}

extension Complaint {
    /// Whether this act moves the complaint to a phase that its procedure does not lead to from here: that phase.
    func phaseWithoutWay(for act: Act, by actor: Actor, under procedure: Procedure) -> Phase? {
        if act == .withdraw, actor.identity == .customer { return nil }
        guard let next = destination(of: act), next != phase, !procedure.leads(from: phase, to: next) else { return nil }
        // Whoever asks or proposes before having accepted it accepts it by that.
        let accepts = [.ask, .propose].contains(act) && PermissionTable.phases(of: .accept).contains(phase)
        if accepts, procedure.leads(from: .inProgress, to: next) { return nil }
        return next
    }

    /// Refuses what the procedure does not lead to.
    func requireWay(for act: Act, by actor: Actor, under procedure: Procedure) throws(Refusal) {
        guard let next = phaseWithoutWay(for: act, by: actor, under: procedure) else { return }
        throw .notLed(from: procedure.title(of: phase), to: procedure.title(of: next), version: procedure.version)
    }

    /// The phase that an act leads to; nil where it can leave the complaint in its own. A decision to look again is not yet known.
    private func destination(of act: Act) -> Phase? {
        switch act {
        // From one handler to another is no way back, whatever the document says.
        case .assign: handler == nil && Phase.assignedAnew.contains(phase) ? .assigned : nil
        case .return: Phase.handling.contains(phase) ? .received : nil
        case .ask: .waitingForCustomer
        case .propose: .solutionProposed
        case .resolve: .resolved
        case .close: .closed
        case .reopen: .reopened
        case .withdraw: .withdrawn
        case .refer: .referred
        case .duplicate: .duplicate
        case .notDuplicate: phaseBeforeDuplicate ?? .received
        case .register, .correct, .classify, .contact, .note, .receiveAnswer, .consult, .contribute, .investigate, .answer, .rate,
            .accept, .decideReopening, .attach, .informed, .extend, .promise, .keepPromise, .movePromise, .dropPromise, .undo:
            nil
        }
    }
}

extension Procedure {
    /// A phase's name for a sentence; its code where the document has none.
    func title(of phase: Phase) -> Bilingual { name(of: phase) ?? Bilingual(phase.rawValue, phase.rawValue) }
}
