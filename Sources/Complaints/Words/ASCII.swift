/// What a byte of UTF-8 is, seen as ASCII.
extension UInt8 {
    var isDigit: Bool { (0x30...0x39).contains(self) }
    var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) && self < 0x80 }
    /// A capital as a small letter, any other byte as it is.
    var lowered: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
