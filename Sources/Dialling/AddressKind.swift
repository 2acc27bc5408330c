/// What sort of place an address is, which decides whether it may be reached.
package enum AddressKind: String, Hashable, Sendable, Codable {
    case anywhere, inside, thisMachine, linkLocal, metadata, multicast, reserved

    package init(_ address: NetworkAddress) {
        self = address.bytes.count == 4 ? Self.ofFour(address.bytes) : Self.ofSixteen(address.bytes)
    }

    /// RFC 6890 and what clouds use to tell a machine its secrets (169.254.169.254 is link-local as well).
    private static func ofFour(_ bytes: [UInt8]) -> AddressKind {
        switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
        case (169, 254, 169, 254), (100, 100, 100, 200), (168, 63, 129, 16), (192, 0, 0, 192): .metadata
        case (169, 254, _, _): .linkLocal
        case (127, _, _, _): .thisMachine
        case (10, _, _, _), (172, 16...31, _, _), (192, 168, _, _), (100, 64...127, _, _): .inside
        case (224...239, _, _, _): .multicast
        case (0, _, _, _), (240..., _, _, _), (192, 0, 0, _), (198, 18...19, _, _): .reserved
        default: .anywhere
        }
    }

    private static func ofSixteen(_ bytes: [UInt8]) -> AddressKind {
        if bytes == [0xfd, 0, 0x0e, 0xc2] + [UInt8](repeating: 0, count: 10) + [0x02, 0x54] { return .metadata }
        if bytes == [UInt8](repeating: 0, count: 15) + [1] { return .thisMachine }
        if let inner = embeddedFour(bytes) { return ofFour(inner) }
        switch (bytes[0], bytes[1]) {
        case (0xfe, 0x80...0xbf): return .linkLocal
        case (0xfe, 0xc0...0xff), (0xfc...0xfd, _): return .inside
        case (0xff, _): return .multicast
        case (0x20...0x3f, _): return .anywhere
        default: return .reserved
        }
    }

    /// An IPv4 address inside an IPv6 one: mapped, compatible, translated (NAT64) or tunnelled (6to4).
    private static func embeddedFour(_ bytes: [UInt8]) -> [UInt8]? {
        let zeros = [UInt8](repeating: 0, count: 10)
        if Array(bytes[0..<10]) == zeros, [[0, 0], [0xff, 0xff]].contains(Array(bytes[10..<12])) { return Array(bytes[12...]) }
        if Array(bytes[0..<12]) == [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0] { return Array(bytes[12...]) }
        if Array(bytes[0..<2]) == [0x20, 0x02] { return Array(bytes[2..<6]) }
        return nil
    }
}
