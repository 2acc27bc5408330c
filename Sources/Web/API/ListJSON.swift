import Casework
import Complaints
import Records

/// A page of a list as the API tells it. For readers who see lists without names, those are null.
struct ListJSON: Sendable {
    let page: WorklistPage
    let promises: [ComplaintID: [PromiseRow]]
    let staff: [StaffID: StaffMember]
    let house: House
    let now: Instant
    let language: Language

    init(
        page: WorklistPage, promises: [ComplaintID: [PromiseRow]], staff: [StaffMember], house: House, now: Instant, language: Language
    ) {
        self.page = page
        self.promises = promises
        self.staff = Dictionary(staff.map { ($0.id, $0) }) { first, _ in first }
        self.house = house
        self.now = now
        self.language = language
    }

    var bytes: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.array("complaints") { json in
                for row in page.rows { json.object { write(row, &$0) } }
            }
            json.member("next", page.next?.text)
            json.member("cut", page.cut?.rawValue)
        }
        return json.bytes
    }

    private func write(_ row: WorklistRow, _ json: inout JSONWriter) {
        json.member("number", row.number.formatted)
        json.member("phase", row.phase.rawValue)
        json.member("channel", row.channel.rawValue)
        json.member("receivedAt", time(row.receivedAt))
        json.member("registeredAt", time(row.registeredAt))
        json.member("changedAt", time(row.changedAt))
        json.member("sequence", row.sequence)
        json.member("open", row.phase.isOpen)
        json.member("late", row.isLate(at: now))
        writePeople(row, &json)
        json.nature(row.nature, in: house.natures, language)
        json.member("severity", row.severity.rawValue)
        json.member("confidential", row.isConfidential)
        json.member("awaitsReaction", row.awaitsReaction)
        json.member("outcome", row.outcome?.rawValue)
        json.member("cause", row.cause?.rawValue)
        json.member("resolvedAt", time(row.resolvedAt))
        json.member("closedAt", time(row.closedAt))
        writePromises(of: row.id, &json)
    }

    private func writePeople(_ row: WorklistRow, _ json: inout JSONWriter) {
        json.object("customer") { json in
            json.member("name", row.customerName)
            json.member("organisation", row.organisation)
        }
        json.member("opening", row.opening)
        let handler = row.handler.flatMap { staff[$0] }
        json.member("handler", handler?.email.text)
        json.member("handlerName", handler?.name)
    }

    private func writePromises(of id: ComplaintID, _ json: inout JSONWriter) {
        json.array("promises") { json in
            for promise in promises[id] ?? [] {
                json.object { json in
                    json.member("kind", promise.kind.rawValue)
                    json.member("due", time(promise.due))
                    json.member("state", promise.state(at: now).rawValue)
                    json.member("metAt", time(promise.metAt))
                    json.member("withdrawnAt", time(promise.withdrawnAt))
                }
            }
        }
    }

    private func time(_ instant: Instant?) -> String? { instant.map { MachineTime.text($0, house.calendar.zone) } }
}
