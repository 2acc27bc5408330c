import Casework
import Complaints
import Markup

/// How a complaint stands, in the customer's words.
struct FollowedPhases {
    let frame: PublicFrame
    let file: FollowedFile

    private var say: Wording { frame.say }
    private var complaint: Complaint { file.complaint }

    /// The heading of the page.
    var heading: String {
        switch complaint.phase {
        case .received: say("Wij hebben uw klacht ontvangen", "We have received your complaint")
        case .assigned, .inProgress: isLookedAtAgain ? again : say("Wij zoeken het uit", "We are looking into it")
        case .waitingForCustomer: say("Wij hebben een vraag aan u", "We have a question for you")
        case .solutionProposed: say("Wij hebben een voorstel voor u", "We have a proposal for you")
        case .resolved, .closed: say("Uw klacht is opgelost", "Your complaint is resolved")
        case .reopened: again
        case .withdrawn: say("Uw klacht is ingetrokken", "Your complaint is withdrawn")
        case .referred: say("Uw klacht is doorverwezen", "Your complaint is referred")
        case .duplicate: say("Uw klacht is samengevoegd", "Your complaint is merged")
        }
    }

    private var again: String { say("Wij bekijken uw klacht opnieuw", "We are looking at your complaint again") }

    /// What we asked or proposed and wait for an answer to: the page begins with it.
    var waitsFor: String? {
        for recorded in file.history.reversed() {
            switch (recorded.occurrence.event, complaint.phase) {
            case (.asked(let text), .waitingForCustomer), (.proposed(let text), .solutionProposed): return text.text
            default: continue
            }
        }
        return nil
    }

    /// The next promise, its date in words; a date that has passed is admitted, not named.
    var promise: String? {
        let owed = complaint.phase.isOpen ? complaint.nextForCustomer : complaint.phase == .resolved ? complaint.owedByHand : nil
        guard let next = owed else { return nil }
        let isLate = next.due < frame.now.instant
        let day = DateWords.told(frame.house.calendar.zone.moment(at: next.due).day, today: frame.now.day, frame.language)
        if let words = next.words(in: file.history), !isLate {
            return say("Dit zegden wij u toe, uiterlijk \(day): \(words)", "This is what we promised you, by \(day): \(words)")
        }
        return switch (next.kind, isLate) {
        case (.acknowledgement, false), (.firstContact, false), (.progress, false), (.byHand, false), (.immediate, false), (.review, false):
            say("U hoort uiterlijk \(day) van ons.", "You hear from us by \(day).")
        case (.resolution, false), (.statutory, false): say("Uiterlijk \(day) krijgt u ons antwoord.", "You get our answer by \(day).")
        case (.acknowledgement, true), (.firstContact, true), (.progress, true), (.byHand, true), (.immediate, true), (.review, true):
            say("Wij hadden al contact met u moeten opnemen. Dat spijt ons.", "We should have been in touch by now. We are sorry.")
        case (.resolution, true), (.statutory, true):
            say("Wij hadden u al moeten antwoorden. Dat spijt ons.", "We should have answered you by now. We are sorry.")
        }
    }

    private var isLookedAtAgain: Bool {
        file.history.contains { if case .reopeningDecided(true, _) = $0.occurrence.event { true } else { false } }
    }

    private var wasAsked: Bool { file.history.contains { if case .asked = $0.occurrence.event { true } else { false } } }

    /// The five steps; a question and a second look only once they happened, since nobody is to expect them.
    var track: PhaseTrack {
        let now = current
        var steps: [CustomerPhase] = [.received, .lookingIntoIt]
        if wasAsked { steps.append(.question) }
        if isLookedAtAgain { steps.append(.lookedAtAgain) }
        steps.append(.resolved)
        let place = steps.firstIndex(of: now) ?? 0
        return PhaseTrack(
            label: say("Hoe uw klacht ervoor staat", "How your complaint stands"),
            phases: steps.enumerated().map { index, step in
                // A question that was answered lies behind us, wherever we are now.
                let isBehind = index < place || (step == .question && now != .question)
                let state: PhaseTrack.State = step == now ? .now : isBehind ? .done : .ahead
                let own = state == .now ? ownName : nil
                return PhaseTrack.Phase(
                    name: own.map { step == .resolved ? $0 : "\(name(step)): \($0)" } ?? name(step), state: state, stateWords: words(state),
                    note: state == .now ? promise : nil)
            })
    }

    private var current: CustomerPhase {
        switch complaint.phase.forCustomer {
        case .lookingIntoIt where isLookedAtAgain: .lookedAtAgain
        case let phase: phase
        }
    }

    /// What the procedure of this complaint calls the phase, where that is a name of the company's own.
    private var ownName: String? {
        let name = frame.house.procedures.version(complaint.procedureVersion).name(of: complaint.phase)
        return name == Procedure.standard.name(of: complaint.phase) ? nil : name?.text(in: frame.language)
    }

    private func name(_ step: CustomerPhase) -> String {
        guard step == .resolved else { return say.phase(step) }
        switch complaint.phase {
        case .withdrawn: return say("Ingetrokken", "Withdrawn")
        case .referred: return say("Doorverwezen", "Referred")
        case .duplicate: return say("Samengevoegd", "Merged")
        default: return say.phase(step)
        }
    }

    private func words(_ state: PhaseTrack.State) -> String {
        switch state {
        case .done: say("gedaan", "done")
        case .now: say("nu", "now")
        case .ahead: say("nog niet", "not yet")
        }
    }
}
