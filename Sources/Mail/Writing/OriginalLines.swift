import Foundation

/// Whether a mail can stand within another as it is: lines that every mail server takes, of at most 998 bytes of ASCII, without a zero, and no
/// carriage return but at their ends (RFC 5321, 2.3.8).
enum OriginalLines {
    static func areFit(_ bytes: Data) -> Bool {
        var length = 0
        var isAfterReturn = false
        for byte in bytes {
            if isAfterReturn, byte != 0x0a { return false }
            isAfterReturn = byte == 0x0d
            switch byte {
            case 0, 0x80...: return false
            case 0x0a: length = 0
            case 0x0d: break
            default: length += 1
            }
            if length > 998 { return false }
        }
        return !isAfterReturn
    }
}
