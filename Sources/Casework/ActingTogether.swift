package import Complaints
import Records

/// An act on several complaints at once.
package enum TogetherAct: Hashable, Sendable {
    case assign(to: StaffID, reason: String? = nil)
    case close

    /// So many at once, at most.
    package static let most = 200

    package var act: Act { command.act }

    fileprivate var command: ComplaintCommand {
        switch self {
        case .assign(let handler, let reason): .assign(to: handler, reason: reason)
        case .close: .close
        }
    }

    /// What is not done to several at once, though it could be to one.
    fileprivate func check(_ complaint: Complaint, by actor: Actor, under procedures: ProcedureHistory) throws(Refusal) {
        guard case .close = self else { return }
        let possible = complaint.possibleActs(for: actor, under: procedures.version(complaint.procedureVersion))
        if possible.contains(.close) { try complaint.checkClosingInPassing() }
    }

    fileprivate var colleague: StaffID? { if case .assign(let handler, _) = self { handler } else { nil } }
}

/// One of several complaints: what comes of it, or why nothing does.
package struct TogetherLine: Hashable, Sendable {
    package let number: ComplaintNumber
    /// Who complains; nil where the actor may not know.
    package var customer: String?
    /// The sequence that it was judged at.
    package var sequence = 0
    /// Whether the customer gets a letter.
    package var makesLetter = false
    /// Whether somebody handles it, who loses it by an assignment.
    package var hasHandler = false
    package var refusal: Refusal?
}

/// What comes, or came, of an act on several complaints.
package struct TogetherReport: Hashable, Sendable {
    package let done: [TogetherLine]
    package let skipped: [TogetherLine]
    /// The same form had been sent before; nothing more was done.
    package var wasDoneBefore = false

    package var letters: Int { done.count { $0.makesLetter } }
    /// Whether any goes from one handler to another.
    package var handsOver: Bool { done.contains { $0.hasHandler } }

    fileprivate init(_ lines: [TogetherLine]) {
        done = lines.filter { $0.refusal == nil }
        skipped = lines.filter { $0.refusal != nil }
    }
}

extension CaseOffice {
    /// What would come of it, for each complaint by the same rules that decide when it is done. Nothing is written.
    package func foresee(_ act: TogetherAct, on numbers: [ComplaintNumber], by actor: Actor) async throws -> TogetherReport {
        let numbers = try Self.distinct(numbers)
        return try await records.read { snapshot in
            let now = clock.now()
            return TogetherReport(
                try numbers.map { number in
                    guard let journalled = try snapshot.journalled(number, visibleTo: actor) else { return .absent(number) }
                    var line = TogetherLine(journalled.complaint)
                    do {
                        let settings = try house.settings(in: snapshot)
                        let moment = settings.moment(at: max(now, journalled.complaint.changedAt))
                        let facts = try snapshot.facts(
                            for: act.command, about: journalled, under: settings, house: house, at: moment.instant)
                        try act.check(journalled.complaint, by: actor, under: settings.procedures)
                        let occurrences = try journalled.complaint.decide(act.command, by: actor, at: moment, with: facts)
                        line.noteLetter(of: occurrences, about: journalled.complaint)
                    } catch let refusal as Refusal {
                        line.refusal = refusal
                    }
                    return line
                })
        }
    }

    /// Does it, all in one transaction: each complaint is decided upon anew, and one that has changed since it was looked at is left alone.
    ///
    /// - Parameters:
    ///   - seen: the sequence at which each was looked at.
    ///   - submission: by what a second sending of the same form is known.
    package func carryOut(
        _ act: TogetherAct, on chosen: [(number: ComplaintNumber, seen: Int)], by actor: Actor, submission: String
    ) async throws -> TogetherReport {
        let numbers = try Self.distinct(chosen.map(\.number))
        let seen = Dictionary(chosen.map { ($0.number, $0.seen) }) { first, _ in first }
        defer { changes.note() }
        return try await records.write { tx in
            try tx.hold(try numbers.compactMap { try tx.snapshot.complaintID(of: $0) }, by: actor)
            if let staff = actor.staff, try tx.snapshot.undoOffer(to: staff)?.submission == submission {
                return try tx.snapshot.reportOnceMore(act, on: numbers, by: actor, staff: staff, house: house, at: clock.now())
            }
            let now = clock.now()
            var parts: [(complaint: ComplaintID, sequence: Int)] = []
            let report = TogetherReport(
                try numbers.map { number in
                    guard let before = try tx.snapshot.journalled(number, visibleTo: actor) else { return .absent(number) }
                    var line = TogetherLine(before.complaint)
                    do {
                        try act.check(before.complaint, by: actor, under: try house.settings(in: tx.snapshot).procedures)
                        let after = try tx.carryOut(act.command, on: before, by: actor, seen: seen[number], house: house, at: now)
                        line.noteLetter(of: after.history.dropFirst(before.history.count).map(\.occurrence), about: after.complaint)
                        parts.append((after.complaint.id, before.complaint.sequence + 1))
                    } catch let refusal as Refusal {
                        line.refusal = refusal
                    }
                    return line
                })
            if let staff = actor.staff, !parts.isEmpty {
                let offer = UndoOffer(
                    id: Keys.fresh(at: now.milliseconds), act: act.act, complaints: report.done.count, skipped: report.skipped.count,
                    colleague: act.colleague, submission: submission, ends: now.adding(seconds: LastAct.seconds))
                try tx.offer(offer, to: staff, parts: parts)
            }
            return report
        }
    }

