import Complaints
import Records
import Rehearsal
import Testing

@testable import Web

/// Every route, as everybody, on every kind of complaint, against a table written by hand.
@Suite struct `Who gets what from which route` {
    @Test func `every route stands in the table`() async throws {
        try await withSite { site in
            let listed = Set(Expectations.plain.keys).union(Expectations.files.keys).union([Expectations.act])
            #expect(site.routes.filter { !$0.contains(" /api/") }.subtracting(listed).sorted() == [])
        }
    }

    @Test func `routes about no complaint answer as the table says`() async throws {
        try await withSite { site in
            let followed = try await site.rehearsal.register()
            for (route, row) in Expectations.plain.sorted(by: { $0.key < $1.key }) where site.routes.contains(route) {
                // Some of them end a session: everybody signs in anew.
                let visitors = try await MatrixVisitors(in: site, following: followed.id)
                var found = ""
                for session in visitors.sessions { found += try await Self.answer(of: route, as: session, in: site).letter }
                #expect(found == row, "\(route)")
            }
        }
    }

    @Test func `routes about a complaint answer as the table says`() async throws {
        try await withSite { site in
            let complaints = MatrixComplaints(rehearsal: site.rehearsal)
            let visitors = try await MatrixVisitors(in: site, following: site.rehearsal.register().id)
            for (route, rows) in Expectations.files.sorted(by: { $0.key < $1.key }) where site.routes.contains(route) {
                for kind in Expectations.Kind.allCases {
                    var found = ""
                    for (column, session) in visitors.sessions.enumerated() {
                        let number = try await complaints.number(kind, for: column)
                        let letter = try await complaints.letter(of: number)
                        found += try await Self.answer(of: route, about: number, letter: letter, as: session, in: site).letter
                    }
                    #expect(found == rows.row(kind), "\(route), \(kind.rawValue)")
                }
            }
        }
    }

    @Test(arguments: Expectations.acts.keys.sorted())
    func `what can be done to a complaint is what the table says`(act: String) async throws {
        let rows = try #require(Expectations.acts[act])
        try await withSite { site in
            let complaints = MatrixComplaints(rehearsal: site.rehearsal)
            let visitors = try await MatrixVisitors(in: site, following: site.rehearsal.register().id)
            for kind in Expectations.Kind.allCases {
                var found = ""
                for (column, session) in visitors.sessions.enumerated() {
                    let path = "/klachten/\(try await complaints.number(kind, for: column))/\(act)"
                    found += try await site.post(path, Self.fields(act), as: session).letter
                }
                #expect(found == rows.row(kind), "\(act), \(kind.rawValue)")
            }
        }
    }

    private static func answer(
        of route: String, about number: String = "", letter: Int64 = 1, as session: SiteUnderTest.Session, in site: SiteUnderTest
    ) async throws -> SiteUnderTest.Answer {
        let path = filled(route, number, letter)
        return route.hasPrefix("GET ") ? try await site.get(path, as: session) : try await site.post(path, [], as: session)
    }

    private static func filled(_ route: String, _ number: String, _ letter: Int64) -> String {
        let path = route.drop { $0 != "/" }
        let values = [
            "{nummer}": number, "{volgnummer}": "1", "{brief}": "\(letter)", "{link}": String(repeating: "A", count: 43),
            "{name}": "desk.css", "{handeling}": "note",
        ]
        return values.reduce(String(path)) { $0.replacing($1.key, with: $1.value) }
    }

    private static func fields(_ act: String) -> [(String, String)] {
        switch act {
        case "note": [("text", "Gebeld met de planning.")]
        case "answer": [("text", "Wij komen morgen.")]
        case "assign": [("handler", "\(SampleStaff.sanne.id.value)"), ("reason", "load")]
        case "contact": [("outcome", "reached")]
        case "withdraw": [("reason", "Het is al goed.")]
        default: []
        }
    }
}
