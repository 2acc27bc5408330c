import ArgumentParser
import Records
import RecordsOnSQLite

/// `gehoor rebuild`
struct RebuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild", abstract: "Derives every table anew from the journal. Not while the house is in use.")

    @OptionGroup var house: HouseOptions

    func run() async throws {
        try await OpenHouse.with(house, ifAbsent: .refuse, .alone) { house in
            let count = try await house.database.maintenance { connection in
                try connection.transaction { try $0.rebuildReadModels { Output.say("\($0) complaints …") } }
            }
            Output.say("Derived \(Counted.words(count, "complaint")) anew.")
        }
    }
}
