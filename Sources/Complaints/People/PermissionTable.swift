/// What somebody is to one complaint; several at once is common.
package enum Standing: String, CaseIterable, Hashable, Sendable {
    case intake
    /// The handler it is assigned to, and nobody else who handles complaints.
    case handler
    case manager
    case customer
    /// A colleague who was asked for a contribution and has not given it yet.
    case consulted
    /// One of those who has no account, and answers by mail.
    case correspondent
    /// Whoever did what was done last, when it is something that can be undone.
    case author
}

/// Which act may be done in which phases by whom: the whole of it, decided here and nowhere else. Who may not even see a
/// complaint is `Visibility`'s; what must be filled in is the stage's.
package enum PermissionTable {
    private struct Row {
        let phases: Set<Phase>
        let standings: Set<Standing>
    }

    private static let always = Set(Phase.allCases)
    private static let desk: Set<Standing> = [.intake, .handler, .manager]
    private static let handling: Set<Standing> = [.handler, .manager]

    private static let rows = Dictionary(uniqueKeysWithValues: Act.allCases.map { ($0, row($0)) })

    private static func row(_ act: Act) -> Row {
        switch act {
        case .register: Row(phases: [], standings: [.intake, .handler, .manager, .customer])
        case .correct: Row(phases: Phase.open.union([.resolved]), standings: desk)
        case .classify: Row(phases: Phase.open.union([.resolved, .closed]), standings: desk)
        case .assign: Row(phases: Phase.open, standings: [.manager])
        case .accept: Row(phases: [.assigned, .reopened], standings: handling)
        case .return: Row(phases: Phase.handling, standings: handling)
        case .contact: Row(phases: Phase.open.union([.resolved]), standings: desk)
        case .note: Row(phases: always, standings: desk)
        case .ask: Row(phases: Phase.handling, standings: handling)
        case .receiveAnswer: Row(phases: always, standings: desk.union([.customer]))
        case .consult: Row(phases: Phase.open, standings: handling)
        case .contribute: Row(phases: always, standings: [.consulted])
        case .investigate: Row(phases: Phase.open.union([.resolved, .closed]), standings: handling)
        case .propose: Row(phases: Phase.handling, standings: handling)
        // Whoever writes to us is answered, also after the end of it.
        case .answer: Row(phases: always, standings: handling)
        case .resolve: Row(phases: Phase.open, standings: desk)
        case .close: Row(phases: [.resolved], standings: handling)
        case .reopen: Row(phases: [.resolved, .closed, .withdrawn], standings: desk.union([.customer]))
        case .rate: Row(phases: [.closed], standings: [.customer])
        case .decideReopening: Row(phases: [.resolved, .closed, .withdrawn], standings: [.manager])
        case .withdraw: Row(phases: Phase.open, standings: desk.union([.customer]))
        case .refer: Row(phases: Phase.open, standings: handling)
        case .duplicate: Row(phases: Phase.open, standings: desk)
        case .notDuplicate: Row(phases: [.duplicate], standings: desk)
        // On the desk an answer is words; with a mail come files.
        case .attach: Row(phases: always, standings: desk.union([.customer, .correspondent]))
        case .informed: Row(phases: always, standings: desk)
        case .extend: Row(phases: Phase.open, standings: handling)
        case .promise: Row(phases: Phase.open, standings: desk)
        case .keepPromise: Row(phases: always, standings: desk)
        case .movePromise, .dropPromise: Row(phases: Phase.open.union([.resolved]), standings: desk)
        case .undo: Row(phases: always, standings: [.author])
        }
    }

    /// To whom a procedure may give an act: what only the one concerned can do is not among it, and a customer never judges.
    package static func choosable(for act: Act) -> Set<Standing> {
        switch act {
        case .contribute, .undo, .register, .rate: row(act).standings
        case .receiveAnswer, .reopen, .withdraw, .attach: row(act).standings.union(desk)
        default: desk
        }
    }

    package static func phases(of act: Act) -> Set<Phase> { rows[act]?.phases ?? [] }

    /// - Parameter procedure: the one that the complaint runs under, which may give an act to others; nil for the program's own table.
    package static func allows(_ act: Act, by standings: Set<Standing>, under procedure: Procedure? = nil) -> Bool {
        let own = rows[act]?.standings ?? []
        // An answer comes as whoever was asked sends it, whatever a procedure says of others.
        let chosen = procedure?.acts[act]?.union(own.intersection([.correspondent])) ?? own
        return !chosen.isDisjoint(with: standings)
    }

    /// Who may take a complaint in. A handler who happens to answer the phone may too.
    package static func mayRegister(_ actor: Actor) -> Bool {
        actor.identity == .customer || actor.hasAny(of: [.intake, .handler, .manager])
    }
}

extension Complaint {
    /// What this actor is to this complaint.
    package func standings(of actor: Actor) -> Set<Standing> {
        var standings: Set<Standing> = []
        if actor.identity == .customer { standings.insert(.customer) }
        if actor.has(.intake), isVisible(to: actor) { standings.insert(.intake) }
        if actor.has(.manager) || isAbout(anyOf: actor.inPlaceOf) { standings.insert(.manager) }
        if isAuthor(actor) { standings.insert(.author) }
        if let staff = actor.staff {
            if staff == handler || isStandIn(actor) { standings.insert(.handler) }
        }
        if isAsked(of: actor) {
            standings.insert(.consulted)
            if case .colleague = actor.identity { standings.insert(.correspondent) }
        }
        return standings
    }

    /// Whether this actor handles it for now, in the place of whoever is away. A complaints manager does so in their own name, and stays free to
    /// judge it; what is confidential is not opened to others by an absence.
    package func isStandIn(_ actor: Actor) -> Bool {
        guard let handler, actor.standsInFor.contains(handler), !actor.has(.manager) else { return false }
        return isVisible(to: actor)
    }

    private func isAbout(anyOf staff: Set<StaffID>) -> Bool { aboutStaff.map(staff.contains) ?? false }

    /// Whether this actor is complaints manager of it only because it is about the only one there is.
    package func isInPlace(_ actor: Actor) -> Bool { !actor.has(.manager) && isAbout(anyOf: actor.inPlaceOf) }

    /// Whoever of these colleagues assigns it because it is about the only complaints manager; empty where nobody can. Nil where a complaints
    /// manager can as always.
    package func assigningInPlace(among colleagues: [Colleague], under procedure: Procedure?) -> [StaffID]? {
        guard handler == nil, aboutStaff != nil else { return nil }
        let able = colleagues.filter { canBeDone(.assign, by: $0, under: procedure) }
        return able.allSatisfy { isAbout(anyOf: $0.inPlaceOf) } ? able.map(\.id) : nil
    }

    /// Whether anybody of these colleagues who is here, but one, would be allowed to do this to it.
    package func canBeDone(_ act: Act, byAnyOf colleagues: [Colleague], but one: StaffID? = nil, under procedure: Procedure?) -> Bool {
        colleagues.contains { $0.id != one && canBeDone(act, by: $0, under: procedure) }
    }

    package func canBeDone(_ act: Act, by colleague: Colleague, under procedure: Procedure?) -> Bool {
        colleague.isHere && isVisible(to: colleague.actor) && isAllowed(act, to: standings(of: colleague.actor), under: procedure)
    }

    /// Whether this colleague was asked for a contribution and has not given it. The one a complaint is about is never asked.
    package func isAsked(of actor: Actor) -> Bool {
        guard let colleague = actor.colleague, colleague != aboutStaff else { return false }
        return consultations.contains { $0.isOpen && $0.colleague == colleague }
    }
}
