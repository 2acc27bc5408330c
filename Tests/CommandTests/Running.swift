import Foundation
import Rehearsal

/// What a command left behind.
struct Ended {
    let code: Int32
    let output: String
    let messages: String
}

/// Runs the built `gehoor` as a process of its own.
enum Running {
    /// The executable lies beside the test bundle.
    static var executable: URL {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return URL(filePath: own).deletingLastPathComponent().appending(path: "gehoor")
    }

    /// - Parameters:
    ///   - user: a number of a user to run as instead, by util-linux's setpriv; only root can.
    static func gehoor(
        _ arguments: String..., input: String = "", environment: [String: String] = [:], asUser user: Int? = nil
    ) async throws -> Ended {
        try await run(arguments, input: input, environment: environment, user: user)
    }

    static func gehoor(_ arguments: [String]) async throws -> Ended { try await run(arguments, input: "", environment: [:], user: nil) }

    private static func run(_ arguments: [String], input: String, environment: [String: String], user: Int?) async throws -> Ended {
        let process = Process()
        process.executableURL = user == nil ? executable : URL(filePath: "/usr/bin/setpriv")
        let prefix = user.map { ["--reuid=\($0)", "--regid=\($0)", "--clear-groups", executable.path] } ?? []
        process.arguments = prefix + arguments
        process.environment = try await surroundings(arguments, environment)
        // Files and no pipes: they hold any amount, and nobody waits for their end.
        return try await withTemporaryFolder { folder in
            let places = ["in", "out", "err"].map { URL(filePath: "\(folder)/\($0)") }
            for (place, text) in zip(places, [input, "", ""]) { try Data(text.utf8).write(to: place) }
            process.standardInput = try FileHandle(forReadingFrom: places[0])
            process.standardOutput = try FileHandle(forWritingTo: places[1])
            process.standardError = try FileHandle(forWritingTo: places[2])
            try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
                process.terminationHandler = { _ in ended.resume() }
                do { try process.run() } catch { ended.resume(throwing: error) }
            }
            return Ended(
                code: process.terminationStatus, output: String(decoding: try Data(contentsOf: places[1]), as: UTF8.self),
                messages: String(decoding: try Data(contentsOf: places[2]), as: UTF8.self))
        }
    }

    /// A house that is named by its folder alone has its database where this run has them.
    private static func surroundings(_ arguments: [String], _ given: [String: String]) async throws -> [String: String] {
        let named = arguments.firstIndex(of: "--data").flatMap { arguments.indices.contains($0 + 1) ? arguments[$0 + 1] : nil }
        var all = ["PATH": "/usr/bin:/bin"].merging(given) { $1 }
        if let folder = named ?? given["GEHOOR_DATA"], !arguments.contains("--database") {
            all.merge(try await CommandHouse(folder).environment) { $1 }
        }
        return all
    }
}
