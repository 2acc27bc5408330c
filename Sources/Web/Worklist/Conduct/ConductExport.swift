import Casework
import Complaints
import Hummingbird
import NIOCore
import Records

/// Every step of every complaint of a period, worked out from the journal itself and not from what pages count: with the entry that proves it.
struct ConductExport: Sendable {
    private static let lot = 100

    let desk: Desk
    let span: Span
    let reader: WorklistReader
    let records: any Database

    private static let columns = [
        "number", "received", "procedure", "step", "due", "done", "verdict", "entry", "by",
    ]

    var body: ResponseBody {
        ResponseBody { writer in
            try await writer.write(ByteBuffer(bytes: Self.line(Self.columns)))
            var last: ComplaintPlace?
            repeat {
                let (place, bytes) = try await lot(after: last)
                if !bytes.isEmpty { try await writer.write(ByteBuffer(bytes: bytes)) }
                last = place
                // Others' requests come in between.
                try await Task.sleep(for: .milliseconds(1))
            } while last != nil
            try await writer.finish(nil)
        }
    }

    private func lot(after last: ComplaintPlace?) async throws -> (ComplaintPlace?, [UInt8]) {
        let (span, reader) = (span, reader)
        return try await records.read { snapshot in
            let places = try snapshot.received(in: span, after: last, for: reader, limit: Self.lot)
            var bytes: [UInt8] = []
            for place in places {
                let history = try snapshot.history(of: place.id)
                guard let complaint = Complaint(id: place.id, history: history) else { continue }
                for step in Conduct(of: complaint, history: history, at: reader.now).steps {
                    bytes += Self.line(values(of: step, complaint))
                }
            }
            return (places.count < Self.lot ? nil : places.last, bytes)
        }
    }

    private func values(of step: Conduct.Step, _ complaint: Complaint) -> [String] {
        let (name, due): (String, Instant?) =
            switch step.subject {
            case .registered: ("registered", nil)
            case .assigned: ("assigned", nil)
            case .resolved: ("resolved", nil)
            case .closed: ("closed", nil)
            case .promise(let promise): (promise.kind.rawValue, promise.due)
            }
        func time(_ instant: Instant?) -> String { instant.map { MachineTime.text($0, desk.calendar.zone) } ?? "" }
        return [
            complaint.number.formatted, time(complaint.receivedAt), "\(complaint.procedureVersion)", name, time(due), time(step.doneAt),
            step.verdict.rawValue, step.sequence.map { "\($0)" } ?? "", step.by.map(who) ?? "",
        ]
    }

    /// Whoever did it: a member of staff by name, the others by what they are.
    private func who(_ identity: Actor.Identity) -> String {
        switch identity {
        case .staff(let id), .colleague(let id): desk.name(of: id) ?? "staff:\(id.value)"
        case .token(let id): "token:\(id)"
        case .customer: "customer"
        case .system: "system"
        }
    }

    private static func line(_ values: [String]) -> [UInt8] {
        var line = CSVLine(separator: UInt8(ascii: ","))
        for value in values { line.add(value) }
        line.end()
        return line.bytes
    }
}
