import Complaints
import Records

/// What happened to a complaint, in order, as the API tells it.
struct TimelineJSON {
    let reading: ComplaintReading
    let language: Language

    var bytes: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("number", reading.complaint.number.formatted)
            json.array("entries") { json in
                let undoings = reading.history.undoings
                for recorded in reading.history { json.object { write(recorded, undoneBy: undoings[recorded.sequence], &$0) } }
            }
        }
        return json.bytes
    }

    private func write(_ recorded: RecordedOccurrence, undoneBy undoing: RecordedOccurrence?, _ json: inout JSONWriter) {
        json.member("sequence", recorded.sequence)
        json.member("at", reading.time(recorded.at))
        writeActor(recorded.by, &json)
        if let undoing { json.member("undoneBy", undoing.sequence) }
        json.member("event", EventNames.name(of: recorded.occurrence.event))
        EventJSON(reading: reading, language: language).write(recorded.occurrence.event, &json)
        let changes = recorded.occurrence.promises
        if !changes.isEmpty { json.array("promises") { json in for change in changes { json.object { write(change, &$0) } } } }
    }

    private func writeActor(_ identity: Actor.Identity, _ json: inout JSONWriter) {
        switch identity {
        case .staff(let id):
            json.member("by", reading.email(id))
            json.member("byName", reading.name(id))
        case .token(let id): json.member("by", "token:\(id)")
        case .colleague(let id):
            json.member("by", "mail:\(reading.email(id) ?? "")")
            json.member("byName", reading.name(id))
        case .customer: json.member("by", "customer")
        case .system: json.member("by", "system")
        }
    }

    private func write(_ change: PromiseChange, _ json: inout JSONWriter) {
        switch change {
        case .made(let promise):
            header("made", promise.ordinal, promise.kind, &json)
            json.member("due", reading.time(promise.due))
        case .moved(let ordinal, _, let due, _):
            header("moved", ordinal, kind(ordinal), &json)
            json.member("due", reading.time(due))
        case .recounted(let ordinal, let count):
            header(count.pauses.last.map { $0.until == nil } == true ? "paused" : "moved", ordinal, kind(ordinal), &json)
            json.member("due", reading.time(count.due))
        case .met(let ordinal, let at):
            header("met", ordinal, kind(ordinal), &json)
            json.member("metAt", reading.time(at))
        case .withdrawn(let ordinal): header("withdrawn", ordinal, kind(ordinal), &json)
        case .restored(let ordinal): header("restored", ordinal, kind(ordinal), &json)
        }
    }

    private func header(_ change: String, _ ordinal: Int, _ kind: PromiseKind?, _ json: inout JSONWriter) {
        json.member("change", change)
        json.member("ordinal", ordinal)
        json.member("kind", kind?.rawValue)
    }

    private func kind(_ ordinal: Int) -> PromiseKind? { reading.complaint.promises.first { $0.ordinal == ordinal }?.kind }
}
