extension Complaint {
    /// The acts that would not be refused for who asks or for the phase: pages draw their buttons from this and never
    /// decide again. What is filled in can still be wrong, and what can be undone only can for a short time.
    ///
    /// - Parameters:
    ///   - procedure: the one that the complaint runs under; nil for the program's own table of who may do what.
    ///   - colleagues: everybody who works here, for a complaint that `needsOtherJudge`; without them there is said to be one.
    package func possibleActs(
        for actor: Actor, under procedure: Procedure? = nil, among colleagues: [Colleague]? = nil
    ) -> Set<Act> {
        guard isVisible(to: actor) || isAsked(of: actor) else { return isAuthor(actor) ? [.undo] : [] }
        let standings = standings(of: actor)
        let isOnlyJudge = colleagues.map { !hasOtherJudge(among: $0, under: procedure) } ?? false
        return Set(
            Act.allCases.filter { act in
                isAllowed(act, to: standings, under: procedure, isOnlyJudge: isOnlyJudge) && isPossible(act)
                    && procedure.map { phaseWithoutWay(for: act, by: actor, under: $0) == nil } ?? true
            })
    }

    /// Whether somebody of these standings may do this. Once there is a handler the verdict is no longer customer service's.
    ///
    /// - Parameter isOnlyJudge: whether nobody but the handler could judge how the handler did.
    func isAllowed(_ act: Act, to standings: Set<Standing>, under procedure: Procedure?, isOnlyJudge: Bool = false) -> Bool {
        guard PermissionTable.allows(act, by: standings, under: procedure) else { return false }
        // How the handler did is not the handler's to judge, while there is anybody else.
        if act == .decideReopening, needsOtherJudge, standings.contains(.handler), !isOnlyJudge { return false }
        return act != .resolve || handler == nil || !standings.isDisjoint(with: [.handler, .manager])
    }

    /// Whether the phase, and what else stands in the complaint, lets this be done by somebody.
    func isPossible(_ act: Act) -> Bool {
        guard erasure == nil, PermissionTable.phases(of: act).contains(phase) else { return false }
        switch act {
        case .accept, .return: return handler != nil
        case .rate: return rating == nil
        // Who asked to look again is answered first.
        case .reopen, .close: return reopeningRequest == nil
        case .decideReopening: return reopeningRequest != nil
        case .extend: return promises.contains { $0.isOutstanding && !$0.kind.isKeptByHand }
        case .keepPromise: return promises.contains { $0.isOutstanding && $0.kind.isKeptByHand }
        case .movePromise, .dropPromise: return promises.contains { $0.isOutstanding && $0.kind == .byHand }
        case .contribute: return consultations.contains { $0.isOpen }
        default: return true
        }
    }
}
