import Foundation
package import Records

/// Carries a house from one database to another, whatever the engines: journal, words and plain tables row by row, documents by their digest;
/// what can be derived is derived anew. One that was cut off is taken up where it stopped. At the end both are compared.
///
/// Nobody else may write to either meanwhile.
package struct HouseMove: Sendable {
    /// Why nothing, or not all, was carried.
    package enum Fault: Error, Hashable, Sendable {
        /// There is a house already where this one should go.
        case notEmpty
        /// Both were compared, and differ in this.
        case differs(String)
    }

    package struct Report: Hashable, Sendable {
        package var rows = 0
        package var complaints = 0
        package var documents = 0
        /// Documents that the journal speaks of and the source does not have.
        package var lost: [String] = []
    }

    private static let lot = 1000

    private let source: any Database
    private let target: any Database
    private let documents: (from: any BlobStore, to: any BlobStore)

    package init(from source: any Database, _ documents: any BlobStore, to target: any Database, _ targetDocuments: any BlobStore) {
        self.source = source
        self.target = target
        self.documents = (documents, targetDocuments)
    }

    /// Throws `Fault`, `DatabaseFault`, `BlobFault`. `progress` hears what is done, in words.
    package func run(progress: @escaping @Sendable (String) -> Void = { _ in }) async throws -> Report {
        try await begin()
        var report = Report()
        for table in MovedTable.all {
            let rows = try await carry(table)
            report.rows += rows
            if rows > 0 { progress("\(table.name): \(rows) \(rows == 1 ? "row" : "rows")") }
        }
        try await carryDocuments(&report)
        report.complaints = try await target.maintenance { connection in
            try connection.transaction { try $0.rebuildReadModels { progress("\($0) complaints derived …") } }
        }
        try await compare()
        try await target.write { try $0.endMove() }
        return report
    }

    private func begin() async throws {
        try await target.write { tx in
            if try tx.snapshot.isMovedHalf() { return }
            for table in MovedTable.all {
                if try tx.snapshot.rowCount(of: table) > 0 { throw Fault.notEmpty }
            }
            try tx.beginMove()
        }
    }

    private func carry(_ table: MovedTable) async throws -> Int {
        let lead = try await target.read { try $0.lastLead(of: table) }
        let key = table.key.compactMap { name in table.columns.firstIndex { $0.name == name } }
        var place: [SQLValue]?
        var count = 0
        while true {
            let from = place
            let rows = try await source.read { try $0.rows(of: table, after: from, from: lead, limit: Self.lot) }
            guard let last = rows.last else { return count }
            try await target.write { try $0.put(rows, into: table) }
            place = key.map { last[$0] }
            count += rows.count
        }
    }

    private func carryDocuments(_ report: inout Report) async throws {
        for digest in try await source.read({ try $0.houseContents().documents }) {
            // What is altered is as good as lost; the others go on.
            guard let bytes = try? await documents.from.bytes(of: digest) else {
                report.lost.append(digest)
                continue
            }
            _ = try await documents.to.keep(bytes)
            report.documents += 1
        }
    }

    private func compare() async throws {
        for table in MovedTable.all {
            let (here, there) = (
                try await source.read { try $0.rowCount(of: table) }, try await target.read { try $0.rowCount(of: table) }
            )
            if here != there { throw Fault.differs("\(table.name): \(here) rows in one, \(there) in the other") }
        }
        var place: Int64 = .min
        while true {
            let from = place
            let here = try await source.read { try $0.chainEnds(after: from, limit: Self.lot) }
            let there = try await target.read { try $0.chainEnds(after: from, limit: Self.lot) }
            guard here.elementsEqual(there, by: { $0 == $1 }) else { throw Fault.differs("the journal of a complaint after \(from)") }
            guard let last = here.last else { return }
            place = last.id
        }
    }
}
