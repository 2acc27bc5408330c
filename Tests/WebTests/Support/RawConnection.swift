import Foundation

/// A TCP connection on which a test writes bytes as it likes, as no well-behaved HTTP client would.
final class RawConnection: Sendable {
    private let descriptor: Int32

    struct NotConnected: Error {}

    /// Connects to the loopback address; a read gives up after `patience` seconds.
    init(port: Int, patience: Int = 30) throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw NotConnected() }
        var wait = timeval(tv_sec: patience, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw NotConnected() }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    func send(_ text: String) { send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard sent > 0 else { return }
            rest = rest.dropFirst(sent)
        }
    }

    func endSending() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// All that comes until the server closes; nil when it did not close in time.
    func readToEnd() -> String? {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count == 0 || count < 0 && errno == ECONNRESET { return String(decoding: all, as: UTF8.self) }
            guard count > 0 else { return nil }
            all += buffer.prefix(count)
        }
    }

    /// What comes until the text so far ends with this; nil when that does not happen in time.
    func read(until ending: String) -> String? {
        var all: [UInt8] = []
        var byte: UInt8 = 0
        while !all.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
            guard recv(descriptor, &byte, 1, 0) == 1 else { return nil }
            all.append(byte)
        }
        return String(decoding: all, as: UTF8.self)
    }
}
