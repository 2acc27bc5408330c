import ArgumentParser
import Casework
import Foundation
import Records

/// `gehoor staff`
struct StaffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staff", abstract: "Members of staff.", subcommands: [StaffAddCommand.self])
}

/// `gehoor staff add`
struct StaffAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Adds a member of staff, who can sign in at once.")

    @OptionGroup var house: HouseOptions

    @Option(help: "The name.")
    var name: String

    @Option(help: "The e-mail address, to sign in with.")
    var email: String

    @Option(help: "One or more roles, a comma apart.")
    var role: RoleList

    @Option(help: "The team, by which figures can be looked at.")
    var team = ""

    @Flag(help: "Reads the password from standard input, as one line.")
    var passwordStdin = false

    func validate() throws {
        if !passwordStdin { throw ValidationError("Give the password on standard input, with --password-stdin.") }
    }

    func run() async throws {
        _ = try house.place()
        let password = Password(try TypedPassword.read())
        try await OpenHouse.with(house, ifAbsent: .make) { house in
            let input = StaffInput(name: name, email: email, roles: role.roles, team: team)
            let member = try await house.accounts.addStaff(input, password: password)
            Output.say("Added \(member.name) (\(member.email)).")
        }
    }
}

/// A password that comes on standard input.
enum TypedPassword {
    private static let mostBytes = 4096

    /// The first line, without its end. Throws 65 for nothing, too much, or what is no UTF-8.
    static func read() throws -> String {
        let bytes = [UInt8](try FileHandle.standardInput.read(upToCount: mostBytes) ?? Data())
        var line = bytes.prefix { $0 != UInt8(ascii: "\n") }
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        guard bytes.count < mostBytes, let text = String(validating: line, as: UTF8.self) else {
            throw CommandFault(.badInput, "Standard input holds no password that can be read.")
        }
        return text
    }
}