    /// Takes back what was done to several complaints at once, in one transaction: those in which something else has happened since stay as
    /// they are.
    package func undo(_ offer: Int64, by actor: Actor) async throws -> TogetherReport {
        defer { changes.note() }
        return try await records.write { tx in
            if let staff = actor.staff { try tx.hold(staff) }
            guard let staff = actor.staff, var made = try tx.snapshot.undoOffer(to: staff), made.id == offer, made.single == nil else {
                throw Refusal.cannotUndo(.nothingToUndo)
            }
            if made.outcome != nil { throw Refusal.cannotUndo(.undoneAlready) }
            let now = clock.now()
            let report = TogetherReport(
                try tx.snapshot.undoParts(of: staff).map { part in
                    let before = try tx.complaintToChange(part.complaint)
                    var line = TogetherLine(before.complaint)
                    do {
                        _ = try tx.carryOut(.undo(from: part.sequence), on: before, by: actor, seen: nil, house: house, at: now)
                    } catch let refusal as Refusal {
                        line.refusal = refusal
                        if !before.complaint.isVisible(to: actor) { line.customer = nil }
                    }
                    return line
                })
            if report.done.isEmpty {
                try tx.withdrawOffer(made.id, to: staff)
            } else {
                made.outcome = .init(at: now, restored: report.done.count, phase: nil, handler: nil)
                try tx.offer(made, to: staff)
            }
            return report
        }
    }

    /// Each once, in their order, and not too many.
    static func distinct(_ numbers: [ComplaintNumber]) throws(Refusal) -> [ComplaintNumber] {
        var known: Set<ComplaintNumber> = []
        let distinct = numbers.filter { known.insert($0).inserted }
        if distinct.isEmpty { throw .invalid([FieldProblem("complaints", .missing)]) }
        if distinct.count > TogetherAct.most { throw .invalid([FieldProblem("complaints", .tooMany(limit: TogetherAct.most))]) }
        return distinct
    }
}

extension Transaction {
    /// Holds several complaints, and whoever acts: everybody does so in one order, so that nobody waits for somebody who waits for him.
    func hold(_ ids: [ComplaintID], by actor: Actor) throws {
        if let staff = actor.staff { try hold(staff) }
        for id in Set(ids).sorted(by: { $0.value < $1.value }) { try hold(id) }
    }
}

extension TogetherLine {
    fileprivate init(_ complaint: Complaint) {
        self.init(number: complaint.number, customer: complaint.customer?.name ?? "–", sequence: complaint.sequence)
        hasHandler = complaint.handler != nil
    }

    /// Not there and not for this actor look alike.
    fileprivate static func absent(_ number: ComplaintNumber) -> TogetherLine { TogetherLine(number: number, refusal: .notThere) }

    fileprivate mutating func noteLetter(of occurrences: [Occurrence], about complaint: Complaint) {
        makesLetter =
            complaint.correspondent != nil && occurrences.contains { LettersForEvent.kind(for: $0, solvedAtOnce: false) != nil }
    }
}

extension Snapshot {
    fileprivate func journalled(_ number: ComplaintNumber, visibleTo actor: Actor) throws -> JournalledComplaint? {
        guard let id = try complaintID(of: number), let journalled = try journalled(id), journalled.complaint.isVisible(to: actor) else {
            return nil
        }
        return journalled
    }
}

extension Snapshot {
    /// What came of a form that was sent before: what it did, and why the others were left alone.
    fileprivate func reportOnceMore(
        _ act: TogetherAct, on numbers: [ComplaintNumber], by actor: Actor, staff: StaffID, house: CurrentHouse, at now: Instant
    ) throws -> TogetherReport {
        let done = Set(try undoParts(of: staff).map(\.complaint))
        var report = TogetherReport(
            try numbers.map { number in
                guard let journalled = try journalled(number, visibleTo: actor) else { return .absent(number) }
                var line = TogetherLine(journalled.complaint)
                if done.contains(journalled.complaint.id) { return line }
                line.refusal = .movedOn(seen: 0, now: journalled.complaint.sequence)
                do {
                    let settings = try house.settings(in: self)
                    try act.check(journalled.complaint, by: actor, under: settings.procedures)
                    let moment = settings.moment(at: max(now, journalled.complaint.changedAt))
                    let facts = try facts(for: act.command, about: journalled, under: settings, house: house, at: moment.instant)
                    _ = try journalled.complaint.decide(act.command, by: actor, at: moment, with: facts)
                } catch let refusal as Refusal {
                    line.refusal = refusal
                }
                return line
            })
        report.wasDoneBefore = true
        return report
    }
}
