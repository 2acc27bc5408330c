import Foundation

/// The process that reads mail: mails in on standard input, what they are out on standard output, until the input ends.
///
/// GMime and gumbo look at bytes of strangers here and nowhere else; what they do wrong ends this process, and no other.
package enum ReadingProcess {
    /// - Parameter memory: bytes that it may take; more ends it.
    package static func run(trusting servers: Set<String>, memory: Int) {
        limit(memory: memory)
        let reader = MailReader(trusting: servers)
        let input = FileHandle.standardInput
        while let head = exactly(4, from: input), let bytes = exactly(Frames.size(head), from: input) {
            let (mail, contents) = reader.read(bytes)
            guard let answer = try? JSONEncoder().encode(mail), write(Frames.frame(answer)) else { return }
            for content in contents {
                guard write(Frames.frame(content)) else { return }
            }
        }
    }

    /// No files, no core dumps with people's mail in them, and an end to memory.
    private static func limit(memory: Int) {
        set(__rlimit_resource_t(RLIMIT_DATA.rawValue), memory)
        set(__rlimit_resource_t(RLIMIT_CORE.rawValue), 0)
        set(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), 0)
    }

    private static func set(_ resource: __rlimit_resource_t, _ value: Int) {
        var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
        setrlimit(resource, &limit)
    }

    private static func exactly(_ count: Int, from input: FileHandle) -> Data? {
        var bytes = Data(capacity: count)
        while bytes.count < count {
            guard let piece = try? input.read(upToCount: count - bytes.count), !piece.isEmpty else { return nil }
            bytes += piece
        }
        return bytes
    }

    private static func write(_ bytes: Data) -> Bool { (try? FileHandle.standardOutput.write(contentsOf: bytes)) != nil }
}
