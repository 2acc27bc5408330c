import Foundation

/// The two streams of a command.
enum Output {
    /// One line of data, on standard output. Controls are taken out, so that what stands in the data makes no lines of its own.
    static func data(_ line: String) { write(line, to: .standardOutput) }

    /// A message for whoever typed the command, on standard error.
    static func say(_ line: String) { write(line, to: .standardError) }

    private static func write(_ line: String, to stream: FileHandle) {
        let bytes = line.utf8.map { $0 < 0x20 || $0 == 0x7F ? UInt8(ascii: " ") : $0 }
        // Whoever closed the other end does not want to hear it.
        try? stream.write(contentsOf: Data(bytes + [UInt8(ascii: "\n")]))
    }
}
