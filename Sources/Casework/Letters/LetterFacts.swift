import Complaints
import Records

/// What a letter may speak of, as values for its template's tags. Dates that have passed are not among them: no letter
/// promises what is already broken.
struct LetterFacts {
    let occurrence: Occurrence
    let complaint: Complaint
    let organisation: Organisation
    let calendar: OfficeCalendar
    let procedure: Procedure
    let handlerName: String?
    let otherNumber: ComplaintNumber?
    let now: Moment
    /// What can be expected from how long other complaints took.
    var expectation: Expectation? = nil
    /// The customer did it themselves: their words are not sent on, since the address may be somebody else's.
    var isByCustomer = false
    /// What was promised in words of its own and now changes.
    var promised: String? = nil

    func values(_ voice: LetterVoice) -> [LetterTag: String] {
        let language = voice.language
        var values: [LetterTag: String] = [
            .name: greeted(language), .number: complaint.number.formatted, .organisation: organisation.name,
            .followLink: "{{follow-link}}",
        ]
        // Where a promise was broken before anybody could keep it, no letter names a day that has passed.
        if !complaint.promises.contains(where: { $0.due < now.instant }) { values[.receivedOn] = told(complaint.receivedAt, language) }
        values[.phone] = organisation.phone.isBlank ? nil : organisation.phone
        values[.email] = organisation.email.isBlank ? nil : organisation.email
        values[.contactBy] = due(.firstContact, language) ?? reviewed(language)
        values[.resolveBy] = due(.resolution, language)
        values[.handler] = handlerName
        values[.expectation] = expectation?.sentence(in: language)
        values[.otherNumber] = otherNumber?.formatted
        values[.next] = NextWords(complaint: complaint, made: made, voice: voice, now: now.instant) { told($0, language) }
            .sentences(but: movedDue)
        values[.phase] = procedure.name(of: complaint.phase)?.text(in: language) ?? complaint.phase.rawValue
        values[.outside] = procedure.outsideBodies(for: complaint.customerGroup).map { $0.words(in: language) }.joined(separator: "\n")
        addWords(of: occurrence.event, to: &values, voice)
        return values
    }

    /// What a member of staff typed is a name; what came from outside need not be one.
    private func greeted(_ language: Language) -> String {
        let name = complaint.correspondent?.name ?? ""
        if case .staff = complaint.registeredBy, ![.email, .web].contains(complaint.channel), !name.isBlank { return name }
        return GreetingName.plausible(name) ?? GreetingName.neutral(language)
    }

    /// Whether there is a day to tell at all.
    var hasDates: Bool { due(.firstContact, .dutch) != nil || due(.resolution, .dutch) != nil }

    /// The promise that a letter about another day is about; nil for others, and where what was promised is taken back.
    var movedOrdinal: Int? {
        switch occurrence.event {
        case .extended(let extended): extended.ordinal
        case .promiseChanged(let changed): changed.day == nil ? nil : changed.ordinal
        default: nil
        }
    }

    /// The date that such a letter tells itself.
    private var movedDue: Instant? { complaint.promises.first { $0.ordinal == movedOrdinal && $0.isOutstanding }?.due }

    /// What is promised in the message itself.
    private var made: Promise? {
        for case .made(let made) in occurrence.promises where made.kind == .byHand {
            return complaint.promises.first { $0.ordinal == made.ordinal && $0.isOutstanding }
        }
        return nil
    }

    /// When the first of the promised days ends that a letter names; nil for one that names none, which stays true.
    func firstDue(namedIn letter: NewLetter) -> Instant? {
        let named = complaint.promises.filter { promise in
            guard promise.ordinal == movedOrdinal || (promise.isOutstanding && promise.due >= now.instant) else { return false }
            let day = told(promise.due, letter.language)
            return letter.body.contains(day) || letter.subject.contains(day)
        }
        return named.map(\.due).min()
    }

    private func told(_ instant: Instant, _ language: Language) -> String {
        DateWords.told(calendar.zone.moment(at: instant).day, today: now.day, language)
    }

    private func due(_ kind: PromiseKind, _ language: Language) -> String? {
        promise(kind).map { told($0.due, language) }
    }

