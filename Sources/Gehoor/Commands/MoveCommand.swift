import ArgumentParser
import Casework
import Foundation
import RecordsOnSQLite

/// `gehoor move`
struct MoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move", abstract: "Carries a house from one database to another, and proves that all of it arrived.",
        discussion: """
            Not while either is in use. One that was cut off is given again, and goes on where it stopped. The house that it came from stays as
            it was. A house on a server has its keys in a data folder: say which with --from-data and --to-data.
            """)

    @Option(help: ArgumentHelp("The data folder, or postgres://…", valueName: "place"))
    var from: String

    @Option(help: ArgumentHelp("The data folder, or postgres://…; empty, or not there.", valueName: "place"))
    var to: String

    @Option(help: ArgumentHelp("The data folder of the house on a server that is moved.", valueName: "dir"))
    var fromData: String?

    @Option(help: ArgumentHelp("The data folder for the house on a server.", valueName: "dir"))
    var toData: String?

    func run() async throws {
        let source = try place(from, data: fromData, option: "--from-data")
        let target = try place(to, data: toData, option: "--to-data")
        let report = try await OpenHouse.with(source, ifAbsent: .refuse, .alone) { source in
            // Keys first: a house on a server takes those that it finds for its own.
            try HouseKeys(in: source.folder.path).copy(to: target.folder.path)
            return try await OpenHouse.with(target, ifAbsent: .make, .alone, isMoving: true) { target in
                try await HouseMove(from: source.database, source.blobs, to: target.database, target.blobs).run { Output.say($0) }
            }
        }
        for digest in report.lost { Output.data("document: \(digest) is missing or altered, and was not moved") }
        Output.say(
            "Moved \(Counted.words(report.complaints, "complaint")) and \(Counted.words(report.documents, "document")) to \(target.shown): \(Counted.words(report.rows, "row")), the same in both."
        )
        if !report.lost.isEmpty { throw CommandFault(.findings, "") }
    }

    private func place(_ text: String, data: String?, option: String) throws -> HousePlace {
        guard text.contains("://") else { return try HousePlace(database: nil, folder: HouseFolder(text)) }
        // A wrong address is said before a missing folder.
        _ = try HousePlace(database: text, folder: HouseFolder(""))
        guard let data, !data.isEmpty else { throw ValidationError("Say where the keys of the house on the server are: \(option) DIR.") }
        return try HousePlace(database: text, folder: HouseFolder(data))
    }
}

extension CommandFault {
    init(_ fault: HouseMove.Fault) {
        switch fault {
        case .notEmpty: self.init(.notAllowed, "There is a house already where this one should go: a move overwrites nothing.")
        case .differs(let what): self.init(.findings, "The two houses differ: \(what). Nothing was taken away from either.")
        }
    }
}
