/// Where somebody goes on to after signing in: an address of this very site, or nothing.
///
/// Judged by the byte: an absolute path in visible ASCII without empty or dot segments, without a backslash and without what a browser
/// could read as another host. Whatever else is asked for is simply forgotten.
enum ReturnPath {
    static func safe(_ asked: String) -> String? {
        let bytes = Array(asked.utf8)
        guard RequestTarget.fault(in: asked) == nil, !bytes.contains(UInt8(ascii: "\\")) else { return nil }
        let path = String(decoding: bytes.prefix { $0 != UInt8(ascii: "?") }, as: UTF8.self)
        // Back to the door one has just come through, or out of it again, would be a riddle.
        return [Paths.signIn, Paths.signOut, Paths.home].contains(path) ? nil : asked
    }

    /// What an address says of a moment.
    private static let passing = ["gedaan=", "aantal=", "weg=", "bij="]

    /// Without what says that something was just done.
    static func withoutFlash(_ address: String) -> String {
        let parts = address.split(separator: "?", maxSplits: 1)
        guard parts.count == 2, let path = parts.first, let query = parts.last else { return address }
        let kept = query.split(separator: "&").filter { part in !passing.contains { part.utf8.starts(with: $0.utf8) } }
        return kept.isEmpty ? String(path) : "\(path)?\(kept.joined(separator: "&"))"
    }
}
