import Complaints
import Records
import Rehearsal
import Testing

struct GoldenJournalTests {
    @Test(arguments: EngineUnderTest.all)
    func `every kind of event is written as it always was, and read back as what it is`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let occurrences = GoldenJournal.occurrences()
            let id = ComplaintID(1)
            try await rehearsal.records.write { tx in
                _ = try tx.append(Array(occurrences.prefix(1)), asNew: id, by: .system, at: GoldenJournal.kroon)
                let journalled = try tx.complaintToChange(id)
                _ = try tx.append(Array(occurrences.dropFirst()), to: journalled, by: .system, at: GoldenJournal.due)
            }
            let slots = Set(try await rehearsal.records.read { try $0.all("SELECT slot FROM passage") { $0.text(0) } })
            let entries = try await rehearsal.records.read {
                try $0.all("SELECT name, body FROM journal ORDER BY sequence") { ($0.text(0), $0.text(1)) }
            }
            let written = entries.map { name, body in
                ([name] + body.split(separator: "\n").map { Self.withoutDigest($0, slots) }).joined(separator: "\n")
            }
            #expect(written.joined(separator: "\n\n") == GoldenJournal.text)
            #expect(try await rehearsal.records.read { try $0.history(of: id) }.map(\.occurrence) == occurrences)
            #expect(try await rehearsal.records.read { try $0.prove() }.findings == [])
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `what an older program wrote is read without writing it again`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            try await rehearsal.records.write { tx in
                let entries: [(String, String)] = [
                    ("registered", "number 000000000\nchannel phone\nreceived 1795166100000\nseverity normal\ngrievances 1\nstory 00\n"),
                    ("classified", "about hosting\nwrong too-slow\nseverity normal\na-line-of-tomorrow 12\n"),
                ]
                for (index, entry) in entries.enumerated() {
                    try tx.execute(
                        "INSERT INTO journal (stream, stream_id, sequence, recorded_at, actor, name, body, hash) VALUES ('complaint', 1, ?, 5, 'staff:2', ?, ?, ?)",
                        SQLValue(index + 1), .text(entry.0), .text(entry.1), .blob(Array(repeating: 0, count: 32)))
                }
            }
            let complaint = try #require(try await rehearsal.records.read { try $0.complaint(ComplaintID(1)) })
            #expect(complaint.story == .erased)
            #expect(complaint.customer == nil)
            #expect(complaint.nature == Nature(about: "hosting", wrong: "too-slow"))
        }
    }

    private static func withoutDigest(_ line: Substring, _ slots: Set<String>) -> String {
        guard let key = line.split(separator: " ").first, slots.contains(String(key)) else { return String(line) }
        return "\(key) #"
    }
}
