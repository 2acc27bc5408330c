import CGMime
import Foundation

/// Why a child process gave no answer.
struct ChildFault: Error {
    let reason: UnreadableReason
}

/// A process that is spoken with over a socket, which is its standard input and output. It ends when this is let go.
final class ChildProcess {
    private let socket: Int32
    private let number: pid_t
    private static let sending = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)

    init(_ executable: String, _ arguments: [String]) throws {
        var pair: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &pair) == 0 else {
            throw ChildFault(reason: .noReader)
        }
        defer { Foundation.close(pair[1]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, pair[1], 0)
        posix_spawn_file_actions_adddup2(&actions, pair[1], 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        // Nothing else of ours: a pipe that stays open there keeps whoever reads it waiting for an end that never comes.
        posix_spawn_file_actions_addclosefrom_np(&actions, 3)
        var number: pid_t = 0
        // Threads here block signals; the child must not inherit that.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var noSignals = sigset_t()
        sigemptyset(&noSignals)
        posix_spawnattr_setsigmask(&attributes, &noSignals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        // A crash must be quick, and say nothing of what it looked at.
        let environment = ["PATH=/usr/bin:/bin", "LANG=C.UTF-8", "SWIFT_BACKTRACE=enable=no"]
        let result = Self.withCStrings([executable] + arguments) { arguments in
            Self.withCStrings(environment) { posix_spawn(&number, executable, &actions, &attributes, arguments, $0) }
        }
        guard result == 0 else {
            Foundation.close(pair[0])
            throw ChildFault(reason: .noReader)
        }
        (socket, self.number) = (pair[0], number)
    }

    deinit {
        Foundation.close(socket)
        kill(number, SIGKILL)
        var status: Int32 = 0
        while waitpid(number, &status, 0) == -1, errno == EINTR {}
    }

    func write(_ bytes: Data, until: Date) throws {
        var sent = 0
        while sent < bytes.count {
            try wait(for: Int16(POLLOUT), until: until)
            let start = bytes.startIndex + sent
            let count = bytes[start...].withUnsafeBytes { send(socket, $0.baseAddress, min($0.count, 1 << 16), Self.sending) }
            if count > 0 { sent += count } else if errno != EAGAIN, errno != EINTR { throw ChildFault(reason: .endedReader) }
        }
    }

    func read(_ count: Int, until: Date) throws -> Data {
        // An answer is never much larger than what is said about one mail.
        guard count <= 1 << 30 else { throw ChildFault(reason: .endedReader) }
        var bytes = Data(capacity: min(count, 1 << 24))
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count < count {
            try wait(for: Int16(POLLIN), until: until)
            let got = recv(socket, &piece, min(piece.count, count - bytes.count), Int32(MSG_DONTWAIT))
            if got > 0 {
                bytes.append(contentsOf: piece[..<got])
            } else if got == 0 || (errno != EAGAIN && errno != EINTR) {
                throw ChildFault(reason: .endedReader)
            }
        }
        return bytes
    }

    private func wait(for event: Int16, until: Date) throws {
        let left = until.timeIntervalSinceNow
        guard left > 0 else { throw ChildFault(reason: .tookTooLong) }
        var entry = pollfd(fd: socket, events: event, revents: 0)
        let ready = poll(&entry, 1, Int32(min(left * 1000, 1e6)) + 1)
        if ready == 0 { throw ChildFault(reason: .tookTooLong) }
    }

    private static func withCStrings<Value>(_ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value) -> Value {
        let pointers = texts.map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        return body(pointers + [nil])
    }
}
