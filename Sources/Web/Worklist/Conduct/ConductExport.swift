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

    /// In the words of the page; what stands below is codes and moments, for programs.
    private var titles: [String] {
        let say = desk.say
        return [
            say("Nummer", "Number"), say("Ontvangen", "Received"), say("Procedure", "Procedure"), say("Stap", "Step"),
            say("Uiterlijk", "Due"), say("Gedaan", "Done"), say("Oordeel", "Verdict"), say("Journaalregel", "Entry"), say("Door", "By"),
        ]
    }

    var body: ResponseBody {
        ResponseBody { writer in
            try await writer.write(ByteBuffer(bytes: Self.line(titles)))
            var last: ComplaintPlace?
            repeat {
                let (place, rows) = try await lot(after: last)
                let bytes = rows.flatMap(Self.line)
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
        sheet.head(titles, widths: titles.map { _ in 20 })
        var (last, count): (ComplaintPlace?, Int) = (nil, 1)
        repeat {
            let (place, rows) = try await lot(after: last)
            for row in rows { sheet.add(row.map { $0.isEmpty ? .empty : .text($0) }) }
            count += rows.count
            last = place
            try await Task.sleep(for: .milliseconds(1))
        } while last != nil && count < Spreadsheet.mostRows
        return try await PrintingRoom.apart {
            try sheet.close()
            return ByteBuffer(bytes: try Data(contentsOf: URL(fileURLWithPath: path)))
        }
    }

    private func lot(after last: ComplaintPlace?) async throws -> (ComplaintPlace?, [[String]]) {
        let (span, reader) = (span, reader)
        return try await records.read { snapshot in
            let places = try snapshot.received(in: span, after: last, for: reader, limit: Self.lot)
            var rows: [[String]] = []
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
