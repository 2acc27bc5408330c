import Foundation

/// How the reading process is spoken with: four bytes that say how many follow, the highest first, and then those.
enum Frames {
    static func frame(_ bytes: Data) -> Data {
        let size = UInt32(clamping: bytes.count).bigEndian
        return withUnsafeBytes(of: size) { Data($0) } + bytes
    }

    static func size(_ head: Data) -> Int { head.prefix(4).reduce(0) { $0 << 8 | Int($1) } }
}
