import ArgumentParser
import Casework
import Records
import RecordsOnSQLite

/// `gehoor seals`
struct SealsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seals", abstract: "Prints the seals of the journal, one a line, to be kept elsewhere.",
        discussion: """
            Keep what this prints where whoever rules this machine can't change it. `gehoor verify --seals FILE` then finds whatever was altered
            in anything older, also by somebody who had the whole house and its keys.
            """)

    @OptionGroup var house: HouseOptions

    @Option(help: ArgumentHelp("Only those after this number.", valueName: "n"))
    var after = 0

    @Flag(help: "Makes a seal first; the server makes one a day by itself.")
    var now = false

    func run() async throws {
        let count = try await OpenHouse.with(house, ifAbsent: .refuse) { house in
            if now { _ = try await house.sealing.seal() }
            return try await print(house)
        }
        Output.say("\(Counted.words(count, "seal")).")
    }

    private func print(_ house: OpenHouse) async throws -> Int {
        var count = 0
        var place: Int? = after
        while let from = place {
            let lines = try await house.database.read { try $0.sealLines(after: from, limit: 100) }
            for line in lines { Output.data(line.line) }
            count += lines.count
            place = lines.last?.ordinal
        }
        return count
    }
}
