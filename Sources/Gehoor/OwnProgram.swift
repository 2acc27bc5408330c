import Foundation

/// This very program, to be started once more for work that is kept apart.
enum OwnProgram {
    static var path: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments.first ?? "gehoor"
    }
}
