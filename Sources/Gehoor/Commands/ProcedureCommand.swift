import ArgumentParser
import Casework
import Complaints
import Foundation
import Records

/// `gehoor procedure`
struct ProcedureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "procedure", abstract: "The complaints procedure as a document.",
        subcommands: [ProcedureCheckCommand.self, ProcedureApplyCommand.self, ProcedureShowCommand.self])
}

/// `gehoor procedure check`
struct ProcedureCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Says what is wrong with a procedure, a line for each finding; ends with 1 when there is one.",
        discussion: "With --data it is judged against the calendar and the natures of that house, else against those of a new one.")

    @OptionGroup var house: HouseOptions

    @Argument(help: "The document (YAML).", completion: .file())
    var file: String

    @Flag(help: "Says it in Dutch.")
    var dutch = false

    func run() async throws {
        let document = try ProcedureFile.read(file)
        do {
            let procedure = try await check(document)
            Output.say(
                dutch
                    ? "In orde: \(Counted.words(procedure.phases.count, "fase", "fasen")), \(Counted.words(procedure.promises.count, "toezegging", "toezeggingen"))."
                    : "It is in order: \(Counted.words(procedure.phases.count, "phase")), \(Counted.words(procedure.promises.count, "promise"))."
            )
        } catch let refusal as ProcedureRefusal {
            for finding in refusal.findings { Output.data(finding.sentence(in: dutch ? .dutch : .english)) }
            throw CommandFault(.findings, "")
        }
    }

    private func check(_ document: ProcedureDocument) async throws -> Procedure {
        if !house.isGiven {
            return try document.procedure(version: 1, in: ProcedureSurroundings(.standard, at: Clock.system.now()))
        }
        return try await OpenHouse.with(house, ifAbsent: .refuse) { try await $0.procedures.check(document) }
    }
}

/// `gehoor procedure apply`
struct ProcedureApplyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply", abstract: "Brings a procedure into force, for what is received from now on; prints its version.")

    @OptionGroup var house: HouseOptions

    @Argument(help: "The document (YAML).", completion: .file())
    var file: String

    func run() async throws {
        let document = try ProcedureFile.read(file)
        do {
            let version = try await OpenHouse.with(house, ifAbsent: .refuse) {
                try await $0.procedures.apply(document, seen: nil, by: .system)
            }
            Output.data("\(version)")
        } catch let refusal as ProcedureRefusal {
            for finding in refusal.findings { Output.say(finding.sentence(in: .english)) }
            throw CommandFault(.badInput, "The procedure did not come into force.")
        }
    }
}

/// `gehoor procedure show`
struct ProcedureShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Prints the procedure that holds, or writes it to a file.",
        discussion: "Without --data it is the procedure that every house begins with.")

    @OptionGroup var house: HouseOptions

    @Argument(help: "Where to write it; standard output without one. A file that is there stays as it is.", completion: .file())
    var file: String?

    @Option(help: ArgumentHelp("Another version than the one that holds.", valueName: "n"))
    var version: Int?

    func run() async throws {
        let document = try await document()
        guard let file else { return try FileHandle.standardOutput.write(contentsOf: Data(document.yaml.utf8)) }
        do {
            try Data(document.yaml.utf8).write(to: URL(filePath: file), options: .withoutOverwriting)
        } catch let error as CocoaError where error.code == .fileWriteFileExists {
            throw CommandFault(.badInput, "\(file) is there already. Give another name.")
        } catch {
            throw CommandFault(.io, "\(file) can't be written.")
        }
    }

    private func document() async throws -> ProcedureDocument {
        let found: ProcedureDocument?
        if house.isGiven {
            found = try await OpenHouse.with(house, ifAbsent: .refuse) { house in
                try await house.database.read { [version] snapshot in
                    let now = try CurrentHouse().settings(in: snapshot).procedure.version
                    return try snapshot.procedureDocument(version: version ?? now)
                }
            }
        } else {
            found = version ?? 1 == 1 ? .standard : nil
        }
        guard let found else { throw CommandFault(.notThere, "There is no such version of the procedure.") }
        return found
    }
}

/// A document in a file; what can't be read ends with 65.
enum ProcedureFile {
    static func read(_ path: String) throws -> ProcedureDocument {
        guard let handle = FileHandle(forReadingAtPath: path),
            case .success(let found) = Result(catching: { try handle.read(upToCount: ProcedureDocument.mostBytes + 1) })
        else {
            throw CommandFault(.badInput, "\(path) can't be read.")
        }
        guard let data = found, !data.isEmpty else { throw CommandFault(.badInput, "\(path) is empty.") }
        guard let text = String(validating: data, as: UTF8.self) else { throw CommandFault(.badInput, "\(path) is not UTF-8.") }
        return ProcedureDocument(yaml: text)
    }
}
