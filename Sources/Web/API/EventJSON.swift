import Casework
import Complaints

/// The facts and texts of one event. Words that were erased are null.
struct EventJSON {
    let reading: ComplaintReading
    let language: Language

    func write(_ event: ComplaintEvent, _ json: inout JSONWriter) {
        switch event {
        case .registered(let registration): write(registration, &json)
        case .corrected(let correction): write(correction, &json)
        case .classified(let classification): write(classification, &json)
        case .assigned(let handler, let reason):
            json.member("handler", reading.email(handler))
            json.member("handlerName", reading.name(handler))
            if let reason { json.member("reason", reason.text) }
        case .contacted(let attempt):
            json.member("outcome", attempt.outcome.rawValue)
            json.member("contactedAt", reading.time(attempt.at))
            json.member("note", attempt.note?.text)
        case .answerReceived(let text, let channel):
            json.member("text", text.text)
            json.member("channel", channel.rawValue)
        case .noted(let text), .asked(let text), .proposed(let text), .answered(let text): json.member("text", text.text)
        case .consulted(let consultation): write(consultation, &json)
        case .contributed(let id, let text):
            json.member("consultation", id)
            json.member("text", text.text)
        case .investigated(let investigation): json.members(of: investigation)
        case .resolved(let resolution): write(resolution, &json)
        case .returned(let reason), .reopeningRequested(let reason), .withdrawn(let reason): json.member("reason", reason.text)
        case .rated(let rating): json.members(of: rating)
        case .reopeningDecided(let granted, let reason):
            json.member("granted", granted)
            json.member("reason", reason.text)
        case .referred(let to, let reason):
            json.member("to", to.text)
            json.member("reason", reason.text)
        case .attached(let document): json.document(document)
        case .informed(let informed):
            json.member("letter", String(informed.letter.value))
            json.member("means", informed.means.rawValue)
            json.member("informedAt", reading.time(informed.at))
        case .markedDuplicate(let other): json.member("of", other == reading.complaint.duplicateOf ? reading.duplicateOf?.formatted : nil)
        case .extended(let extended):
            json.member("promise", extended.ordinal)
            json.member("by", extended.by)
            json.member("reason", extended.reason.text)
        case .promised(let text): json.member("text", text.text)
        case .promiseKept(let kept):
            json.member("promise", kept.ordinal)
            json.member("keptAt", reading.time(kept.at))
            json.member("note", kept.note?.text)
        case .promiseChanged(let changed):
            json.member("promise", changed.ordinal)
            json.member("due", changed.day?.iso)
            json.member("reason", changed.reason.text)
        case .undone(let first): json.member("from", first)
        case .accepted, .closed, .unmarkedDuplicate, .erased: break
        }
    }

    private func write(_ registration: Registration, _ json: inout JSONWriter) {
        json.member("channel", registration.channel.rawValue)
        json.member("receivedAt", reading.time(registration.receivedAt))
        json.person("customer", registration.customer)
        json.person("representative", registration.representative?.person, authority: registration.representative?.authority)
        json.member("story", registration.story.text)
        json.array("grievances") { json in
            for grievance in registration.grievances {
                if let text = grievance?.text { json.value(text) } else { json.null() }
            }
        }
        json.nature(registration.nature, in: reading.house.natures, language)
        writeJudgement(registration.severity, registration.severityReasons, registration.isConfidential, registration.aboutStaff, &json)
        if let origin = registration.origin {
            json.member("source", origin.source)
            json.member("reference", origin.reference.text)
        }
    }

    private func write(_ correction: Correction, _ json: inout JSONWriter) {
        if let channel = correction.channel { json.member("channel", channel.rawValue) }
        if let receivedAt = correction.receivedAt { json.member("receivedAt", reading.time(receivedAt)) }
        if let customer = correction.customer { json.person("customer", customer) }
        if let other = correction.representative { json.person("representative", other.person, authority: other.authority) }
        if let story = correction.story { json.member("story", story.text) }
    }

    private func write(_ classification: Classification, _ json: inout JSONWriter) {
        json.nature(classification.nature, in: reading.house.natures, language)
        writeJudgement(
            classification.severity, classification.reasons, classification.isConfidential, classification.aboutStaff, &json)
    }

    private func writeJudgement(
        _ severity: Severity, _ reasons: Set<SeverityReason>, _ isConfidential: Bool, _ about: StaffID?, _ json: inout JSONWriter
    ) {
        json.member("severity", severity.rawValue)
        json.texts("reasons", reasons.map(\.rawValue).sorted())
        json.member("confidential", isConfidential)
        json.member("aboutStaff", reading.email(about))
    }

    private func write(_ consultation: Consultation, _ json: inout JSONWriter) {
        json.member("consultation", consultation.id)
        json.member("colleague", reading.email(consultation.colleague))
        json.member("question", consultation.question.text)
        json.member("due", consultation.due.iso)
    }

    private func write(_ resolution: Resolution, _ json: inout JSONWriter) {
        json.texts("findings", resolution.findings.map(\.rawValue))
        json.member("cause", resolution.cause?.rawValue)
        json.remedy(resolution.remedy)
        json.member("answer", resolution.answer?.text)
    }
}