    private func promise(_ kind: PromiseKind) -> Promise? {
        guard complaint.phase.isOpen else { return nil }
        return complaint.promises.last { $0.kind == kind && $0.isOutstanding && $0.pausedSince == nil && $0.due >= now.instant }
    }

    /// By when we say whether we look again.
    private func reviewed(_ language: Language) -> String? {
        reviewPromise.map { told($0.due, language) }
    }

    private var reviewPromise: Promise? {
        complaint.promises.last { $0.kind == .review && $0.isOutstanding && $0.due >= now.instant }
    }

    private func addWords(of event: ComplaintEvent, to values: inout [LetterTag: String], _ voice: LetterVoice) {
        switch event {
        case .asked(let text), .answered(let text), .proposed(let text): values[.text] = text.text
        case .withdrawn(let reason): values[.reason] = isByCustomer || reason.text == "–" ? nil : reason.text
        case .reopeningDecided(_, let reason): values[.reason] = reason.text
        case .referred(let to, let reason):
            values[.referredTo] = to.text
            values[.reason] = reason.text
        case .resolved(let resolution): add(resolution, to: &values, voice)
        case .extended(let extended): addChange(of: extended.ordinal, extended.reason, to: &values, voice)
        case .promiseChanged(let changed):
            values[.promised] = promised
            addChange(of: changed.ordinal, changed.reason, to: &values, voice)
        case .closed:
            values[.reopenUntil] = DateWords.told(now.day + procedure.reopeningDays, today: now.day, voice.language)
            values[.ratingLink] = "{{rating-link}}"
            let asked = calendar.zone.moment(at: calendar.asking(after: now)).day
            values[.rateUntil] = DateWords.told(asked + Rating.days, today: now.day, voice.language)
        default: break
        }
    }

    /// A promise that has another day, or was taken back.
    private func addChange(of ordinal: Int, _ reason: Passage, to values: inout [LetterTag: String], _ voice: LetterVoice) {
        guard let promise = complaint.promises.first(where: { $0.ordinal == ordinal }) else { return }
        values[.reason] = reason.text
        values[.newDate] = told(promise.due, voice.language)
        let former = promise.withdrawnAt == nil ? promise.history.last?.due ?? promise.due : promise.due
        values[.formerDate] = told(former, voice.language)
    }

    private func add(_ resolution: Resolution, to values: inout [LetterTag: String], _ voice: LetterVoice) {
        values[.text] = resolution.answer?.text
        values[.remedy] = resolution.remedy?.text?.text
        values[.amount] = resolution.remedy?.amount.map { DateWords.money($0, voice.language) }
        guard !resolution.isInformal else { return }
        if resolution.findings.count == 1, let finding = resolution.findings.first {
            values[.finding] = Self.sentence(finding, voice)
            return
        }
        values[.points] = resolution.findings.enumerated().map { index, finding in
            let grievance = complaint.grievances.indices.contains(index) ? complaint.grievances[index].text?.text : nil
            return "\(index + 1). \(grievance.map { $0 + ": " } ?? "")\(Self.sentence(finding, voice))"
        }.joined(separator: "\n")
    }

    private static func sentence(_ finding: Finding, _ voice: LetterVoice) -> String {
        switch (finding, voice) {
        case (.upheld, .formalDutch): "U had gelijk."
        case (.partlyUpheld, .formalDutch): "U had deels gelijk."
        case (.notUpheld, .formalDutch): "Wij zien dit anders dan u."
        case (.informal, .formalDutch): "Dit is samen met u opgelost."
        case (.upheld, .informalDutch): "Je had gelijk."
        case (.partlyUpheld, .informalDutch): "Je had deels gelijk."
        case (.notUpheld, .informalDutch): "Wij zien dit anders dan jij."
        case (.informal, .informalDutch): "Dit is samen met jou opgelost."
        case (.upheld, .english): "You were right."
        case (.partlyUpheld, .english): "You were partly right."
        case (.notUpheld, .english): "We see this differently."
        case (.informal, .english): "This was solved together with you."
        }
    }
}
