/// When a complaint was received, as far as somebody said so.
package enum ReceiptInput: Hashable, Sendable {
    case now
    /// That day, in office hours: its opening time, so that the hour decides nothing.
    case day(Day)
    case instant(Instant)
    /// Something that can't be read as a day or a moment.
    case unreadable
}

/// An intake as it was typed or sent, before anything is believed.
package struct RegistrationInput: Sendable {
    package var channel: String?
    package var received: ReceiptInput = .now
    package var story: String?
    package var customer = PersonInput()
    package var representative: PersonInput?
    package var authority: String?
    package var grievances: [String] = []
    package var natureAbout: String?
    package var natureWrong: String?
    package var severity: String?
    package var severityReasons: [String] = []
    package var isConfidential = false
    package var aboutStaff: StaffID?
    /// "Informeel opgelost" on the first call: how, on the same page.
    package var firstCallSolution: ResolutionInput?
    /// Where it stood before, when it is taken over from elsewhere.
    package var origin: Origin?

    package init() {}

    var grievanceCount: Int { max(1, grievances.filter { !$0.isBlank }.count) }

    /// The earliest receipt that is taken: 1 January 2000.
    static let earliest = Day(number: 10_957)
    /// How far ahead of our clock another's may be, in seconds.
    static let clockSlack = 300
    static let mostGrievances = 20

    func registration(number: ComplaintNumber, at moment: Moment, with facts: Facts, into check: inout FieldCheck) -> Registration? {
        let channel = check.value(channel, at: "channel", or: .unknown) { Channel(rawValue: $0) } ?? .phone
        let receivedAt = instant(of: received, at: moment, on: facts.calendar, into: &check)
        let story = check.prose(story, at: "story", limit: Complaint.longestStory, required: true, isQuoted: true)
        let person = customer.person(into: &check, prefix: "customer.", mustBeReachable: representative?.isEmpty ?? true)
        let representative = representative(into: &check)
        let grievances = grievances(into: &check)
        let nature = nature(from: facts.natures, into: &check)
        let severity = check.value(severity, at: "severity", or: .unknown) { Severity(rawValue: $0) } ?? .normal
        let reasons = SeverityReason.reading(severityReasons, at: "severityReasons", into: &check)
        if severity != .normal, severityReasons.allSatisfy(\.isBlank) { check.note(.missing, at: "severityReasons") }
        if let aboutStaff, facts.colleagues[aboutStaff] == nil { check.note(.unknown, at: "aboutStaff") }
        guard let receivedAt, let story, let person, check.problems.isEmpty else { return nil }
        return Registration(
            number: number, channel: channel, receivedAt: receivedAt, customer: person, representative: representative,
            story: Passage(story), grievances: grievances, nature: nature, severity: severity, severityReasons: reasons,
            isConfidential: isConfidential, aboutStaff: aboutStaff, origin: origin)
    }

    private func representative(into check: inout FieldCheck) -> Representative? {
        guard let representative, !representative.isEmpty else { return nil }
        let person = representative.person(into: &check, prefix: "representative.")
        let authority = check.value(authority, at: "representative.authority", or: .unknown) { Representative.Authority(rawValue: $0) }
        return person.map { Representative(person: $0, authority: authority ?? .claimed) }
    }

    private func grievances(into check: inout FieldCheck) -> [Passage?] {
        let texts = grievances.filter { !$0.isBlank }
        if texts.count > Self.mostGrievances { check.note(.tooMany(limit: Self.mostGrievances), at: "grievances") }
        if texts.isEmpty { return [nil] }
        return texts.prefix(Self.mostGrievances).enumerated().map { index, text in
            check.line(text, at: "grievances.\(index + 1)", limit: 300).map { Passage($0) }
        }
    }

    private func nature(from lists: NatureLists, into check: inout FieldCheck) -> Nature? {
        Nature.reading(about: natureAbout, wrong: natureWrong, from: lists, prefix: "nature.", into: &check)
    }

    private func instant(of receipt: ReceiptInput, at moment: Moment, on calendar: OfficeCalendar, into check: inout FieldCheck) -> Instant?
    {
        receipt.instant(at: moment, on: calendar, into: &check)
    }
}

extension ReceiptInput {
    /// The moment of receipt; what lies before 2000 or more than five minutes ahead is noted and nil.
    func instant(at moment: Moment, on calendar: OfficeCalendar, into check: inout FieldCheck) -> Instant? {
        switch self {
        case .now: return moment.instant
        case .unreadable: check.note(.malformed, at: "receivedAt")
        case .day(let day):
            if day < RegistrationInput.earliest {
                check.note(.tooEarly, at: "receivedAt")
            } else if day > moment.day {
                check.note(.inTheFuture, at: "receivedAt")
            } else {
                return min(calendar.zone.instant(of: CivilTime(day, calendar.opens)), moment.instant)
            }
        case .instant(let instant):
            if calendar.zone.moment(at: instant).day < RegistrationInput.earliest {
                check.note(.tooEarly, at: "receivedAt")
            } else if instant > moment.instant.adding(seconds: RegistrationInput.clockSlack) {
                check.note(.inTheFuture, at: "receivedAt")
            } else {
                return instant
            }
        }
        return nil
    }
}

extension SeverityReason {
    static func reading(_ raw: [String], at field: String, into check: inout FieldCheck) -> Set<SeverityReason> {
        var reasons: Set<SeverityReason> = []
        for text in raw where !text.isBlank {
            guard let reason = SeverityReason(rawValue: text.trimmed) else {
                check.note(.unknown, at: field)
                continue
            }
            reasons.insert(reason)
        }
        return reasons
    }
}

extension Nature {
    /// Both halves by code or label, or nil when neither is given; one without the other is missing its twin.
    ///
    /// - Parameter present: the nature it has now, which it may keep when the lists no longer offer it.
    static func reading(
        about: String?, wrong: String?, from lists: NatureLists, keeping present: Nature? = nil, prefix: String,
        into check: inout FieldCheck
    ) -> Nature? {
        if (about ?? "").isBlank, (wrong ?? "").isBlank { return nil }
        func code(_ axis: NatureAxis, _ kept: String?, _ text: String) -> String? {
            if text == kept { return kept }
            return lists.item(axis, named: text).flatMap { $0.isActive && NatureItem.isCode($0.code) ? $0.code : nil }
        }
        let about = check.value(about, at: prefix + "about", or: .unknown, required: true) { code(.about, present?.about, $0) }
        let wrong = check.value(wrong, at: prefix + "wrong", or: .unknown, required: true) { code(.wrong, present?.wrong, $0) }
        guard let about, let wrong else { return nil }
        return Nature(about: about, wrong: wrong)
    }
}
