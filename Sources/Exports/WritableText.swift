extension String {
    /// Without zeros, at which texts of C end, and without what is no character (U+FFFE and its like), which cairo and XML refuse together
    /// with all that it stands in.
    var writable: String {
        guard utf8.contains(where: { $0 == 0 || $0 >= 0xEF }) else { return self }
        return String(unicodeScalars.filter { $0.value != 0 && !$0.properties.isNoncharacterCodePoint }.map { Character($0) })
    }
}
