import Exports
import Foundation
import Testing

struct ReportPrinterTests {
    private static var report: ReportDocument {
        var report = ReportDocument(title: "Klachten: directiebeoordeling", subtitle: "Hof-Ünal B.V. · 2026", footer: "Hof-Ünal B.V.")
        let sentence = String(repeating: "Een zin met woorden en een lange-lange-samenstelling. ", count: 60)
        let points = (1...53).map(Self.point)
        let rows = (1...120).map { ["Soort \($0)\0\u{1B}\u{FFFE}", "\($0)", "een langere tekst die niet past"] }
        report.blocks.append(.heading("In het kort"))
        report.blocks.append(.paragraph(sentence))
        report.blocks.append(.chart(ReportChart(title: "Ontvangen", reading: "Week 46: 12, normaal 2–9.", points: points, centre: 4)))
        let head = ["Gaat over", "Aantal", "Ervoor"]
        report.blocks.append(.table(ReportTable(caption: "Waar het over gaat", head: head, rows: rows)))
        return report
    }

    private static func point(_ week: Int) -> ReportChart.Point {
        let amount: Double? = week == 7 ? nil : Double(week % 9)
        let mark: String? = week == 20 ? "Storing" : nil
        return ReportChart.Point(name: "wk \(week)", amount: amount, lower: 0, upper: 8, isOutside: week == 50, mark: mark)
    }

    @Test func `a report is a PDF with tags over several sheets`() throws {
        let pdf = try ReportPrinter.pdf(Self.report, printedAt: "2026-11-20T10:15:00+01:00")
        #expect(pdf.starts(with: Array("%PDF-".utf8)))
        let info = try Self.run("/usr/bin/pdfinfo", pdf)
        #expect(info.contains(/Tagged: +yes/), "\(info)")
        #expect(info.contains(/Page size: +595/))
        let pages = try #require(info.firstMatch(of: /Pages: +(\d+)/).flatMap { Int($0.1) })
        #expect(pages > 2)
    }

    @Test func `the same report of the same moment is the same bytes, and of another differs in the date alone`() throws {
        let first = try ReportPrinter.pdf(Self.report, printedAt: "2026-11-20T10:15:00+01:00")
        #expect(try ReportPrinter.pdf(Self.report, printedAt: "2026-11-20T10:15:00+01:00") == first)
        let later = try ReportPrinter.pdf(Self.report, printedAt: "2026-11-21T10:15:00+01:00")
        #expect(later.count == first.count)
        #expect(zip(first, later).count { $0 != $1 } <= 4)
    }

    @Test func `its texts can be read out in order`() throws {
        let text = try Self.run("/usr/bin/pdftotext", try ReportPrinter.pdf(Self.report, printedAt: "2026-11-20T10:15:00+01:00"))
        #expect(text.contains("Klachten: directiebeoordeling"))
        #expect(text.contains("Hof-Ünal B.V. · 2026"))
        #expect(text.contains("Soort 120"))
    }

    @Test func `a row that is higher than a sheet goes on over the next, and loses no word`() throws {
        var report = ReportDocument(title: "Klachten", subtitle: "", footer: "")
        let words = (1...400).map { "woord\($0)" }
        let rows = [["Facturatie", "12", "9 november"], ["Hosting", "9", words.joined(separator: " ")], ["Netwerk", "4", "16 november"]]
        report.blocks.append(.table(ReportTable(caption: "Signalen", head: ["Signaal", "Toen", "Stand"], rows: rows)))
        let pdf = try ReportPrinter.pdf(report, printedAt: "2026-11-20T10:15:00Z")
        let text = try Self.run("/usr/bin/pdftotext", pdf)
        let found = Set(text.split { $0.isWhitespace }.map(String.init))
        #expect(found.isSuperset(of: words) && found.contains("Netwerk"))
        let info = try Self.run("/usr/bin/pdfinfo", pdf)
        let pages = try #require(info.firstMatch(of: /Pages: +(\d+)/).flatMap { Int($0.1) })
        #expect((3...40).contains(pages))
    }

    @Test func `a report without anything is a sheet`() throws {
        let pdf = try ReportPrinter.pdf(ReportDocument(title: "", subtitle: "", footer: ""), printedAt: "2026-11-20T10:15:00Z")
        #expect(try Self.run("/usr/bin/pdfinfo", pdf).contains(/Pages: +1/))
    }

    @Test func `a spreadsheet holds texts as texts`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gehoor-\(UInt64.random(in: 0 ... .max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("a.xlsx").path
        let sheet = try Spreadsheet(path: path, name: "Klachten", folder: folder.path)
        sheet.head(["Naam", "Aantal", "Dag"], widths: [20, 8, 16])
        sheet.add([.text("=1+1"), .number(3), .moment(year: 2026, month: 11, day: 20, hour: 10, minute: 15)])
        // U+FFFE, U+FDD0 and U+1FFFF, which the compiler takes in no text.
        let none = String(decoding: [0xFFFE, 0xFDD0, 0xD83F, 0xDFFF] as [UInt16], as: UTF16.self)
        sheet.add([.text("a\0b"), .text("c\(none)d 😀"), .empty])
        try sheet.close()
        // What a formula would stand in is not there.
        let reading = "import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read('xl/worksheets/sheet1.xml'))"
        let cells = try Self.output(of: "/usr/bin/python3", ["-c", reading, path])
        #expect(cells.contains("<t>=1+1</t>") && cells.contains("<t>ab</t>") && cells.contains("<t>cd 😀</t>"), "\(cells)")
        #expect(!cells.contains("<f>") && cells.contains("<v>3</v>"), "\(cells)")
    }

    private static func run(_ program: String, _ input: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("gehoor-\(UInt64.random(in: 0 ... .max)).pdf")
        try Data(input).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try output(of: program, program.hasSuffix("pdftotext") ? [file.path, "-"] : [file.path])
    }

    private static func output(of program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
