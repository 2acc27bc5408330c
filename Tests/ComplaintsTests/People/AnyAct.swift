import Complaints

/// Every act as a command, for histories drawn at random.
enum AnyAct {
    /// The act with what it asks for filled in as well as can be.
    static func command(_ act: Act, _ life: Life, _ actor: Actor) -> ComplaintCommand? {
        var correction = CorrectionInput()
        correction.story = "Verhaal \(life.complaint.sequence)"
        switch act {
        case .register: return nil
        case .correct: return .correct(correction)
        case .classify: return .classify(ClassificationInput())
        case .assign: return .assign(to: life.complaint.handler == StaffID(2) ? StaffID(3) : StaffID(2), reason: "Druk.")
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
        case .investigate:
            var input = InvestigationInput()
            (input.root, input.whys) = ("process", ["Geen controle."])
            return .investigate(input)
        case .refer: return .refer(to: "KPN", reason: "Hun lijn.")
        case .duplicate: return .duplicate(of: ComplaintID(8))
        case .notDuplicate: return .notDuplicate
        case .attach:
            return .attach(Document(digest: String(repeating: "0", count: 64), size: 1, name: Passage("a"), isFromCustomer: false))
        case .informed: return .informed(LetterID(5), by: .told, at: nil)
        case .extend:
            return .extend(
                promise: life.complaint.promises.first { $0.kind == .resolution && $0.isOutstanding }?.ordinal, by: 1, reason: "Nog even.")
        case .promise: return .promise("Ik bel u.", due: life.now.day + 1)
        case .keepPromise:
            return .keepPromise(life.complaint.promises.first { $0.isOutstanding && $0.kind.isKeptByHand }?.ordinal, at: nil, note: nil)
        case .movePromise:
            return .movePromise(
                life.complaint.promises.first { $0.isOutstanding && $0.kind == .byHand }?.ordinal, to: life.now.day + 2, reason: "Later.")
        case .dropPromise:
            return .dropPromise(life.complaint.promises.first { $0.isOutstanding && $0.kind == .byHand }?.ordinal, reason: "Niet nodig.")
        case .rate:
            var input = RatingInput(asked: life.now.instant, reached: life.now.instant)
            (input.solution, input.treatment, input.mayContact) = ("dissatisfied", "satisfied", life.complaint.sequence.isMultiple(of: 2))
            return .rate(input)
        case .undo: return .undo(from: nil)
        }
    }
}
