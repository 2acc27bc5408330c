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

/// The usual reasons to hand a complaint over, one press away; anything else is written.
enum HandoverReason: String, CaseIterable {
    case away, load, skill, interest, wish
    case other

    func words(_ say: Wording) -> String {
        switch self {
        case .away: say("Afwezig", "Away")
        case .load: say("Werkdruk", "Too much work")
        case .skill: say("Kennis van het onderwerp", "Knowledge of the subject")
        case .interest: say("Belangenverstrengeling", "Conflict of interest")
        case .wish: say("Wens van de klant", "The customer’s wish")
        case .other: say("Anders, namelijk…", "Something else, namely…")
        }
    }

    /// What the file says: what was chosen, with what was written beside it. Words that are no choice stand as they are.
    static func text(_ chosen: String, _ note: String, _ say: Wording) -> String? {
        let note = note.trimmed
        guard let reason = HandoverReason(rawValue: chosen) else {
            return chosen.isBlank ? (note.isEmpty ? nil : note) : chosen
        }
        if reason == .other { return note.isEmpty ? nil : note }
        return note.isEmpty ? "\(reason.words(say))." : "\(reason.words(say)): \(note)"
    }
}

/// Why a complaint is handed over: a choice, and room for more.
struct HandoverFields {
    let say: Wording
    let choice: Field
    let note: Field
    /// What was chosen or written before: a code, or words.
    var chosen = ""
    var written = ""

    static func label(_ say: Wording) -> String { say("Waarom overdragen?", "Why hand it over?") }
    static func noteLabel(_ say: Wording) -> String { say("Toelichting, voor het dossier", "Explanation, for the file") }

    static func missing(_ say: Wording) -> String {
        say("Kies waarom u overdraagt, of schrijf het op.", "Choose why you hand it over, or write it.")
    }

    var html: HTML {
        let isChoice = HandoverReason(rawValue: chosen) != nil
        return group {
            SelectField(
                field: choice, choices: HandoverReason.allCases.map { Choice($0.rawValue, $0.words(say)) },
                chosen: isChoice ? chosen : chosen.isBlank ? nil : HandoverReason.other.rawValue,
                empty: say("Kies een reden", "Choose a reason"))
            TextField(field: note, value: isChoice || chosen.isBlank ? written : chosen)
        }
    }
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
