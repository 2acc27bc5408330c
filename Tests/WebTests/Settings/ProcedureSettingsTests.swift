import Casework
import Complaints
import Records
import Rehearsal
import Testing

@testable import Web

struct `The procedure, for the administrator` {
    private static let quick = ProcedureDocument.standard.yaml.replacing("within: 2 working days", with: "within: 1 working day")
    private static let spoiled = ProcedureDocument.standard.yaml.replacing("within: 2 working days", with: "within: 0 working days")

    private func open(_ body: @escaping @Sendable (EnteredSite, inout Browser) async throws -> Void) async throws {
        try await EnteredSite.open { site async throws in
            var browser = try await site.browser(of: SampleStaff.bo)
            try await body(site, &browser)
        }
    }

    private func post(_ browser: inout Browser, _ yaml: String, seen: String = "1", act: String = "bewaar") async throws -> BrowserAnswer {
        let fields = [("document", yaml.replacing("\n", with: "\r\n")), ("gezien", seen), ("act", act)]
        return try await browser.post(Paths.procedureSettings, fields, from: Paths.procedureSettings)
    }

    @Test func `looking first keeps nothing, compares line by line and shows what customers read`() async throws {
        try await open { site, browser async throws in
            let answer = try await post(&browser, Self.quick, act: "bekijk")
            #expect(answer.status == 200 && answer.holds("within: 2 working days</del>") && answer.holds("within: 1 working day</ins>"))
            #expect(answer.holds("binnen 1 werkdag contact"))
            #expect(try await site.workplace.read { _, house in house.procedure.version } == 1)
        }
    }

    @Test func `it is saved as a version, and customers read it`() async throws {
        try await open { site, browser async throws in
            #expect(try await post(&browser, Self.quick).status == 303)
            #expect(try await browser.get(Paths.procedure).holds("binnen 1 werkdag contact"))
            #expect(try await browser.get(Paths.procedureSettings).holds("versie 2"))
            #expect(try await post(&browser, Self.spoiled, seen: "2").status == 422)
            let stale = try await post(&browser, ProcedureDocument.standard.yaml)
            #expect(stale.status == 409)
            #expect(try await site.audited(.settingChanged) == 1)
        }
    }

    @Test func `what is wrong is named with its line, and nothing comes into force`() async throws {
        try await open { site, browser async throws in
            let answer = try await post(&browser, Self.spoiled)
            #expect(
                answer.status == 422 && answer.holds("Regel ") && answer.holds("neem minstens 1") && answer.holds("href=\"#f-document\""))
            #expect(answer.holds("within: 0 working days"))
            #expect(try await site.workplace.read { _, house in house.procedure.version } == 1)
        }
    }
}

struct `Two texts side by side` {
    @Test func `lines that only one has stand alone, those that changed beside each other`() {
        let rows = LineComparison("a\nb\nc\nd", "a\nB\nc\nx\nd").rows
        #expect(rows.map { $0.before?.words } == ["a", "b", "c", nil, "d"])
        #expect(rows.map { $0.after?.words } == ["a", "B", "c", "x", "d"])
        #expect(rows.map(\.isSame) == [true, false, true, false, true])
    }

    @Test func `what is the same is left out`() {
        let text = (1...50).map(String.init).joined(separator: "\n")
        let excerpt = LineComparison(text, text.replacing("\n25\n", with: "\nvijfentwintig\n")).excerpt()
        #expect(excerpt.compactMap { $0?.before?.number } == [23, 24, 25, 26, 27] && excerpt.first == .some(nil))
        #expect(LineComparison(text, text).excerpt().isEmpty)
    }
}
