import Foundation
import NIOCore

/// The address a request came from, in one form however it was written (an IPv4 address inside IPv6 is the IPv4 address).
package struct ClientAddress: Hashable, Sendable, CustomStringConvertible {
    /// The 128 bits of the IPv6 form, big-endian.
    private let high: UInt64
    private let low: UInt64

    /// When a request has no address, as in tests without a socket.
    package static let unknown = ClientAddress(high: 0, low: 0)

    private init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

    /// Reads an address without port or brackets; nil when it is none.
    package init?(_ text: String) {
        // Only these bytes: the C function below would stop at a NUL and believe what stands before it.
        guard text.utf8.count <= 45, text.utf8.allSatisfy({ $0.isHexDigit || $0 == 0x3A || $0 == 0x2E }) else { return nil }
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            self.init(high: 0, low: 0xFFFF_0000_0000 | UInt64(UInt32(bigEndian: four.s_addr)))
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            let words = withUnsafeBytes(of: six) { bytes in
                (bytes.loadUnaligned(as: UInt64.self), bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            }
            self.init(high: UInt64(bigEndian: words.0), low: UInt64(bigEndian: words.1))
        } else {
            return nil
        }
    }

    init(_ address: SocketAddress?) {
        self = address?.ipAddress.flatMap(ClientAddress.init) ?? .unknown
    }

    package var isIPv4: Bool { high == 0 && low >> 32 == 0xFFFF }

    /// What one party has: an IPv4 address, or a /64 of IPv6. Rate limits count by it.
    package var network: ClientAddress { isIPv4 ? self : ClientAddress(high: high, low: 0) }

    package var description: String {
        if self == .unknown { return "unknown" }
        if isIPv4 { return [24, 16, 8, 0].map { String(low >> UInt64($0) & 0xFF) }.joined(separator: ".") }
        var six = in6_addr()
        withUnsafeMutableBytes(of: &six) { bytes in
            bytes.storeBytes(of: high.bigEndian, as: UInt64.self)
            bytes.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
        }
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard inet_ntop(AF_INET6, &six, &text, socklen_t(text.count)) != nil else { return "unknown" }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

extension UInt8 {
    var isHexDigit: Bool { hexValue != nil }

    /// What this byte stands for as a hexadecimal digit; nil when it is none.
    var hexValue: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46: self - 0x41 + 10
        case 0x61...0x66: self - 0x61 + 10
        default: nil
        }
    }
}
