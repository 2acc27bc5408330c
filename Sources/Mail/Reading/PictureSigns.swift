/// Files that a page may show as pictures, by their bytes and never by what was said of them.
package enum PictureSigns {
    private static let shown: Set<String> = ["image/png", "image/jpeg", "image/gif", "image/webp"]

    /// The media type; nil for everything else, drawings that can run something (SVG) among it.
    package static func type(of bytes: some Collection<UInt8>) -> String? {
        MediaSigns.type(of: bytes).flatMap { shown.contains($0) ? $0 : nil }
    }
}
