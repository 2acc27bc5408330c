import ArgumentParser
import Casework
import Foundation
import Records
import RecordsOnSQLite

/// `gehoor import`
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Takes over complaints from elsewhere, from a CSV file. Never makes a letter.",
        discussion: """
            Prints one line for each thing that is wrong with a row; such a row is not taken over, and the command ends with 1.
            A row that was taken over before is left alone: correct the others and give the same file again.
            """)

    @OptionGroup var house: HouseOptions

    @Argument(help: "The CSV file.", completion: .file())
    var file: String?

    @Option(help: "Which column is which: a YAML file, or one of \(ReadyMap.allCases.map(\.rawValue).joined(separator: ", ")).")
    var map: String?

    @Flag(help: "Reads, judges and counts, and writes nothing.")
    var dryRun = false

    @Option(help: "Prints a map that comes with the program.")
    var showMap: String?

    func validate() throws {
        if let showMap {
            if ReadyMap(rawValue: showMap) == nil {
                throw ValidationError(
                    "There is no map “\(showMap)”. There are: \(ReadyMap.allCases.map(\.rawValue).joined(separator: ", ")).")
            }
        } else if file == nil || map == nil {
            throw ValidationError("Give the CSV file, and --map.")
        }
    }

    func run() async throws {
        if let ready = showMap.flatMap(ReadyMap.init) { return show(ready) }
        guard let file, let map else { return }
        let place = try house.place()
        do {
            let map = try ImportFile.map(map)
            let reader = try CSVReader(separator: map.separator, hasQuotes: map.hasQuotes, ImportFile.chunks(of: file))
            // Before a house is made for a file that can't be read.
            try map.check(header: reader.header)
            let tally = try await take(reader, map, isMade: place.isMade())
            let verb = dryRun ? "Would take over" : "Took over"
            Output.say("\(verb) \(tally.takenOver); \(Counted.thereAlready(tally.alreadyThere)); \(tally.refused) refused.")
            if tally.refused > 0 { throw CommandFault(.findings, "") }
        } catch let fault as ImportFault {
            throw CommandFault(.badInput, fault.sentence)
        }
    }

    private func show(_ ready: ReadyMap) {
        for line in ready.yaml.split(separator: "\n") { Output.data(String(line)) }
    }

    private func take(_ reader: CSVReader, _ map: ImportMap, isMade: Bool) async throws -> ImportTally {
        // A dry run makes no house; without one nothing is known of staff, and nothing was taken over.
        if dryRun, !isMade { return try await take(reader, map, into: nil) }
        return try await OpenHouse.with(house, ifAbsent: dryRun ? .refuse : .make) { try await take(reader, map, into: $0.database) }
    }

    private func take(_ reader: CSVReader, _ map: ImportMap, into records: (any Database)?) async throws -> ImportTally {
        let register = RegisterImport(map, records: records, clock: .system, house: CurrentHouse())
        return try await register.run(reader, isDryRun: dryRun) { refused in
            for line in refused.lines { Output.data(line) }
        } progress: { tally in
            if tally.rows.isMultiple(of: 1000) { Output.say("\(tally.rows) rows …") }
        }
    }
}

/// The files of an import; what can't be read ends with 65.
private enum ImportFile {
    static func map(_ name: String) throws -> ImportMap {
        if let ready = ReadyMap(rawValue: name) { return try ImportMap(yaml: ready.yaml) }
        let data = try open(name).read(upToCount: 1 << 17) ?? Data()
        guard let text = String(validating: data, as: UTF8.self) else { throw ImportFault.map(.notUTF8) }
        return try ImportMap(yaml: text)
    }

    /// The bytes of a file, a chunk at a time.
    static func chunks(of path: String) throws -> () throws -> [UInt8] {
        let handle = try open(path)
        return { [UInt8](try handle.read(upToCount: 1 << 16) ?? Data()) }
    }

    private static func open(_ path: String) throws -> FileHandle {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
            let handle = FileHandle(forReadingAtPath: path)
        else { throw CommandFault(.badInput, "\(path) can't be read.") }
        return handle
    }
}
