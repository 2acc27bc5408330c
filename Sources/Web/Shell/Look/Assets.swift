import CAssets

/// What the browser gets besides pages, as carried inside the program.
enum Assets {
    static let deskStyle = bytes(gehoor_desk_css())
    static let publicStyle = bytes(gehoor_public_css())
    static let deskScript = lean(bytes(gehoor_desk_js()))
    static let icon = bytes(gehoor_icon_svg())
    static let apiDescription = bytes(gehoor_openapi_json())

    /// A script without what only those who write it need: indentation, and comments that stand on lines of their own.
    static func lean(_ script: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        var isComment = false
        for line in script.split(separator: UInt8(ascii: "\n")) {
            let words = line.drop { $0 == UInt8(ascii: " ") }
            if words.starts(with: "/*".utf8) { isComment = true }
            if !isComment, !words.isEmpty {
                kept += words
                kept.append(UInt8(ascii: "\n"))
            }
            if isComment, words.suffix(2).elementsEqual("*/".utf8) { isComment = false }
        }
        return kept
    }

    private static func bytes(_ asset: gehoor_asset) -> [UInt8] {
        Array(UnsafeBufferPointer(start: asset.start, count: Int(asset.length)))
    }
}
