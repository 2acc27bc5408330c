import Casework
import Complaints
import Records
import Rehearsal

/// A rehearsal house that takes over a file.
struct ImportingHouse {
    let office: RehearsalOffice

    /// Columns for every field, each under its own name.
    static let everyField = "source: oud\nfields:\n" + ImportField.allCases.map { "  \($0.rawValue): \($0.rawValue)\n" }.joined()

    static func open(_ body: (ImportingHouse) async throws -> Void) async throws {
        for engine in EngineUnderTest.all { try await engine.withOffice { try await body(ImportingHouse(office: $0)) } }
    }

    var records: any Database { office.records }

    @discardableResult
    func take(_ csv: String, _ yaml: String, isDryRun: Bool = false) async throws -> (tally: ImportTally, lines: [String]) {
        try await take(Array(csv.utf8), yaml, isDryRun: isDryRun)
    }

    @discardableResult
    func take(_ bytes: [UInt8], _ yaml: String, isDryRun: Bool = false) async throws -> (tally: ImportTally, lines: [String]) {
        let map = try ImportMap(yaml: yaml)
        var rest = bytes[...]
        let reader = try CSVReader(separator: map.separator, hasQuotes: map.hasQuotes) {
            defer { rest = rest.dropFirst(1000) }
            return Array(rest.prefix(1000))
        }
        var lines: [String] = []
        let register = RegisterImport(map, records: records, clock: office.clock.clock, house: CurrentHouse())
        let tally = try await register.run(reader, isDryRun: isDryRun) { lines += $0.lines }
        return (tally, lines)
    }

    /// One row of fields and texts on a map of every field; the complaint, or what was wrong.
    func row(_ texts: [ImportField: String], more yaml: String = "") async throws -> (complaint: Complaint?, lines: [String]) {
        var texts = texts
        let usual: [ImportField: String] = [
            .story: "De server ligt stil.", .name: "Anna de Vries", .email: "anna@voorbeeld.invalid", .receivedAt: "2024-03-05 10:00",
        ]
        for (field, text) in usual
        where texts[field] == nil {
            texts[field] = text
        }
        let fields = ImportField.allCases
        let csv = "\(fields.map(\.rawValue).joined(separator: ";"))\n\(fields.map { texts[$0] ?? "" }.joined(separator: ";"))\n"
        let (_, lines) = try await take(csv, Self.everyField + yaml)
        return (try await complaints().last, lines)
    }

    func complaints() async throws -> [Complaint] {
        try await records.read { snapshot in
            try snapshot.all("SELECT id FROM complaint ORDER BY id") { ComplaintID($0.integer(0)) }.compactMap {
                try snapshot.complaint($0)
            }
        }
    }

    func count(_ table: String) async throws -> Int { try await records.read { try $0.count("SELECT count(*) FROM \(table)") } }
}
