/// What `gehoor serve` runs until it is told to stop.
enum Serving {
    static func run(_ settings: ServeSettings, _ house: OpenHouse) async throws {
        throw CommandFault(.settings, "Serving on \(settings.baseURL) is not built yet.")
    }
}
