import Casework
import Complaints
import Foundation
import Records
import Rehearsal
import Testing

@testable import Web

/// One list, for programs and for people.
struct ListFileTests {
    private static func measure(_ site: StaffedSite) async throws -> Measure {
        var input = MeasureInput()
        (input.kind, input.title, input.problem) = ("preventive", "=1+1", "Storing.")
        (input.action, input.owner, input.due, input.checkOn) = ("Doen.", SampleStaff.hassan.id, "2027-03-18", "2027-06-01")
        input.cost = "1250"
        return try await site.workplace.measures.raise(input, from: [], by: SampleStaff.dirk.actor)
    }

    private static func spike(_ site: StaffedSite) async throws {
        let signal = KeptSignal(.spike, about: "billing", week: "2026-11-09", found: 9, usual: 0...3, oneIn: 5000, at: site.rehearsal.now)
        try await site.rehearsal.records.write { try $0.keep(signal) }
    }

    @Test func `programs read codes, ISO days, whole amounts and texts as they are`() async throws {
        try await StaffedSite.open { site in
            let id = try await Self.measure(site).id.value
            let file = try await site.get(Paths.measuresCSV, as: SampleStaff.mara)
            let line = "\(id),=1+1,preventive,open,\(SampleStaff.hassan.email.text),2026-11-20,2027-03-18,,2027-03-18,,1250.00\r\n"
            #expect(file.text.hasSuffix("\r\n" + line), "\(file.text)")
            try await Self.spike(site)
            let signals = try await site.get(Paths.signalsCSV, as: SampleStaff.mara)
            #expect(signals.text.hasSuffix("\r\n2026-11-09,nature,billing,spike,9,,0,3,5000,raised,\r\n"), "\(signals.text)")
        }
    }

    @Test func `people read the words of the page, dates as dates and amounts as numbers`() async throws {
        try await StaffedSite.open { site in
            _ = try await Self.measure(site)
            let measures = try await Self.sheet(site.get(Paths.measuresSheet, as: SampleStaff.mara).bytes)
            for words in ["Soort", "Stand", "=1+1", "preventief", "loopt", "Hassan El Amrani"] {
                #expect(measures.contains("<t>\(words)</t>"), "\(words) in \(measures)")
            }
            #expect(measures.contains("<v>1250</v>") && !measures.contains("preventive") && !measures.contains("2027-03-18"))
            try await Self.spike(site)
            let signals = try await Self.sheet(site.get(Paths.signalsSheet, as: SampleStaff.mara).bytes)
            for words in ["Week vanaf", "Soort klacht", "Facturatie", "piek", "nog niet bekeken"] {
                #expect(signals.contains("<t>\(words)</t>"), "\(words) in \(signals)")
            }
        }
    }

    @Test func `each step of the procedure is named for people, with moments as dates`() async throws {
        try await StaffedSite.open { site in
            _ = try await site.rehearsal.registerAtWork()
            let steps = try await Self.sheet(site.get(Paths.conductSheet + "?periode=jaar", as: SampleStaff.aukje).bytes)
            for words in ["Stap", "geregistreerd", "behandelaar aangewezen", "gedaan", "Mara Jansen"] {
                #expect(steps.contains("<t>\(words)</t>"), "\(words) in \(steps)")
            }
            #expect(!steps.contains("first-contact") && !steps.contains("T10:15:00"))
        }
    }

    /// What stands in the cells.
    private static func sheet(_ bytes: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("gehoor-\(UInt64.random(in: 0 ... .max)).xlsx")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        let reading = "import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read('xl/worksheets/sheet1.xml'))"
        (process.arguments, process.standardOutput) = (["-c", reading, file.path], pipe)
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
