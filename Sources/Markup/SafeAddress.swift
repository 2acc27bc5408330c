/// The address itself when it is a relative path, query or fragment, or begins with `http://`, `https://`, `mailto:` or `tel:`; else `#`.
///
/// Browsers drop tabs, newlines and leading controls, ignore case and read `\` as `/`; so an address with any of these is refused
/// rather than cleaned. `//host` is refused too: it looks like a path and is another site.
package func safeAddress(_ address: String) -> String {
    isSafeAddress(address.utf8) ? address : "#"
}

private func isSafeAddress(_ bytes: String.UTF8View) -> Bool {
    guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }), bytes.first != UInt8(ascii: " ") else { return false }
    let path = bytes.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    guard !path.contains(UInt8(ascii: "\\")) else { return false }
    if path.starts(with: "//".utf8) { return false }
    let segment = path.prefix { $0 != UInt8(ascii: "/") }
    guard let colon = segment.firstIndex(of: UInt8(ascii: ":")) else { return true }
    return isAllowed(scheme: Array(segment[..<colon]), before: path[colon...].dropFirst())
}

private func isAllowed(scheme: [UInt8], before rest: Substring.UTF8View) -> Bool {
    let lowered = scheme.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    if lowered.elementsEqual("mailto".utf8) || lowered.elementsEqual("tel".utf8) { return true }
    return (lowered.elementsEqual("http".utf8) || lowered.elementsEqual("https".utf8)) && rest.starts(with: "//".utf8)
}
