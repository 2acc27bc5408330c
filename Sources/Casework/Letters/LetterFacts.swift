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

    /// Every tag a template may use. A section (`{{#contact-by}}…{{/contact-by}}`) is left out when its value is missing.
    static let tags: Set<String> = [
        "name", "number", "organisation", "phone", "email", "received-on", "contact-by", "resolve-by", "handler", "text", "reason",
        "remedy",
        "amount", "finding", "points", "reopen-until", "referred-to", "other-number", "follow-link",
    ]

    func values(_ language: Language) -> [String: String] {
        var values: [String: String] = [
            "name": complaint.correspondent?.name ?? "", "number": complaint.number.formatted, "organisation": organisation.name,
            "follow-link": "{{follow-link}}",
        ]
        // Where a promise was broken before anybody could keep it, no letter names a day that has passed.
        if !complaint.promises.contains(where: { $0.due < now.instant }) { values["received-on"] = told(complaint.receivedAt, language) }
        values["phone"] = organisation.phone.isBlank ? nil : organisation.phone
        values["email"] = organisation.email.isBlank ? nil : organisation.email
        values["contact-by"] = due(.firstContact, language)
        values["resolve-by"] = due(.resolution, language)
        values["handler"] = handlerName
        values["other-number"] = otherNumber?.formatted
        addWords(of: occurrence.event, to: &values, language)
        return values
    }

    /// Whether there is a day to tell at all.
    var hasDates: Bool { due(.firstContact, .dutch) != nil || due(.resolution, .dutch) != nil }

    private func told(_ instant: Instant, _ language: Language) -> String {
        DateWords.told(calendar.zone.moment(at: instant).day, today: now.day, language)
    }

    private func due(_ kind: PromiseKind, _ language: Language) -> String? {
        guard complaint.phase.isOpen else { return nil }
        let promise = complaint.promises.last { $0.kind == kind && $0.isOutstanding && $0.pausedSince == nil && $0.due >= now.instant }
        return promise.map { told($0.due, language) }
    }

    private func addWords(of event: ComplaintEvent, to values: inout [String: String], _ language: Language) {
        switch event {
        case .asked(let text), .answered(let text), .proposed(let text): values["text"] = text.text
        case .withdrawn(let reason): values["reason"] = reason.text == "–" ? nil : reason.text
        case .reopeningDecided(_, let reason): values["reason"] = reason.text
        case .referred(let to, let reason):
            values["referred-to"] = to.text
            values["reason"] = reason.text
        case .resolved(let resolution): add(resolution, to: &values, language)
        case .closed:
            values["reopen-until"] = DateWords.told(now.day + procedure.reopeningDays, today: now.day, language)
        default: break
        }
    }

    private func add(_ resolution: Resolution, to values: inout [String: String], _ language: Language) {
        values["text"] = resolution.answer?.text
        values["remedy"] = resolution.remedy?.text?.text
        values["amount"] = resolution.remedy?.amount.map { DateWords.money($0, language) }
        guard !resolution.isInformal else { return }
        if resolution.findings.count == 1, let finding = resolution.findings.first {
            values["finding"] = Self.sentence(finding, language)
            return
        }
        values["points"] = resolution.findings.enumerated().map { index, finding in
            let grievance = complaint.grievances.indices.contains(index) ? complaint.grievances[index].text?.text : nil
            return "\(index + 1). \(grievance.map { $0 + ": " } ?? "")\(Self.sentence(finding, language))"
        }.joined(separator: "\n")
    }

    private static func sentence(_ finding: Finding, _ language: Language) -> String {
        switch (finding, language) {
        case (.upheld, .dutch): "U had gelijk."
        case (.partlyUpheld, .dutch): "U had deels gelijk."
        case (.notUpheld, .dutch): "Wij zien dit anders dan u."
        case (.informal, .dutch): "Dit is samen met u opgelost."
        case (.upheld, .english): "You were right."
        case (.partlyUpheld, .english): "You were partly right."
        case (.notUpheld, .english): "We see this differently."
        case (.informal, .english): "This was solved together with you."
        }
    }
}
