import Casework
import Complaints
import Foundation
import Records
import Rehearsal
import Testing

@Suite struct `The register as a file` {
    private func file(_ format: RegisterExport.Format, of office: RehearsalOffice) async throws -> Data {
        let file = Gathered()
        _ = try await RegisterExport(of: office.records, as: format).run { file.bytes += $0 }
        return file.bytes
    }

    private final class Gathered { var bytes = Data() }

    @Test func `an empty house gives a header row, or nothing`() async throws {
        try await withCaseOffice { office in
            let csv = String(decoding: try await file(.csv, of: office), as: UTF8.self)
            #expect(csv.hasPrefix("number,phase,channel,receivedAt,") && csv.hasSuffix("duplicateOf\r\n"))
            #expect(csv.filter(\.isNewline).count == 1)
            #expect(try await file(.json, of: office).isEmpty)
        }
    }

    @Test func `what people wrote comes out as it was, quotes, line ends, formulas and all`() async throws {
        try await withCaseOffice { office in
            let story = "Hij zei: \"morgen\",\nmaar er kwam niemand; =1+1 ’s avonds 👩‍👩‍👧"
            let complaint = try await office.register { $0.story = story }
            let csv = String(decoding: try await file(.csv, of: office), as: UTF8.self)
            #expect(csv.contains("\"Hij zei: \"\"morgen\"\",\nmaar er kwam niemand; =1+1 ’s avonds 👩‍👩‍👧\""))
            let line = try #require(try await lines(office).first)
            #expect(line["number"] as? String == complaint.number.formatted && line["story"] as? String == story)
        }
    }

    @Test func `a line tells all that happened, with the words`() async throws {
        try await withCaseOffice { office in
            let complaint = try await office.registerAtWork()
            try await office.perform(.note("De planning had de verkeerde straat."), on: complaint, by: SampleStaff.hassan)
            let history = try #require(try await lines(office).first?["history"] as? [[String: Any]])
            #expect(history.map { $0["event"] as? String } == ["registered", "assigned", "accepted", "noted"])
            #expect((history.last?["words"] as? [String: String])?.values.contains("De planning had de verkeerde straat.") == true)
            #expect((history.last?["facts"] as? [String: [String]])?.isEmpty == false)
        }
    }

    @Test func `the oldest comes first, over several lots, and the same house gives the same bytes`() async throws {
        try await withCaseOffice { office in
            var numbers: [String] = []
            for turn in 0..<230 {
                office.clock.advance(seconds: 60)
                numbers.append(try await office.register { $0.story = "Klacht \(turn): de bus reed door." }.number.formatted)
            }
            #expect(try await lines(office).compactMap { $0["number"] as? String } == numbers)
            let first = try await file(.csv, of: office)
            #expect(try await file(.csv, of: office) == first)
        }
    }

    private func lines(_ office: RehearsalOffice) async throws -> [[String: Any]] {
        try await file(.json, of: office).split(separator: 0x0A).compactMap {
            try JSONSerialization.jsonObject(with: $0) as? [String: Any]
        }
    }
}
