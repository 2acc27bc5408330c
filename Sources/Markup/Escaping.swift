/// The one escape rule, on bytes: a `Character` may hide a `<` behind a combining mark, a byte cannot.
///
/// `& < > " '` become references; C0 controls other than tab, newline and carriage return become U+FFFD.
/// Bytes of multi-byte UTF-8 sequences are all ≥ 0x80 and pass untouched, so one rule serves text and quoted attribute values.
///
/// What is written instead of a byte, or nil when the byte stays.
func replacement(for byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    case 0x09, 0x0A, 0x0D: nil
    case 0x00..<0x20: "\u{FFFD}"
    default: nil
    }
}

/// Where the next byte stands that might need a replacement, or `end`.
func nextSuspect(in source: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var index = start
    while index + 8 <= end {
        if holdsSuspect(UnsafeRawPointer(source + index).loadUnaligned(as: UInt64.self)) { break }
        index += 8
    }
    while index < end, !isSuspect(source[index]) { index += 1 }
    return index
}

/// Bit n is set when byte n (0…63) might need a replacement.
private let suspects: UInt64 = 0xFFFF_FFFF | 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E

@inline(__always)
private func isSuspect(_ byte: UInt8) -> Bool { byte < 0x40 && suspects >> UInt64(byte) & 1 == 1 }

/// The same question for eight bytes at once, without a branch for each: a byte of `word ^ sign` is zero where the sign stands,
/// and subtracting borrows into the top bit of exactly such bytes (and of those below 0x20).
@inline(__always)
private func holdsSuspect(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var found = (word &- ones &* 0x20) & ~word
    found |= zeroBytes(word ^ (ones &* 0x22)) | zeroBytes(word ^ (ones &* 0x26)) | zeroBytes(word ^ (ones &* 0x27))
    found |= zeroBytes(word ^ (ones &* 0x3C)) | zeroBytes(word ^ (ones &* 0x3E))
    return found & (ones &* 0x80) != 0
}

@inline(__always)
private func zeroBytes(_ word: UInt64) -> UInt64 { (word &- 0x0101_0101_0101_0101) & ~word }
