import ArgumentParser
import Casework
import Complaints
import Foundation
import Records
import Web

/// `gehoor demo`
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Fills a house with the invented history of a cloud company, to try things out.",
        discussion: """
            The house must be new, or filled by this command before; every page then says that it holds sample data. History ends yesterday.
            The same numbers and seed give the same history on the same day. Nothing is ever sent: all addresses end in `.invalid`.
            """)

    @OptionGroup var house: HouseOptions

    @Option(help: "How many complaints.")
    var complaints = 2000

    @Option(help: "Over how many years.")
    var years = 3

    @Option(help: "Another number, another history.")
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("What the links for signing in begin with (or GEHOOR_BASE_URL).", valueName: "url"))
    var baseURL: String?

    func validate() throws {
        guard DemoPlan.allowedComplaints.contains(complaints) else {
            throw ValidationError("Give from 1 to \(DemoPlan.allowedComplaints.upperBound) complaints.")
        }
        guard DemoPlan.allowedYears.contains(years) else {
            throw ValidationError("Give from 1 to \(DemoPlan.allowedYears.upperBound) years.")
        }
    }

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let base = try ServeSettings(host: nil, port: nil, baseURL: baseURL ?? environment["GEHOOR_BASE_URL"], trustedProxies: []).baseURL
        try await OpenHouse.with(house, ifAbsent: .make, .alone) { house in
            let office = DemoOffice(records: house.database, clock: .system, house: CurrentHouse())
            let today = try await office.today()
            guard let plan = DemoPlan(complaints: complaints, years: years, seed: seed, today: today) else { return }
            let report = FillingReport(of: complaints)
            let accounts = try await office.fill(plan) { report.tell($0) }
            report.end()
            // Nobody served while these weeks went by: they are looked at now, as a server would have.
            let signals = SignalOffice(records: house.database, clock: .system, house: CurrentHouse(), counted: CountedCases())
            try await signals.raise()
            try await tell(accounts, house, base)
        }
    }

    /// A link for each kind of work, by which a password is chosen.
    private func tell(_ accounts: [DemoAccount], _ house: OpenHouse, _ base: BaseURL) async throws {
        Output.say("Each link below works once, within three days, and lets you choose a password while `gehoor serve` runs:")
        for account in accounts {
            let secret = try await house.accounts.passwordLink(for: account.id, by: .system)
            let roles = account.roles.map(\.rawValue).sorted().joined(separator: ", ")
            Output.say("  \(account.name) <\(account.email)>, \(roles): \(base)\(Paths.link(secret.text))")
        }
        Output.say("Other members of the invented staff get a link from the administrator.")
    }
}
