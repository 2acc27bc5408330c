import Complaints
import Records
import Rehearsal
import Testing

@testable import Web

/// Each wait for a server is a trip over the network: what a page asks is asked together.
@Suite(.enabled(if: EngineUnderTest.current.engine == .postgres))
struct FewWaitsTests {
    @Test(arguments: [
        ("a file", "/klachten/NUMMER", SampleStaff.hassan, 3),
        ("a list", "/klachten?lijst=all", SampleStaff.hassan, 2),
        ("a list by promise", "/klachten?lijst=open", SampleStaff.mara, 2),
        ("an overview", "/overzicht", SampleStaff.dirk, 4),
        ("a search", "/klachten?lijst=all&q=monteur", SampleStaff.mara, 4),
    ])
    func `a page waits for the server a few times`(what: String, path: String, member: StaffMember, most: Int) async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            for turn in 1...3 { try await site.rehearsal.register { $0.story = "De monteur kwam \(turn) keer niet." } }
            let path = path.replacing("NUMMER", with: complaint.number.formatted)
            // Once before it counts: settings, people and the numbers beside lists are remembered.
            #expect(try await site.get(path, as: member).status == 200)
            let before = try #require(PostgresForTests.waits(of: site.rehearsal.records))
            #expect(try await site.get(path, as: member).status == 200)
            let waits = try #require(PostgresForTests.waits(of: site.rehearsal.records)) - before
            #expect(waits <= most, "\(what): \(waits)")
        }
    }

    @Test func `a registration waits for what it must know, and for its end`() async throws {
        try await withCaseOffice { rehearsal in
            try await rehearsal.register()
            let before = try #require(PostgresForTests.waits(of: rehearsal.records))
            try await rehearsal.register()
            #expect(try #require(PostgresForTests.waits(of: rehearsal.records)) - before == 2)
        }
    }
}
