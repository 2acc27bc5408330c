import Complaints
import Foundation
import HTTPTypes
import Records
import Rehearsal
import Testing

@testable import Web

struct WorklistExportTests {
    @Test func `a list as a file for machines can be read back exactly`() async throws {
        try await StaffedSite.open { site in
            let texts = NaughtyText.all + ["twee\nregels", "komma, \"aanhaling\"", "=HYPERLINK(\"x\")", "\u{FF1D}1", "-5"]
            for text in texts {
                try await site.rehearsal.register {
                    $0.customer.name = text.replacingOccurrences(of: "\n", with: " ")
                    $0.story = text
                }
            }
            let answer = try await site.get("/klachten.csv?volgorde=oldest")
            #expect(answer.headers[.contentType]?.hasPrefix("text/csv") == true)
            let rows = CSVText.rows(answer.bytes, separator: ",")
            #expect(rows.first?.first == "number" && rows.first?[8] == "opening", "no more than the beginning of the story")
            #expect(rows.allSatisfy { $0.count == WorklistColumn.allCases.count })
            let names = rows.dropFirst().map { $0[6] }
            #expect(Set(names) == Set(texts.map { $0.replacingOccurrences(of: "\n", with: " ") }))
            #expect(names.count == texts.count)
            #expect(rows.dropFirst().allSatisfy { $0[3] == "2026-11-20T10:15:00+01:00" })
        }
    }

    @Test func `the file for a spreadsheet holds no formula, and guards nothing but what people typed`() async throws {
        try await StaffedSite.open { site in
            let formulas = ["=1+1", "+1", "-1", "@a", "\u{FF1D}1", "\u{FF0B}1", "\u{FF0D}1", "\u{FF20}1"]
            for text in formulas {
                try await site.rehearsal.register {
                    $0.customer.name = text
                    $0.customer.organisation = text
                    $0.story = text
                }
            }
            let answer = try await site.get("/klachten-excel.csv")
            #expect(Array(answer.bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
            let rows = CSVText.rows(Array(answer.bytes.dropFirst(3)), separator: ";")
            #expect(rows.count == formulas.count + 1)
            #expect(rows.first?.first == "Nummer")
            for row in rows.dropFirst() {
                for column in [6, 7, 8] { #expect(row[column].hasPrefix("'"), "\(row[column])") }
                #expect(!row[0].hasPrefix("'"))
                #expect(row[3] == "20-11-2026 10:15")
            }
            #expect(FormulaGuard.guarded("\tx") == "'\tx")
            #expect(FormulaGuard.guarded("\rx") == "'\rx")
            #expect(FormulaGuard.guarded("a=b") == "a=b")
        }
    }

    @Test func `a file holds the whole list and nothing else: all rows over all pages, the same filter`() async throws {
        try await StaffedSite.open { site in
            for index in 0..<620 {
                try await site.rehearsal.register { $0.channel = index % 2 == 0 ? "phone" : "email" }
            }
            let all = CSVText.rows(try await site.get("/klachten.csv").bytes, separator: ",").dropFirst()
            #expect(all.count == 620)
            #expect(Set(all.map { $0[0] }).count == 620)
            let mails = try await site.get("/klachten.csv?kanaal=email")
            #expect(CSVText.rows(mails.bytes, separator: ",").count == 311)
        }
    }
}

/// Reads RFC 4180, by the byte.
enum CSVText {
    static func rows(_ bytes: [UInt8], separator: Character) -> [[String]] {
        guard let separator = separator.asciiValue else { return [] }
        var rows: [[String]] = []
        var row: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        var index = 0
        func take() {
            row.append(String(decoding: field, as: UTF8.self))
            field = []
        }
        while index < bytes.count {
            let byte = bytes[index]
            if isQuoted {
                if byte == UInt8(ascii: "\"") {
                    if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") {
                        field.append(byte)
                        index += 1
                    } else {
                        isQuoted = false
                    }
                } else {
                    field.append(byte)
                }
            } else if byte == UInt8(ascii: "\""), field.isEmpty {
                isQuoted = true
            } else if byte == separator {
                take()
            } else if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A {
                take()
                rows.append(row)
                row = []
                index += 1
            } else {
                field.append(byte)
            }
            index += 1
        }
        return rows
    }
}
