import Foundation

/// Whether a mail can stand within another as it is: lines that every mail server takes, of at most 998 bytes of ASCII, without a zero.
enum OriginalLines {
    static func areFit(_ bytes: Data) -> Bool {
        var length = 0
        for byte in bytes {
            switch byte {
            case 0, 0x80...: return false
            case 0x0a: length = 0
            case 0x0d: break
            default: length += 1
            }
            if length > 998 { return false }
        }
        return true
    }
}
