import Casework
import Complaints
import Foundation
import Records
import RecordsOnSQLite
import Rehearsal
import Testing

/// A house moves from the engine of this run to SQLite and back: so both ways are met on either.
@Suite struct HouseMoveTests {
    /// A house that has been at work, and an empty one in a folder.
    private func withTwo(_ body: (RehearsalOffice, SQLiteDatabase, BlobFolder) async throws -> Void) async throws {
        try await withCaseOffice { house in
            var work = RandomWork(house, seed: 5)
            try await work.run(complaints: 12, acts: 80)
            // Its stream comes after those of complaints, and has a small number.
            try await house.records.write {
                _ = try $0.apply(procedure: ProcedureDocument.standard.yaml, after: 0, by: .system, at: house.now)
            }
            let digest = try house.blobs.keep(Data("bestand".utf8))
            let document = Document(digest: digest, size: 7, name: Passage("bestand.txt"), isFromCustomer: false)
            let complaint = try await house.registerAtWork()
            try await house.perform(.attach(document), on: complaint, by: SampleStaff.hassan)
            let folder = house.folder + "/other"
            let other = try SQLiteDatabase(in: HouseFolder(folder))
            try await Migrations.apply(on: other)
            try await body(house, other, BlobFolder(folder: URL(filePath: folder + "/documents")))
            try await other.close()
        }
    }

    private func lines(_ database: any Database) async throws -> [String] {
        var lines: [String] = []
        for table in MovedTable.all {
            let rows = try await database.read { try $0.rows(of: table, after: nil, from: nil, limit: 100_000) }
            lines += rows.map { "\(table.name) \($0)" }.sorted()
        }
        return lines
    }

    @Test func `everything arrives, and the other house is whole`() async throws {
        try await withTwo { house, other, blobs in
            let report = try await HouseMove(from: house.records, house.blobs, to: other, blobs).run()
            #expect(report.complaints == 13)
            #expect(report.lost.allSatisfy { Set($0).count == 1 })
            #expect(try await lines(other) == lines(house.records))
            #expect(try await other.read { try $0.prove() }.isWhole)
            #expect(try blobs.bytes(of: BlobFolder.digest(of: Data("bestand".utf8))) == Data("bestand".utf8))
        }
    }

    @Test func `and comes back the same`() async throws {
        try await withTwo { house, other, blobs in
            _ = try await HouseMove(from: house.records, house.blobs, to: other, blobs).run()
            try await EngineUnderTest.current.withDatabase { back in
                _ = try await HouseMove(from: other, blobs, to: back, BlobTable(in: back)).run()
                #expect(try await lines(back) == lines(house.records))
                #expect(try await back.read { try $0.prove() }.isWhole)
            }
        }
    }

    @Test func `what was cut off goes on, and a house that is there is never written over`() async throws {
        try await withTwo { house, other, blobs in
            let journal = try #require(MovedTable.all.first { $0.name == "journal" })
            let rows = try await house.records.read { try $0.rows(of: journal, after: nil, from: nil, limit: 20) }
            try await other.write { tx in
                try tx.beginMove()
                try tx.put(rows, into: journal)
            }
            let move = HouseMove(from: house.records, house.blobs, to: other, blobs)
            _ = try await move.run()
            #expect(try await lines(other) == lines(house.records))
            await #expect(throws: HouseMove.Fault.notEmpty) { try await move.run() }
        }
    }

    @Test func `every table and every column is moved, derived anew, or left on purpose`() async throws {
        try await withTwo { _, other, _ in
            let found = try await other.read { snapshot in
                try snapshot.all(
                    """
                    SELECT m.name, p.name FROM sqlite_master m JOIN pragma_table_info(m.name) p
                    WHERE m.type = 'table' AND m.name NOT LIKE 'search_index%' AND m.name NOT LIKE 'sqlite_%' ORDER BY 1, 2
                    """
                ) { "\($0.text(0)).\($0.text(1))" }
            }
            let moved = MovedTable.all.flatMap { table in table.columns.map { "\(table.name).\($0.name)" } }
            let expected = found.filter { name in !MovedTable.left.contains { name.hasPrefix($0 + ".") } }
            #expect(moved.sorted() == expected.sorted())
        }
    }
}
