import ArgumentParser
import Casework

/// `gehoor token`
struct TokenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Keys of programs to the API.", subcommands: [TokenAddCommand.self])
}

/// `gehoor token add`
struct TokenAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Makes an API token, and prints it this once.")

    @OptionGroup var house: HouseOptions

    @Option(help: "What the token is for.")
    var name: String

    @Option(help: "One or more roles, a comma apart.")
    var role: RoleList

    func run() async throws {
        try await OpenHouse.with(house, ifAbsent: .make) { house in
            Output.data(try await house.accounts.makeToken(name: name, roles: role.roles).text)
        }
    }
}
