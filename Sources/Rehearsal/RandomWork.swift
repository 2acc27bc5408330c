import Casework
package import Complaints
import Records

/// A house at work, drawn at random but the same for the same seed: complaints come in, everybody does what they may do, the
/// clock moves on and is now and then set back a little.
package struct RandomWork {
    private let rehearsal: RehearsalOffice
    private var random: SeededGenerator
    package private(set) var ids: [ComplaintID] = []

    private static let names = [
        "Anna de Vries", "Jan-Willem van 't Hof-Ünal", "Zoë Çelik", "Bakkerij De Kroon", "Anna de Vries", "O'Brien & Zn.",
    ]
    private static let stories = [
        "De factuurklacht van mei is nog niet opgelost.", "Er zijn mailstoringen in 's-Hertogenbosch.",
        "Gisteren kwam er geen e-mail binnen.",
        "De coördinator belde niet terug.", "Back-up mislukt, 100% kwijt!", "Het duurt te lang.",
    ]
    private static let people = [
        SampleStaff.iris, SampleStaff.hassan, SampleStaff.hassan, SampleStaff.joost, SampleStaff.mara, SampleStaff.mara, SampleStaff.sanne,
        SampleStaff.peter,
    ]

    package init(_ rehearsal: RehearsalOffice, seed: UInt64) {
        self.rehearsal = rehearsal
        random = SeededGenerator(seed)
    }

    package mutating func run(complaints: Int, acts: Int) async throws {
        for _ in 0..<complaints { try await register() }
        for _ in 0..<acts { try await act() }
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &random)] }
    private mutating func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &random) == 0 }

    private mutating func register() async throws {
        rehearsal.clock.advance(seconds: chance(15) ? -40 : Int.random(in: 0...20_000, using: &random))
        var input = RegistrationInput.sample()
        input.channel = pick(Channel.allCases).rawValue
        input.customer.name = pick(Self.names)
        input.customer.preferredContact = pick([nil, "phone", "email", "letter"])
        if chance(3) { input.customer.organisation = "Bouwbedrijf Ijssel B.V." }
        if chance(4) { input.customer.phone = nil }
        if chance(4) { input.customer.address = "Markt 1\n5211 JX 's-Hertogenbosch" }
        input.story = pick(Self.stories)
        if !chance(3) {
            input.natureAbout = pick(NatureLists.starter.about).code
            input.natureWrong = pick(NatureLists.starter.wrong).code
        }
        if chance(5) { input.received = .instant(rehearsal.now.adding(days: -Int.random(in: 1...30, using: &random))) }
        input.isConfidential = chance(6)
        input.aboutStaff = chance(8) ? pick([SampleStaff.iris.id, SampleStaff.hassan.id, SampleStaff.mara.id]) : nil
        if chance(4) { input.grievances = ["Storing", "Factuur"] }
        let actor = chance(4) ? Actor.customer : SampleStaff.iris.actor
        ids.append(try await rehearsal.office.register(input, by: actor).id)
    }

    private mutating func act() async throws {
        rehearsal.clock.advance(seconds: chance(20) ? -90 : Int.random(in: 0...9_000, using: &random))
        let id = pick(ids)
        let actor = chance(6) ? Actor.customer : pick(Self.people).actor
        guard let complaint = try await rehearsal.records.read({ try $0.complaint(id) }) else { return }
        let possible = complaint.possibleActs(for: actor).sorted { $0.rawValue < $1.rawValue }
        if possible.isEmpty { return }
        guard let command = try await command(pick(possible), complaint, actor) else { return }
        // What is refused is no part of the history; it is drawn too, and that is well.
        do { _ = try await rehearsal.office.perform(command, on: id, by: actor) } catch is Refusal {}
    }

    /// Another day for what was promised by hand, or no more of it.
    private mutating func change(_ act: Act, in complaint: Complaint) -> ComplaintCommand {
        let ordinal = complaint.promises.first { $0.isOutstanding && $0.kind == .byHand }?.ordinal
        if act == .dropPromise { return .dropPromise(ordinal, reason: "Het is niet meer nodig.") }
        let day = OfficeZone.amsterdam.moment(at: rehearsal.now).day + pick([2, 7])
        return .movePromise(ordinal, to: day, reason: "De monteur komt later.")
    }

    private mutating func command(_ act: Act, _ complaint: Complaint, _ actor: Actor) async throws -> ComplaintCommand? {
        switch act {
        case .register: return nil
        case .correct: return correction()
        case .classify: return classification()
        case .assign: return .assign(to: pick([SampleStaff.hassan.id, SampleStaff.joost.id, SampleStaff.sanne.id]), reason: "Werkdruk.")
        case .accept: return .accept
        case .return: return .return(reason: "Geen tijd & geen kennis.")
        case .contact:
            return .contact(
                pick(ContactOutcome.allCases), at: chance(3) ? complaint.receivedAt : nil, note: pick([nil, "Aardig gesprek."]))
        case .note: return .note(pick(Self.stories))
        case .ask: return .ask("Welke factuur?")
        case .receiveAnswer: return .receiveAnswer("Die van mei.", through: pick(Channel.allCases))
        case .consult:
            return .consult(
                SampleStaff.peter.id, question: "Wat zegt het log?", due: OfficeZone.amsterdam.moment(at: rehearsal.now).day + 2)
        case .contribute: return .contribute(to: complaint.consultations.first { $0.isOpen }?.id ?? 1, "De schijf was vol.")
        case .propose: return .propose("Een maand gratis.")
        case .answer: return .answer("Wij kijken ernaar.")
        case .resolve: return resolution(complaint)
        case .close: return .close
        case .reopen: return .reopen(reason: "Niet opgelost.")
        case .decideReopening: return .decideReopening(granted: chance(2), reason: "Daarom.")
        case .withdraw: return chance(3) ? .withdraw(reason: "Laat maar.") : nil
        case .investigate:
            var input = InvestigationInput()
            (input.direct, input.root) = (pick([nil, "people"]), pick(["process", "technology"]))
            input.whys = pick([[], ["De monteur kwam niet.", "De planning was vol."]])
            return .investigate(input)
        case .refer: return chance(3) ? .refer(to: "KPN", reason: "Hun lijn.") : nil
        case .duplicate: return .duplicate(of: pick(ids))
        case .notDuplicate: return .notDuplicate
        case .attach: return .attach(document(actor))
        case .extend:
            return .extend(
                promise: complaint.promises.last { $0.isOutstanding }?.ordinal, by: pick([1, 3, 10]), reason: "Onderzoek loopt nog.")
        case .promise: return .promise("Ik bel u.", due: OfficeZone.amsterdam.moment(at: rehearsal.now).day + pick([1, 4]))
        case .keepPromise:
            return .keepPromise(
                complaint.promises.first { $0.isOutstanding && $0.kind.isKeptByHand }?.ordinal, at: nil, note: pick([nil, "Gebeld."]))
        case .movePromise, .dropPromise: return change(act, in: complaint)
        case .rate:
            var input = RatingInput(asked: rehearsal.now, reached: rehearsal.now)
            input.solution = pick(Contentment.allCases).rawValue
            input.treatment = pick(Contentment.allCases).rawValue
            (input.remark, input.mayContact) = (pick([nil, "Het duurde lang."]), chance(2))
            return .rate(input)
        case .undo: return .undo(from: nil)
        case .informed:
            let now = rehearsal.now
            let waiting = try await rehearsal.records.read { try $0.waitingLetterIDs(of: complaint.id, at: now) }.sorted {
                $0.value < $1.value
            }
            return waiting.first.map { .informed($0, by: pick([.posted, .told, .handed]), at: nil) }
        }
    }

    private mutating func correction() -> ComplaintCommand {
        var input = CorrectionInput()
        if chance(2) { input.received = .instant(rehearsal.now.adding(days: -Int.random(in: 0...9, using: &random))) }
        if chance(2) { input.customer = PersonInput(name: pick(Self.names)) }
        if chance(3) { input.channel = pick(Channel.allCases).rawValue }
        return .correct(input)
    }

    private mutating func classification() -> ComplaintCommand {
        var input = ClassificationInput()
        input.about = pick(NatureLists.starter.about).code
        input.wrong = pick(NatureLists.starter.wrong).code
        input.isConfidential = chance(4)
        if chance(4) { (input.severity, input.reasons) = ("serious", ["money", "repeat"]) }
        return .classify(input)
    }

    private mutating func resolution(_ complaint: Complaint) -> ComplaintCommand {
        var input = ResolutionInput()
        input.finding = complaint.handler == nil ? "informal" : pick(Finding.allCases).rawValue
        input.cause = pick([nil, "process", "technology"])
        input.remedyAmount = pick([nil, "12,50"])
        input.remedyText = pick([nil, "Een bos bloemen"])
        input.answer = pick([nil, "Excuses voor het ongemak."])
        return .resolve(input)
    }

    private mutating func document(_ actor: Actor) -> Document {
        let hex = String(repeating: pick(["0", "a", "f"]), count: 64)
        return Document(digest: hex, size: 1200, name: Passage("foto.jpg"), isFromCustomer: actor == .customer)
    }
}
