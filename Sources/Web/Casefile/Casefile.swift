import Casework
import Complaints
import Records

/// Everything a file page shows, read in one moment. One object, since every part of the page holds on to it.
final class Casefile: Sendable {
    let complaint: Complaint
    let history: [RecordedOccurrence]
    let letters: [Letter]
    /// How sending them went.
    let deliveries: [LetterID: Delivery]
    /// The mails that stand in it, by the entry they made.
    let mails: [Int: InboxID]
    /// Mails of which nobody has said yet that they belong to it.
    let mailsBeside: [InboxMail]
    /// Questions that went by mail and did not arrive, with what the mail server said.
    let questionsRefused: [Int: String]
    /// The complaint this one was merged into.
    let duplicateOf: ComplaintNumber?
    /// The numbers of all complaints that this one was ever merged into.
    let merged: [ComplaintID: ComplaintNumber]
    /// The calendars that the promises were counted on, by version.
    let calendars: [Int: OfficeCalendar]
    /// What the reader typed in its forms and did not send; the newest first.
    let drafts: [Draft]
    /// What the reader threw away there of late.
    let thrownAway: [Draft]
    let themes: [Theme]
    /// Complaints like it, while somebody works on it.
    let similar: [SimilarComplaint]
    /// The measures that came from it.
    let measures: [MeasureRow]
    /// What colleagues do with it at this moment.
    let company: Company
    /// Whom to assign it to: for complaints managers, while nobody has it or whoever has it is away.
    let advice: AssignmentAdvice?
    /// Who is away: for complaints managers, who are told so where they choose a handler.
    let absences: Absences

    /// Everybody who works here, where it matters whether anybody but the handler can judge, or anybody but whom it is about assign.
    let colleagues: [Colleague]?

    init?(
        _ id: ComplaintID, for person: SignedInPerson, in snapshot: Snapshot, at workplace: Workplace, _ moment: Moment,
        under settings: House
    ) throws {
        let house = workplace.office.house
        let reader = person.member.id
        let lists = workplace.reader(for: person.actor, now: moment, in: settings)
        let now = moment.instant
        try snapshot.foresee { try Self.foresee(id, for: person, now: now, in: $0) }
        history = try snapshot.history(of: id)
        guard let complaint = Complaint(id: id, history: history) else { return nil }
        self.complaint = complaint
        letters = try snapshot.letters(of: id)
        deliveries = try snapshot.deliveries(of: id)
        mails = try snapshot.mails(in: id)
        mailsBeside = try snapshot.mails(beside: id)
        var refused: [Int: String] = [:]
        for consultation in complaint.consultations where consultation.isOpen {
            if let memo = try snapshot.memo(asking: consultation.id, of: id), memo.state == .refused {
                refused[consultation.id] = memo.words ?? ""
            }
        }
        questionsRefused = refused
        duplicateOf = try complaint.duplicateOf.flatMap { try snapshot.number(of: $0) }
        var merged: [ComplaintID: ComplaintNumber] = [:]
        for case .markedDuplicate(let id) in history.map(\.occurrence.event) { merged[id] = try snapshot.number(of: id) }
        self.merged = merged
        var calendars: [Int: OfficeCalendar] = [:]
        for version in Set(complaint.promises.map(\.calendarVersion)) {
            calendars[version] = try house.calendar(version: version, in: snapshot)
        }
        self.calendars = calendars
        let staff = try workplace.knownStaff.all(in: snapshot).members
        let allDrafts = try snapshot.drafts(on: id)
        company =
            try snapshot.fileState(of: id).map { state in
                Company(at: id, state, now: now, workplace.presence, drafts: allDrafts, staff: staff)
            } ?? Company()
        let leads = complaint.standings(of: person.actor).contains(.manager)
        absences = leads ? try snapshot.absences(at: now) : Absences()
        let isWaiting = complaint.phase.isOpen && (complaint.handler.map(absences.isAway) ?? true)
        advice = leads && isWaiting ? try AssignmentAdvice(for: lists, in: snapshot) : nil
        let isLeft = complaint.phase.isOpen && complaint.handler == nil && complaint.aboutStaff != nil
        colleagues = complaint.needsOtherJudge || isLeft ? try snapshot.colleagues(at: now) : nil
        themes = try snapshot.themes(of: id)
        similar =
            complaint.phase.isOpen
            ? try workplace.likeness.similar(to: complaint, for: lists, limit: SimilarComplaints.few, in: snapshot) : []
        measures = try snapshot.measures(from: MeasureSource(.complaint, id.value))
        drafts = allDrafts.inForms(of: reader).compactMap { Draft($0) }
        thrownAway = allDrafts.thrownAway(by: reader, now: now)
    }

    /// What the file of a complaint is going to ask.
    static func foresee(_ id: ComplaintID, for person: SignedInPerson, now: Instant, in ahead: Snapshot) throws {
        _ = try (ahead.history(of: id), ahead.letters(of: id), ahead.deliveries(of: id), ahead.mails(in: id), ahead.mails(beside: id))
        _ = try (ahead.staffStamp(), ahead.fileState(of: id), ahead.drafts(on: id), ahead.themes(of: id))
        _ = try ahead.measures(from: MeasureSource(.complaint, id.value))
        if person.actor.has(.manager) || !person.actor.inPlaceOf.isEmpty { _ = try ahead.absences(at: now) }
    }

    /// What this reader can do with it.
    func possibleActs(for actor: Actor, in house: House) -> Set<Act> {
        complaint.possibleActs(for: actor, under: house.procedures.version(complaint.procedureVersion), among: colleagues)
    }

    /// Whether nobody but the handler could judge how the handler did.
    func hasNoOtherJudge(in house: House) -> Bool {
        guard let colleagues else { return false }
        return !complaint.hasOtherJudge(among: colleagues, under: house.procedures.version(complaint.procedureVersion))
    }

    /// Whoever of management assigns it, because it is about the only complaints manager (`Complaint.assigningInPlace`).
    func assigningInPlace(in house: House) -> [StaffID]? {
        guard let colleagues else { return nil }
        return complaint.assigningInPlace(among: colleagues, under: house.procedures.version(complaint.procedureVersion))
    }

    /// What a promise is called: by its kind, or by what was promised or must be done.
    func name(of promise: Promise, _ say: Wording, _ house: House) -> String {
        switch promise.kind {
        case .byHand:
            promise.words(in: history) ?? beginning(of: promise).map { "\(say.promise(promise.kind)): “\($0)”" }
                ?? say.promise(promise.kind)
        case .immediate:
            house.procedures.version(promise.procedureVersion).immediateSteps.first { $0.reason.rawValue == promise.topic }?.step.text(
                in: say.language) ?? say.promise(promise.kind)
        case .acknowledgement, .firstContact, .resolution, .progress, .statutory, .review: say.promise(promise.kind)
        }
    }

    /// How the message begins in which it was promised.
    func beginning(of promise: Promise) -> String? { promise.message(in: history)?.beginning(within: 65) }

    func explanation(of promise: Promise, _ say: Wording) -> String {
        calendars[promise.calendarVersion].map {
            say.explanation(of: promise, on: $0, cause: promise.cause(in: complaint, history: history))
        } ?? ""
    }
}
