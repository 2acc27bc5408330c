import Casework
import Complaints
import Records

/// What colleagues do with a file now: who has it open, and who is writing what kind of thing. Never what they write.
struct Company: Hashable, Sendable {
    enum Doing: Hashable, Sendable {
        case looking
        case writing(Act)
        /// A draft that nobody touched for a while.
        case began(Act, at: Instant)
    }

    struct Member: Hashable, Sendable {
        let staff: StaffID
        let name: String
        let doing: [Doing]
    }

    /// How long after their last save somebody whose page is open still writes; how long it is told that they began, while it is open and
    /// after it was closed; in seconds.
    private static let writing = 120
    private static let began = 12 * 3600
    private static let left = 1800

    private(set) var members: [Member] = []

    init() {}

    /// Only those who may see the file themselves are told of.
    init(
        at file: ComplaintID, _ state: FileState, now: Instant, _ presence: Presence, drafts: DraftsOfFile, staff: [StaffID: StaffMember]
    ) {
        var doing: [StaffID: [Doing]] = [:]
        let here = presence.people(at: file)
        for sign in drafts.signs(since: now.adding(seconds: -Self.began)) {
            guard let act = DraftSlots.act(of: sign.form) else { continue }
            let (age, isHere) = (now.seconds(since: sign.savedAt), here.contains(sign.staff))
            guard isHere || age < Self.left else { continue }
            let isNow = isHere && age < Self.writing
            doing[sign.staff, default: []].append(isNow ? .writing(act) : .began(act, at: sign.savedAt))
        }
        for person in here where doing[person]?.contains(where: \.isNow) != true {
            doing[person, default: []].insert(.looking, at: 0)
        }
        members = doing.compactMap { id, doing in
            guard let member = staff[id], member.isActive, state.isVisible(to: member.actor) else { return nil }
            return Member(staff: id, name: member.name, doing: doing)
        }.sorted { ($0.name, $0.staff) < ($1.name, $1.staff) }
    }

    /// One line for everybody but the reader; empty when the reader is alone.
    func words(for reader: StaffID, _ say: Wording, _ zone: OfficeZone) -> String {
        let sentences = members.filter { $0.staff != reader }.flatMap { member in
            member.doing.map { say.company(member.name, $0, zone) }
        }
        return sentences.joined(separator: " ")
    }
}

extension Company.Doing {
    fileprivate var isNow: Bool { if case .writing = self { true } else { false } }
}

extension Wording {
    fileprivate func company(_ name: String, _ doing: Company.Doing, _ zone: OfficeZone) -> String {
        switch doing {
        case .looking: self("\(name) heeft dit dossier open.", "\(name) has this file open.")
        case .writing(let act): self("\(name) schrijft \(written(act)).", "\(name) is writing \(written(act)).")
        case .began(let act, let instant): began(name, act, DateWords.time(zone.moment(at: instant).time))
        }
    }

    private func began(_ name: String, _ act: Act, _ time: String) -> String {
        self("\(name) begon om \(time) aan \(written(act)).", "\(name) began \(written(act)) at \(time).")
    }

    /// What is written in the form of this act.
    private func written(_ act: Act) -> String {
        switch act {
        case .answer: self("een antwoord", "an answer")
        case .note: self("een notitie", "a note")
        case .consult: self("een vraag aan een collega", "a question to a colleague")
        case .contribute: self("een bijdrage", "a contribution")
        case .contact: self("een verslag van contact", "a report of contact")
        case .receiveAnswer: self("een reactie van de klant", "the customer's reply")
        case .resolve: self("de oplossing", "the solution")
        case .decideReopening: self("een besluit over heropenen", "a decision about reopening")
        case .correct: self("een verbetering", "a correction")
        default: self("een besluit over dit dossier", "a decision about this file")
        }
    }
}
