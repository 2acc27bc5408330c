import ArgumentParser
import Casework
import Foundation
import Hummingbird
import Logging
import Web

/// `gehoor routes`: every route of the site, so that tests from outside can tell whether they met all of them.
struct RoutesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "routes", abstract: "Prints every route of the site: method and path, one a line.", shouldDisplay: false)

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gehoor-routes-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let lines = try await OpenHouse.with(HouseOptions.parse(["--data", folder, "--database", "sqlite"]), ifAbsent: .make) { house in
            let settings = try ServeSettings(host: nil, port: nil, baseURL: nil, trustedProxies: [])
            let logger = Logger(label: "gehoor")
            let site = try await Serving.site(settings, house, house.accounts, logger)
            let router = try Serving.router(site: site, looks: LookLog(records: house.database, logger: logger), house: house)
            return Set(router.routes.map { "\($0.method) \($0.path)" })
        }
        for line in lines.sorted() { Output.data(line) }
    }
}
