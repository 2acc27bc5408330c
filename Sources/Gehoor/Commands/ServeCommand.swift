import ArgumentParser
import Foundation

/// `gehoor serve`
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "serve", abstract: "Serves the pages and the API.")

    @OptionGroup var house: HouseOptions

    @Option(help: "The address to listen on (or GEHOOR_HOST).")
    var host: String?

    @Option(help: "The port to listen on (or GEHOOR_PORT).")
    var port: Int?

    @Option(help: ArgumentHelp("How the world sees this address (or GEHOOR_BASE_URL); http://HOST:PORT by default.", valueName: "url"))
    var baseURL: String?

    @Option(help: ArgumentHelp("A proxy whose word about the client's address is taken. Can be given more than once.", valueName: "addr"))
    var trustedProxy: [String] = []

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let settings = try ServeSettings(
            host: host ?? environment["GEHOOR_HOST"], port: port.map { "\($0)" } ?? environment["GEHOOR_PORT"],
            baseURL: baseURL ?? environment["GEHOOR_BASE_URL"], trustedProxies: trustedProxy)
        try await OpenHouse.with(house, ifAbsent: .make) { house in try await Serving.run(settings, house) }
    }
}
