import Complaints
import Records

/// What a decision needs to know, gathered in its own transaction.
extension Snapshot {
    func facts(for input: RegistrationInput, under settings: House) throws -> Facts {
        var facts = Facts(settings)
        try add(input.aboutStaff, to: &facts)
        return facts
    }

    func facts(
        for command: ComplaintCommand, about journalled: JournalledComplaint, under settings: House, house: CurrentHouse, at now: Instant
    ) throws -> Facts {
        let complaint = journalled.complaint
        var facts = Facts(settings)
        facts.procedure = facts.procedures?.version(complaint.procedureVersion) ?? facts.procedure
        for promise in complaint.promises where promise.pausedSince != nil && promise.calendarVersion != facts.calendar.version {
            facts.calendars[promise.calendarVersion] = try house.calendar(version: promise.calendarVersion, in: self)
        }
        switch command {
        case .assign(let handler, _): try add(handler, to: &facts)
        case .consult(let colleague, _, _): try add(colleague, to: &facts)
        case .classify(let input):
            if case .staff(let id) = input.aboutStaff { try add(id, to: &facts) }
        case .duplicate(let other): facts.duplicateChain = try other.map { try duplicateChain(from: $0) } ?? []
        case .informed:
            facts.waitingLetters = try waitingLetterIDs(of: complaint.id, at: now)
            facts.undelivered = try undeliveredLetterIDs(of: complaint.id)
        case .decideReopening: if complaint.needsOtherJudge { try addEverybody(to: &facts, at: now) }
        case .undo:
            if complaint.lastAct?.act == .decideReopening { try addEverybody(to: &facts, at: now) }
            facts.history = journalled.history
            facts.handedOver = try entriesHandedOver(of: complaint.id)
        default: break
        }
        return facts
    }

    private func add(_ id: StaffID?, to facts: inout Facts) throws {
        if let id, let member = try staffMember(id) { facts.colleagues[id] = member.colleague }
    }

    private func addEverybody(to facts: inout Facts, at now: Instant) throws {
        for colleague in try colleagues(at: now) { facts.colleagues[colleague.id] = colleague }
    }

    /// A complaint and what it is in turn a duplicate of, as far as that goes; empty when there is no such complaint.
    private func duplicateChain(from id: ComplaintID) throws -> [ComplaintID] {
        guard try hasComplaint(id) else { return [] }
        var chain = [id]
        while let last = chain.last, chain.count < 100, let next = try duplicateOf(last), !chain.contains(next) {
            chain.append(next)
        }
        return chain
    }
}

extension Facts {
    fileprivate init(_ settings: House) {
        self.init(calendar: settings.calendar, procedures: settings.procedures, natures: settings.natures)
        causes = settings.causes
        sendsMail = settings.sendsMail
    }
}
