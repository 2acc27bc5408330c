import Casework
import Complaints
import Records
import Rehearsal
import Testing

struct RegisterImportTests {
    static let map = """
        source: oud
        fields:
          reference: Nr
          receivedAt: Datum
          story: [Onderwerp, Tekst]
          customer.name: Naam
          customer.email: Mail
          closedAt: Klaar
        """

    static func row(_ number: Int) -> String {
        "\(number);05-03-2024;Storing;\"Regel 1\nRegel \"\"2\"\"\";Klant \(number);k\(number)@voorbeeld.invalid;12-03-2024\n"
    }

    static let header = "Nr;Datum;Onderwerp;Tekst;Naam;Mail;Klaar\n"

    @Test func `a thousand rows are taken over in a stream, once, without letters, and the journal is whole`() async throws {
        try await ImportingHouse.open { house in
            let csv = Self.header + (1...1000).map(Self.row).joined()
            let first = try await house.take(csv, Self.map)
            #expect(first.tally == ImportTally(takenOver: 1000) && first.lines == [])
            #expect(try await house.count("letter") == 0)
            let again = try await house.take(csv + Self.row(1001), Self.map)
            #expect(again.tally == ImportTally(takenOver: 1, alreadyThere: 1000))
            #expect(try await house.count("complaint") == 1001)
            #expect(try await house.records.read { try $0.prove() }.findings == [])
        }
    }

    @Test func `the journal says where a complaint came from, and a rebuilt house says the same`() async throws {
        try await ImportingHouse.open { house in
            try await house.take(Self.header + Self.row(7), Self.map)
            let one = try #require(try await house.complaints().first)
            #expect(one.story.text == "Storing\n\nRegel 1\nRegel \"2\"")
            let history = try await house.records.read { try $0.history(of: one.id) }
            #expect(
                history.first.map(\.occurrence.event).flatMap { event -> Origin? in
                    if case .registered(let registration) = event { registration.origin } else { nil }
                } == Origin(source: "oud", reference: Passage("7")))
            #expect(history.allSatisfy { $0.by == .system })
            _ = try await house.records.write { try $0.rebuildReadModels() }
            #expect(try await house.records.read { try $0.prove() }.findings == [])
            #expect(try await house.take(Self.header + Self.row(7), Self.map).tally.alreadyThere == 1)
        }
    }

    @Test func `a row that is refused leaves the others alone, and is taken over once it is right`() async throws {
        try await ImportingHouse.open { house in
            let wrong = Self.row(2).replacing("05-03-2024", with: "31-02-2024")
            let (tally, lines) = try await house.take(Self.header + Self.row(1) + wrong + "3;te;weinig\n" + Self.row(4), Self.map)
            #expect(tally == ImportTally(takenOver: 2, refused: 2))
            #expect(lines[0] == "line 4: receivedAt “31-02-2024”: there is no such day")
            #expect(lines[1] == "line 6: the row has 3 fields where the first line has 7")
            #expect(
                try await house.take(Self.header + Self.row(1) + Self.row(2) + Self.row(4), Self.map).tally
                    == ImportTally(takenOver: 1, alreadyThere: 2))
        }
    }

    @Test func `a row without a reference is known by its content`() async throws {
        try await ImportingHouse.open { house in
            let yaml = Self.map.replacing("  reference: Nr\n", with: "")
            let csv = Self.header + Self.row(1) + Self.row(1) + Self.row(2)
            let first = try await house.take(csv, yaml).tally
            #expect(first == ImportTally(takenOver: 2, alreadyThere: 1))
            #expect(try await house.take(csv, yaml).tally == ImportTally(alreadyThere: 3))
            // The same number from elsewhere is another complaint.
            #expect(try await house.take(csv, yaml.replacing("source: oud", with: "source: nieuw")).tally.takenOver == 2)
        }
    }

    @Test func `a dry run counts the same and writes nothing`() async throws {
        try await ImportingHouse.open { house in
            try await house.take(Self.header + Self.row(1), Self.map)
            let before = try await house.count("journal")
            let csv = Self.header + Self.row(1) + Self.row(2) + Self.row(2) + "x\n"
            let dry = try await house.take(csv, Self.map, isDryRun: true)
            #expect(dry.tally == ImportTally(takenOver: 1, alreadyThere: 2, refused: 1))
            #expect(try await house.count("journal") == before)
            #expect(try await house.take(csv, Self.map).tally == dry.tally)
        }
    }

    @Test func `a file in Windows-1252 is read when the map says so, and refused when not`() async throws {
        try await ImportingHouse.open { house in
            let bytes = Array((Self.header + Self.row(1)).utf8).flatMap { $0 == UInt8(ascii: "S") ? [0x80, 0xE9] : [$0] }
            let (tally, lines) = try await house.take(bytes, Self.map)
            #expect(tally.refused == 1 && lines == ["line 2: story is not in utf-8"])
            try await house.take(bytes, Self.map + "\nencoding: windows-1252\n")
            #expect(try await house.complaints().first?.story.text?.hasPrefix("€étoring") == true)
        }
    }

    @Test func `a column that is missing, or there twice, is named before anything is read`() async throws {
        try await ImportingHouse.open { house in
            await #expect(throws: ImportFault.noColumn("Klaar", there: ["Nr", "Datum", "Onderwerp", "Tekst", "Naam", "Mail"])) {
                try await house.take("Nr;Datum;Onderwerp;Tekst;Naam;Mail\n", Self.map)
            }
            await #expect(throws: ImportFault.doubledColumn("Mail")) {
                try await house.take("Nr;Datum;Onderwerp;Tekst;Naam;Mail;Mail;Klaar\n", Self.map)
            }
            await #expect(throws: ImportFault.headerUnreadable) { try await house.take([0xE9, 0x3B, 0x41, 0x0A], Self.map) }
        }
    }

    @Test func `the rows before an open quote are kept`() async throws {
        try await ImportingHouse.open { house in
            await #expect(throws: ImportFault.openQuote(line: 4)) {
                try await house.take(Self.header + Self.row(1) + "2;\"open\n", Self.map)
            }
            let count = try await house.count("complaint")
            #expect(count == 1)
        }
    }
}
