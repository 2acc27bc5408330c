import Dialling
import Foundation
import Mail

/// A mail server that a test has started: in a folder of its own, on free ports of this machine, for as long as the test needs it.
struct RunningServer: Sendable {
    let folder: String
    let ports: [UInt16]

    static let host = HostName("localhost")

    /// What believes the test's own authority (where the server has one), may reach this machine, and does not wait long.
    func dialler(silence: Int = 10, total: Int = 60) throws -> Dialler {
        guard let host = Self.host else { throw ServerFault(words: "no host") }
        return Dialler(
            policy: AddressPolicy(insideHosts: [host]), deadlines: DialDeadlines(connecting: 5, silence: silence, total: total),
            certificateFile: FileManager.default.fileExists(atPath: folder + "/ca.pem") ? folder + "/ca.pem" : nil)
    }

    func destination(_ index: Int = 0, _ security: TransportSecurity) throws -> Destination {
        guard let host = Self.host else { throw ServerFault(words: "no host") }
        return Destination(host: host, port: ports[index], security: security)
    }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: folder + "/" + name))
    }
}

struct ServerFault: Error {
    let words: String
}

/// Starts one of the scripts beside this file, does the work, and stops it.
func withServer<Value: Sendable>(
    _ script: String, portCount: Int, prepare: (String) throws -> Void = { _ in }, arguments: ([UInt16]) -> [String] = { _ in [] },
    _ work: (RunningServer) async throws -> Value
) async throws -> Value {
    let folder = "/tmp/gehoor-mail-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try prepare(folder)
    let ports = try (0..<portCount).map { _ in try freePort() }
    let scripts = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "scripts").path
    let process = Process()
    // Swift's threads block signals, and children inherit that: without them nothing could end a server. And whatever happens to the test,
    // no server stays for long.
    let unblocked = "import os, signal, sys; signal.pthread_sigmask(signal.SIG_SETMASK, []); os.execvp(sys.argv[1], sys.argv[1:])"
    process.executableURL = URL(filePath: "/usr/bin/python3")
    let command = script.hasSuffix(".py") ? ["python3", "\(scripts)/\(script)"] : ["\(scripts)/\(script)"]
    process.arguments = ["-c", unblocked, "timeout", "-k", "5", "600"] + command + [folder] + ports.map { "\($0)" } + arguments(ports)
    try Data().write(to: URL(filePath: folder + "/output"))
    let output = try FileHandle(forWritingTo: URL(filePath: folder + "/output"))
    (process.standardOutput, process.standardError) = (output, output)
    try process.run()
    defer {
        process.terminate()
        process.waitUntilExit()
    }
    for port in ports { try await waitUntilOpen(port, folder: folder, process) }
    return try await work(RunningServer(folder: folder, ports: ports))
}

private func waitUntilOpen(_ port: UInt16, folder: String, _ process: Process) async throws {
    for _ in 0..<600 where process.isRunning {
        if isOpen(port) { return }
        try await Task.sleep(for: .milliseconds(50))
    }
    let said = (try? String(contentsOfFile: folder + "/output", encoding: .utf8)) ?? ""
    throw ServerFault(words: "the server did not start (is scripts/setup-tests done?): \(said)")
}

private func withSocket<Value>(port: UInt16, _ work: (Int32, UnsafePointer<sockaddr>, socklen_t) throws -> Value) rethrows -> Value {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    return try withUnsafePointer(to: &address) { pointer in
        try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            try work(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
    }
}

private func isOpen(_ port: UInt16) -> Bool { withSocket(port: port) { connect($0, $1, $2) == 0 } }

private func freePort() throws -> UInt16 {
    try withSocket(port: 0) { descriptor, address, length in
        guard bind(descriptor, address, length) == 0 else { throw ServerFault(words: "no port") }
        var bound = sockaddr_in()
        var size = length
        let result = withUnsafeMutablePointer(to: &bound) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
        }
        guard result == 0 else { throw ServerFault(words: "no port") }
        return UInt16(bigEndian: bound.sin_port)
    }
}

/// Some scripts need a certificate that the test makes beforehand.
func makeCertificate(_ folder: String) throws {
    let process = Process()
    let scripts = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "scripts")
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", ". \(scripts.path)/common; make_certificate \(folder); chmod 644 \(folder)/*"]
    try process.run()
    process.waitUntilExit()
}
