import Casework
import Complaints
import Exports
import Foundation
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

    /// Names and codes for programs, the words of the page for people.
    private var columns: [ListFile.Column] {
        let say = desk.say
        return [
            .init(key: "number", title: say("Nummer", "Number")), .init(key: "received", title: say("Ontvangen", "Received")),
            .init(key: "procedure", title: say("Procedure", "Procedure")), .init(key: "step", title: say("Stap", "Step"), width: 28),
            .init(key: "due", title: say("Uiterlijk", "Due")), .init(key: "done", title: say("Gedaan", "Done")),
            .init(key: "verdict", title: say("Oordeel", "Verdict")), .init(key: "entry", title: say("Journaalregel", "Entry")),
            .init(key: "by", title: say("Door", "By"), width: 24),
        ]
    }

    var body: ResponseBody {
        ResponseBody { writer in
            try await writer.write(ByteBuffer(bytes: Self.line(columns.map(\.key))))
            var last: ComplaintPlace?
            repeat {
                let (place, rows) = try await lot(after: last)
                let bytes = rows.flatMap { Self.line($0.map(\.text)) }
                if !bytes.isEmpty { try await writer.write(ByteBuffer(bytes: bytes)) }
                last = place
                // Others' requests come in between.
                try await Task.sleep(for: .milliseconds(1))
            } while last != nil
            try await writer.finish(nil)
        }
    }

    /// The same as a spreadsheet, written lot by lot.
    ///
    /// - Parameter folder: where it is written for a moment.
    func spreadsheet(in folder: String) async throws -> ByteBuffer {
        let path = "\(folder)/list-\(UInt64.random(in: 0 ... .max)).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let sheet = try Spreadsheet(path: path, name: desk.say("Procedure", "Procedure"), folder: folder)
        sheet.head(columns.map(\.title), widths: columns.map(\.width))
        var (last, count): (ComplaintPlace?, Int) = (nil, 1)
        repeat {
            let (place, rows) = try await lot(after: last)
            for row in rows { sheet.add(row.map(\.sheet)) }
            count += rows.count
            last = place
            try await Task.sleep(for: .milliseconds(1))
        } while last != nil && count < Spreadsheet.mostRows
        return try await PrintingRoom.apart {
            try sheet.close()
            return ByteBuffer(bytes: try Data(contentsOf: URL(fileURLWithPath: path)))
        }
    }

    private func lot(after last: ComplaintPlace?) async throws -> (ComplaintPlace?, [[ListFile.Cell]]) {
        let (span, reader) = (span, reader)
        return try await records.read { snapshot in
            let places = try snapshot.received(in: span, after: last, for: reader, limit: Self.lot)
            var rows: [[ListFile.Cell]] = []
            for place in places {
                let history = try snapshot.history(of: place.id)
                guard let complaint = Complaint(id: place.id, history: history) else { continue }
                for step in Conduct(of: complaint, history: history, at: reader.now).steps {
                    rows.append(values(of: step, complaint))
                }
            }
            return (places.count < Self.lot ? nil : places.last, rows)
        }
    }

    private func values(of step: Conduct.Step, _ complaint: Complaint) -> [ListFile.Cell] {
        let zone = desk.calendar.zone
        let due: Instant? = if case .promise(let promise) = step.subject { promise.due } else { nil }
        return [
            .text(complaint.number.formatted), .moment(complaint.receivedAt, zone), .count(complaint.procedureVersion),
            name(of: step.subject),
            .moment(due, zone), .moment(step.doneAt, zone), .coded(step.verdict.rawValue, words: desk.say.conduct(step.verdict)),
            .count(step.sequence), step.by.map(who) ?? .text(""),
        ]
    }

    private func name(of subject: Conduct.Subject) -> ListFile.Cell {
        let code =
            switch subject {
            case .registered: "registered"
            case .assigned: "assigned"
            case .resolved: "resolved"
            case .closed: "closed"
            case .promise(let promise): promise.kind.rawValue
            }
        return .coded(code, words: desk.say.step(subject))
    }

    /// Whoever did it: a member of staff, the others by what they are.
    private func who(_ identity: Actor.Identity) -> ListFile.Cell {
        let say = desk.say
        return switch identity {
        case .staff(let id), .colleague(let id): desk.staff[id] == nil ? .text("staff:\(id.value)") : desk.person(id)
        case .token(let id): .coded("token:\(id)", words: say("koppeling \(id)", "program \(id)"))
        case .customer: .coded("customer", words: say("klant", "customer"))
        case .system: .coded("system", words: "Gehoor")
        }
    }

    private static func line(_ values: [String]) -> [UInt8] {
        var line = CSVLine(separator: UInt8(ascii: ","))
        for value in values { line.add(value) }
        line.end()
        return line.bytes
    }
}
