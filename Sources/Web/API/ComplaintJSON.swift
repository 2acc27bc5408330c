import Casework
import Complaints

/// A complaint as the API tells it.
struct ComplaintJSON {
    let reading: ComplaintReading
    let actor: Actor
    let now: Instant
    let say: Wording

    private var complaint: Complaint { reading.complaint }

    var bytes: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            writeStanding(&json)
            json.person("customer", complaint.customer)
            json.person("representative", complaint.representative?.person, authority: complaint.representative?.authority)
            json.member("story", complaint.story.text)
            writeJudgement(&json)
            writePeople(&json)
            writeOutcome(&json)
            writeConsultations(&json)
            writeDocuments(&json)
            writePromises(&json)
            json.texts("possibleActs", possibleActs)
        }
        return json.bytes
    }

    private func writeStanding(_ json: inout JSONWriter) {
        json.member("number", complaint.number.formatted)
        json.member("phase", complaint.phase.rawValue)
        json.member("channel", complaint.channel.rawValue)
        json.member("receivedAt", reading.time(complaint.receivedAt))
        json.member("registeredAt", reading.time(complaint.registeredAt))
        json.member("changedAt", reading.time(complaint.changedAt))
        json.member("sequence", complaint.sequence)
        json.member("open", complaint.phase.isOpen)
        json.member("procedureVersion", complaint.procedureVersion)
        json.member("late", complaint.isLate(at: now))
    }

    /// The domain leaves out what the clock forbids by now.
    private var possibleActs: [String] {
        let isTooLate = complaint.lastAct.map { now >= $0.ends } ?? false
        let procedure = reading.house.procedures.version(complaint.procedureVersion)
        return complaint.possibleActs(for: actor, under: procedure, among: reading.colleagues).filter {
            $0 != .undo || !isTooLate
        }.map(\.rawValue).sorted()
    }

    private func writeJudgement(_ json: inout JSONWriter) {
        json.array("grievances") { json in
            for grievance in complaint.grievances {
                json.object { json in
                    json.member("id", grievance.id)
                    json.member("text", grievance.text?.text)
                    json.member("finding", grievance.finding?.rawValue)
                }
            }
        }
        json.nature(complaint.nature, in: reading.house.natures, say.language)
        json.member("severity", complaint.severity.rawValue)
        json.texts("reasons", complaint.severityReasons.map(\.rawValue).sorted())
        json.member("confidential", complaint.isConfidential)
    }

    private func writePeople(_ json: inout JSONWriter) {
        json.member("aboutStaff", reading.email(complaint.aboutStaff))
        json.member("handler", reading.email(complaint.handler))
        json.member("handlerName", reading.name(complaint.handler))
        json.member("awaitsReaction", complaint.awaitsReaction)
        json.member("reopeningRequest", complaint.reopeningRequest?.text)
    }

    private func writeOutcome(_ json: inout JSONWriter) {
        json.member("outcome", complaint.outcome?.rawValue)
        json.member("cause", complaint.cause?.rawValue)
        json.remedy(complaint.remedy)
        json.investigation(complaint.investigation)
        json.rating(complaint.rating)
        json.member("resolvedAt", reading.time(complaint.resolvedAt))
        json.member("closedAt", reading.time(complaint.closedAt))
        json.member("duplicateOf", reading.duplicateOf?.formatted)
    }

    private func writeConsultations(_ json: inout JSONWriter) {
        json.array("consultations") { json in
            for consultation in complaint.consultations {
                json.object { json in
                    json.member("id", consultation.id)
                    json.member("colleague", reading.email(consultation.colleague))
                    json.member("colleagueName", reading.name(consultation.colleague))
                    json.member("question", consultation.question.text)
                    json.member("due", consultation.due.iso)
                    json.member("contribution", consultation.contribution?.text)
                    json.member("contributedAt", reading.time(consultation.contributedAt))
                }
            }
        }
    }

    private func writeDocuments(_ json: inout JSONWriter) {
        json.array("documents") { json in
            for (index, document) in complaint.documents.enumerated() {
                json.object { json in
                    json.member("ordinal", index + 1)
                    json.document(document)
                }
            }
        }
    }

    private func writePromises(_ json: inout JSONWriter) {
        json.array("promises") { json in
            for promise in complaint.promises { json.object { write(promise, &$0) } }
        }
    }

    private func write(_ promise: Promise, _ json: inout JSONWriter) {
        json.member("ordinal", promise.ordinal)
        json.member("kind", promise.kind.rawValue)
        if let topic = promise.topic { json.member("topic", topic) }
        json.member("due", reading.time(promise.due))
        json.member("state", promise.state(at: now).rawValue)
        json.member(
            "explanation",
            reading.calendars[promise.calendarVersion].map {
                say.explanation(of: promise, on: $0, cause: reading.causes[promise.ordinal])
            })
        json.array("history") { json in
            for former in promise.history {
                json.object { json in
                    json.member("due", reading.time(former.due))
                    json.member("until", reading.time(former.until))
                }
            }
        }
        json.member("metAt", reading.time(promise.metAt))
        json.member("withdrawnAt", reading.time(promise.withdrawnAt))
        json.member("countedFrom", reading.time(promise.start))
        json.rule(promise.rule.lengthened(by: promise.added))
        json.member("pausedSince", reading.time(promise.isOutstanding ? promise.pausedSince : nil))
        json.member("procedureVersion", promise.procedureVersion)
        json.member("calendarVersion", promise.calendarVersion)
    }
}
