import Complaints
package import Foundation
package import Records

/// The whole register as a file: every complaint, oldest first, read and written in lots, so that its size does not matter. The same data
/// gives the same bytes.
package struct RegisterExport: Sendable {
    package enum Format: String, CaseIterable, Sendable {
        /// RFC 4180: a header row, one record for each complaint.
        case csv
        /// One object a line, with everything that happened.
        case json
    }

    private static let lot = 200

    private let records: any Database
    private let format: Format

    package init(of records: any Database, as format: Format) { (self.records, self.format) = (records, format) }

    /// Hands out the file piece by piece; the number of complaints in it. Throws what `write` throws.
    package func run(_ write: (Data) throws -> Void, progress: (Int) -> Void = { _ in }) async throws -> Int {
        let (staff, zone) = try await records.read { snapshot in
            let staff = try snapshot.allStaff().map { ($0.id, $0.email.text) }
            return (Dictionary(uniqueKeysWithValues: staff), try CurrentHouse().settings(in: snapshot).calendar.zone)
        }
        if format == .csv { try write(Self.row(RegisterColumn.all.map(\.name))) }
        var place: RegisterPlace?
        var count = 0
        while true {
            let lot = try await lot(after: place, zone, staff)
            guard let last = lot.places.last else { return count }
            try write(lot.bytes)
            place = last
            count += lot.places.count
            progress(count)
        }
    }

    private func lot(
        after place: RegisterPlace?, _ zone: OfficeZone, _ staff: [StaffID: String]
    ) async throws -> (places: [RegisterPlace], bytes: Data) {
        try await records.read { snapshot in
            let places = try snapshot.register(after: place, limit: Self.lot)
            var bytes = Data()
            for place in places { bytes += try line(of: place.id, zone, staff, in: snapshot) }
            return (places, bytes)
        }
    }

    private func line(of id: ComplaintID, _ zone: OfficeZone, _ staff: [StaffID: String], in snapshot: Snapshot) throws -> Data {
        guard let complaint = try snapshot.complaint(id) else { return Data() }
        let row = RegisterRow(
            complaint: complaint, zone: zone, staff: staff, duplicateOf: try complaint.duplicateOf.flatMap { try snapshot.number(of: $0) })
        switch format {
        case .csv: return Self.row(RegisterColumn.all.map { $0.text(row) ?? "" })
        case .json: return try RegisterObject(row, history: snapshot.journalTexts(of: id)).line()
        }
    }

    private static func row(_ values: [String]) -> Data {
        var line = CSVLine(separator: UInt8(ascii: ","))
        for value in values { line.add(value) }
        line.end()
        return Data(line.bytes)
    }
}
