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
        case .assigned, .inProgress: complaint.wasReopened ? again : say("Wij zoeken het uit", "We are looking into it")
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

    /// The next promise, its date in words, and whether a clock waits for the customer.
    var promise: String? {
        let sentences = [next, standingStill].compactMap(\.self)
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }

    /// What whoever asked to look again can expect: a day where one is promised.
    var decision: String {
        let review = complaint.promises.last { $0.kind == .review && $0.isOutstanding && $0.due >= frame.now.instant }
        guard let review else { return say("Wij beslissen daarover en laten het u weten.", "We decide on that and let you know.") }
        let day = DateWords.told(frame.house.calendar.zone.moment(at: review.due).day, today: frame.now.day, frame.language)
        return say("U hoort uiterlijk \(day) van ons.", "You hear from us by \(day).")
    }

    /// As letters say it.
    private var standingStill: String? {
        guard [.waitingForCustomer, .solutionProposed].contains(complaint.phase),
            complaint.promises.contains(where: { $0.isWaiting && $0.kind != .immediate })
        else { return nil }
        return say(
            "Wij wachten op uw antwoord. Tot u antwoordt, staat de tijd voor ons antwoord stil. Daarna loopt die verder. De nieuwe datum staat dan hier.",
            "We wait for your reply. Until you reply, the time for our answer stands still. After that it goes on. The new date then stands here."
        )
    }

    /// A date that has passed is admitted, not named.
    private var next: String? {
        let owed = complaint.phase.isOpen ? complaint.nextForCustomer : complaint.phase == .resolved ? complaint.owedByHand : nil
        guard let next = owed else { return nil }
        let isLate = next.due < frame.now.instant
        let day = DateWords.told(frame.house.calendar.zone.moment(at: next.due).day, today: frame.now.day, frame.language)
        if let words = next.words(in: file.history), !isLate {
            return say("Dit zegden wij u toe, uiterlijk \(day): \(words.ended)", "This is what we promised you, by \(day): \(words.ended)")
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

    /// What was, each where it was left last, then what is now, and what comes. A question and a second look stand there only once they
    /// happened, since nobody is to expect them.
    var track: PhaseTrack {
        let (was, now) = (behind, current)
        return PhaseTrack(
            label: say("Hoe uw klacht ervoor staat", "How your complaint stands"),
            phases: (was + [now] + ahead).enumerated().map { index, step in
                let state: PhaseTrack.State = index < was.count ? .done : index == was.count ? .now : .ahead
                let own = state == .now ? ownName : nil
                return PhaseTrack.Phase(
                    name: own.map { step == .resolved ? $0 : "\(name(step)): \($0)" } ?? name(step), state: state, stateWords: words(state),
                    note: state == .now ? promise : nil)
            })
    }

    /// What lies behind it. What was solved is what it comes to again, once it is looked at again, and what was given back was only received.
    private var behind: [CustomerPhase] {
        guard current != .received, let first = file.history.first, var past = Complaint(id: complaint.id, history: [first]) else {
            return []
        }
        var walked: [CustomerPhase] = [.received]
        for recorded in file.history.dropFirst() {
            past.evolve(recorded)
            let step = step(past)
            walked.removeAll { $0 == step }
            walked.append(step)
        }
        return walked.filter { $0 != .resolved && $0 != current }
    }

    private var ahead: [CustomerPhase] {
        switch current {
        case .resolved: []
        case .received: [complaint.wasReopened ? .lookedAtAgain : .lookingIntoIt, .resolved]
        case .lookingIntoIt, .question, .lookedAtAgain: [.resolved]
        }
    }

    private var current: CustomerPhase { step(complaint) }

    private func step(_ complaint: Complaint) -> CustomerPhase {
        switch complaint.phase.forCustomer {
        case .lookingIntoIt where complaint.wasReopened: .lookedAtAgain
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
