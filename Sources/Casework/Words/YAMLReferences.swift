/// Whether a YAML text names a part of itself (`&name`) and uses it elsewhere (`*name`). A few hundred bytes of those can stand for more
/// than a machine can read, and nothing that people write here needs them.
enum YAMLReferences {
    static func areIn(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let anchors = names(after: UInt8(ascii: "&"), in: bytes)
        return !anchors.isEmpty && !anchors.isDisjoint(with: names(after: UInt8(ascii: "*"), in: bytes))
    }

    /// Where one can stand: at the beginning of a node.
    private static func names(after sign: UInt8, in bytes: [UInt8]) -> Set<ArraySlice<UInt8>> {
        let before = Array(" \t\r\n[{,:-?".utf8)
        let ends = Array(" \t\r\n]},:".utf8)
        var names: Set<ArraySlice<UInt8>> = []
        for index in bytes.indices where bytes[index] == sign && (index == 0 || before.contains(bytes[index - 1])) {
            let name = bytes[(index + 1)...].prefix { !ends.contains($0) }
            if !name.isEmpty { names.insert(name) }
        }
        return names
    }
}
