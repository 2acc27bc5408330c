import Complaints

/// An occurrence taken apart for the journal: its name, its body, and the erasable words that the body holds digests of.
struct WrittenOccurrence {
    let name: String
    private(set) var body = EntryBody()
    private(set) var passages: [(slot: String, text: String)] = []

    init(_ occurrence: Occurrence) {
        name = EventNames.name(of: occurrence.event)
        write(occurrence.event)
        for change in occurrence.promises { body.add("promise", PromiseLine.text(of: change)) }
    }

    /// Notes the words of a slot; the digest is added when the journal has salted it.
    private mutating func keep(_ passage: Passage?, in slot: String) {
        if let text = passage?.text { passages.append((slot, text)) }
    }

    private mutating func write(_ event: ComplaintEvent) {
        switch event {
        case .registered(let registration): write(registration)
        case .corrected(let correction): write(correction)
        case .classified(let classification): write(classification)
        case .assigned(let handler, let reason):
            body.add("handler", handler.value)
            keep(reason, in: "reason")
        case .accepted, .closed, .unmarkedDuplicate: break
        case .returned(let reason), .reopeningRequested(let reason), .withdrawn(let reason): keep(reason, in: "reason")
        case .contacted(let attempt):
            body.add("outcome", attempt.outcome.rawValue)
            body.add("at", attempt.at.milliseconds)
            keep(attempt.note, in: "note")
        case .noted(let text), .asked(let text), .proposed(let text), .answered(let text): keep(text, in: "text")
        case .answerReceived(let text, let channel):
            body.add("channel", channel.rawValue)
            keep(text, in: "text")
        case .consulted(let consultation):
            body.add("consultation", Int64(consultation.id))
            body.add("colleague", consultation.colleague.value)
            body.add("due", consultation.due.iso)
            keep(consultation.question, in: "question")
        case .investigated(let investigation):
            body.add("direct", investigation.direct?.rawValue)
            body.add("root", investigation.root?.rawValue)
            body.add("whys", Int64(investigation.whys.count))
            for (index, why) in investigation.whys.enumerated() { keep(why, in: "why-\(index + 1)") }
        case .contributed(let id, let text):
            body.add("consultation", Int64(id))
            keep(text, in: "text")
        case .resolved(let resolution): write(resolution)
        case .rated(let rating): write(rating)
        case .reopeningDecided(let granted, let reason):
            body.add("granted", granted ? "yes" : "no")
            keep(reason, in: "reason")
        case .referred(let to, let reason):
            keep(to, in: "to")
            keep(reason, in: "reason")
        case .markedDuplicate(let other): body.add("of", other.value)
        case .attached(let document): write(document)
        case .informed(let informed):
            body.add("letter", informed.letter.value)
            body.add("means", informed.means.rawValue)
            body.add("at", informed.at.milliseconds)
        case .extended(let extended):
            body.add("ordinal", Int64(extended.ordinal))
            body.add("by", Int64(extended.by))
            keep(extended.reason, in: "reason")
        case .promised(let text): keep(text, in: "text")
        case .promiseKept(let kept):
            body.add("ordinal", Int64(kept.ordinal))
            body.add("at", kept.at.milliseconds)
            keep(kept.note, in: "note")
        case .promiseChanged(let changed): write(changed)
        case .undone(let first): body.add("from", Int64(first))
        case .erased(let group): body.add("group", group.rawValue)
        }
    }

    private mutating func write(_ changed: PromiseChanged) {
        body.add("ordinal", Int64(changed.ordinal))
        if let day = changed.day { body.add("day", day.iso) }
        keep(changed.reason, in: "reason")
    }

    private mutating func write(_ registration: Registration) {
        body.add("number", registration.number.digits)
        body.add("channel", registration.channel.rawValue)
        body.add("received", registration.receivedAt.milliseconds)
        writeJudgement(registration.nature, registration.severity, registration.severityReasons)
        body.add("confidential", registration.isConfidential ? "yes" : nil)
        body.add("about-staff", registration.aboutStaff?.value)
        body.add("grievances", Int64(registration.grievances.count))
        keep(registration.customer.map(StoredPerson.passage), in: "customer")
        keep(registration.representative.map(StoredPerson.passage), in: "representative")
        body.add("authority", registration.representative?.authority.rawValue)
        keep(registration.story, in: "story")
        for (index, grievance) in registration.grievances.enumerated() { keep(grievance, in: "grievance-\(index + 1)") }
        body.add("source", registration.origin?.source)
        keep(registration.origin?.reference, in: "reference")
        // The first version was there before there were others: it needs no line.
        body.add("procedure", registration.procedureVersion == 1 ? nil : Int64(registration.procedureVersion))
    }

    private mutating func write(_ correction: Correction) {
        body.add("channel", correction.channel?.rawValue)
        body.add("received", correction.receivedAt?.milliseconds)
        keep(correction.customer.map(StoredPerson.passage), in: "customer")
        keep(correction.representative.map(StoredPerson.passage), in: "representative")
        body.add("authority", correction.representative?.authority.rawValue)
        keep(correction.story, in: "story")
    }

    private mutating func write(_ classification: Classification) {
        writeJudgement(classification.nature, classification.severity, classification.reasons)
        body.add("confidential", classification.isConfidential ? "yes" : nil)
        body.add("about-staff", classification.aboutStaff?.value)
    }

    private mutating func writeJudgement(_ nature: Nature?, _ severity: Severity, _ reasons: Set<SeverityReason>) {
        body.add("about", nature?.about)
        body.add("wrong", nature?.wrong)
        body.add("severity", severity.rawValue)
        if !reasons.isEmpty { body.add("reasons", reasons.map(\.rawValue).sorted().joined(separator: " ")) }
    }

    private mutating func write(_ resolution: Resolution) {
        body.add("findings", resolution.findings.map(\.rawValue).joined(separator: " "))
        body.add("cause", resolution.cause?.rawValue)
        body.add("cents", resolution.remedy?.amount?.cents)
        keep(resolution.remedy?.text, in: "remedy")
        keep(resolution.answer, in: "answer")
    }

    private mutating func write(_ rating: Rating) {
        body.add("solution", rating.solution.rawValue)
        body.add("treatment", rating.treatment.rawValue)
        body.add("may-contact", rating.mayContact ? "yes" : nil)
        keep(rating.remark, in: "note")
    }

    private mutating func write(_ document: Document) {
        body.add("digest", document.digest)
        body.add("size", Int64(document.size))
        body.add("from-customer", document.isFromCustomer ? "yes" : nil)
        keep(document.name, in: "name")
    }

    mutating func sealed(_ slot: String, digest: String) { body.addDigest(digest, of: slot) }
}
