import Complaints
import Testing

/// What may be done is answered twice, by `possibleActs` for the buttons and by `decide` for the deed: over histories drawn at
/// random both answers are the same.
struct PossibleActsTests {
    private static let actors: [Actor] = [
        Desk.iris, Desk.hassan, Desk.joost, Desk.mara, Desk.peter, .customer, Actor(.staff(StaffID(6)), roles: [.auditor]),
        Actor(.staff(StaffID(7)), roles: [.administrator, .intake]), Actor(.token(1), roles: [.manager]),
        Actor(.token(2), roles: [.handler]),
    ]

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `an act is possible exactly when it is not refused for who asks or for the phase`(seed: UInt64) throws {
        var random = SeededGenerator(seed)
        var life = try Life {
            $0.isConfidential = seed % 5 == 0
            $0.aboutStaff = seed % 7 == 0 ? StaffID(1) : nil
            $0.grievances = seed % 3 == 0 ? ["Een", "Twee"] : []
        }
        life.facts.duplicateChain = [ComplaintID(8)]
        life.facts.waitingLetters = [LetterID(5)]
        for _ in 0..<40 {
            for actor in Self.actors { compare(life, actor) }
            life.now = OfficeZone.amsterdam.moment(at: life.now.instant.adding(seconds: Int.random(in: 60...200_000, using: &random)))
            let actor = Self.actors.randomElement(using: &random) ?? Desk.mara
            let acts = life.complaint.possibleActs(for: actor).sorted { $0.rawValue < $1.rawValue }
            guard let act = acts.randomElement(using: &random), let command = command(act, life, actor) else { continue }
            do { try life.perform(command, by: actor) } catch let refusal as Refusal { #expect(!isForbidding(refusal), "\(act)") }
        }
    }

    private func compare(_ life: Life, _ actor: Actor) {
        let possible = life.complaint.possibleActs(for: actor)
        for act in Act.allCases {
            guard let command = command(act, life, actor) else { continue }
            var isForbidden = false
            do { _ = try life.complaint.decide(command, by: actor, at: life.now, with: life.facts) } catch {
                isForbidden = isForbidding(error)
            }
            #expect(possible.contains(act) == !isForbidden, "\(act) by \(actor.identity) in \(life.complaint.phase)")
        }
    }

    private func isForbidding(_ refusal: Refusal) -> Bool {
        switch refusal {
        case .notAllowed, .notNow, .notThere: true
        default: false
        }
    }

    /// The act with what it asks for filled in as well as can be.
    private func command(_ act: Act, _ life: Life, _ actor: Actor) -> ComplaintCommand? {
        var correction = CorrectionInput()
        correction.story = "Verhaal \(life.complaint.sequence)"
        switch act {
        case .register: return nil
        case .correct: return .correct(correction)
        case .classify: return .classify(ClassificationInput())
        case .assign: return .assign(to: life.complaint.handler == StaffID(2) ? StaffID(3) : StaffID(2))
        case .accept: return .accept
        case .return: return .return(reason: "Te druk.")
        case .contact: return .contact(.reached, at: nil, note: nil)
        case .note: return .note("Gezien.")
        case .ask: return .ask("Welke?")
        case .receiveAnswer: return .receiveAnswer("Die.", through: .phone)
        case .consult: return .consult(StaffID(9), question: "Hoe?", due: life.now.day)
        case .contribute:
            return .contribute(to: life.complaint.consultations.first { $0.isOpen && $0.colleague == actor.staff }?.id ?? 1, "Zo.")
        case .propose: return .propose("Dit.")
        case .answer: return .answer("Dat.")
        case .resolve: return .resolve(.one("informal"))
        case .close: return .close
        case .reopen: return .reopen(reason: "Nee.")
        case .decideReopening: return .decideReopening(granted: life.complaint.sequence.isMultiple(of: 2), reason: "Omdat.")
        case .withdraw: return .withdraw(reason: "Laat maar.")
        case .refer: return .refer(to: "KPN", reason: "Hun lijn.")
        case .duplicate: return .duplicate(of: ComplaintID(8))
        case .notDuplicate: return .notDuplicate
        case .attach:
            return .attach(Document(digest: String(repeating: "0", count: 64), size: 1, name: Passage("a"), isFromCustomer: false))
        case .informed: return .informed(LetterID(5), by: .told, at: nil)
        }
    }
}
