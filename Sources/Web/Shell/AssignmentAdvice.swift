import Casework
import Complaints
import Markup
import Records

/// Whom to assign a complaint to, for the pages from which a complaints manager does so.
struct AssignmentAdvice: Sendable {
    let absences: Absences
    private let loads: [StaffID: Int]

    init(for reader: WorklistReader, in snapshot: Snapshot) throws {
        try self.init(workloads: snapshot.loads(for: reader), for: reader, in: snapshot)
    }

    init(workloads: [Workload], for reader: WorklistReader, in snapshot: Snapshot) throws {
        absences = try snapshot.absences(at: reader.now)
        loads = Dictionary(workloads.compactMap { load in load.handler.map { ($0, load.halves) } }) { first, _ in first }
    }

    func advice(about: String?, handler: StaffID?, aboutStaff: StaffID?, among members: [StaffMember]) -> HandlerAdvice {
        let candidates = members.map { HandlerAdvice.Candidate(id: $0.id, name: $0.name, skills: $0.skills) }
        return HandlerAdvice(
            candidates, about: about, loads: loads, absences: absences, excluding: Set([handler, aboutStaff].compactMap(\.self)))
    }
}

/// What is read to advise whom each complaint of a list could be assigned to.
struct QuickAssignReading: Sendable {
    let advice: AssignmentAdvice
    /// Whom the complaints are about.
    let concerned: [ComplaintID: StaffID]

    init(_ rows: [WorklistRow], workloads: [Workload]? = nil, for reader: WorklistReader, in snapshot: Snapshot) throws {
        advice = try AssignmentAdvice(workloads: workloads ?? snapshot.loads(for: reader), for: reader, in: snapshot)
        concerned = try snapshot.staffConcerned(by: rows.map(\.id))
    }
}

/// Why a complaint goes from one handler to another, in words for the file.
struct AssignmentReason {
    let say: Wording

    func absence(of name: String, through last: Day) -> String {
        say(
            "\(name) is afwezig tot en met \(DateWords.brief(last, say.language)).",
            "\(name) is away through \(DateWords.brief(last, say.language)).")
    }

    /// Where it is about the only complaints manager.
    var inPlace: String {
        say(
            "De klacht gaat over de enige klachtenmanager: de directie neemt diens plaats in.",
            "The complaint is about the only complaints manager: management takes that place.")
    }

    var load: String { say("Verdeling van het werk.", "To spread the work.") }
}

extension Desk {
    /// A colleague's name where one is chosen: whoever is away is marked so.
    func name(of member: StaffMember, _ absences: Absences) -> String {
        guard let absence = absences.absence(of: member.id) else { return member.name }
        let last = DateWords.brief(absence.last, language)
        return say("\(member.name) (afwezig tot en met \(last))", "\(member.name) (away through \(last))")
    }
}

extension Wording {
    /// Why somebody is advised, in a few words: "kent dit onderwerp, werk: 3,5".
    func reasons(for option: HandlerAdvice.Option) -> String {
        let work = self("werk: \(weighed(option.halves))", "work: \(weighed(option.halves))")
        return option.knowsIt ? self("kent dit onderwerp, \(work)", "knows this subject, \(work)") : work
    }

    /// Work in ordinary complaints, counted in halves.
    func weighed(_ halves: Int) -> String { halves.isMultiple(of: 2) ? "\(halves / 2)" : "\(halves / 2)\(self(",5", ".5"))" }
}
