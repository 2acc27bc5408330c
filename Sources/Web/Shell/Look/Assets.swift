import CAssets

/// What the browser gets besides pages, as carried inside the program.
enum Assets {
    static let deskStyle = bytes(gehoor_desk_css())
    static let publicStyle = bytes(gehoor_public_css())
    static let deskScript = bytes(gehoor_desk_js())
    static let icon = bytes(gehoor_icon_svg())
    static let apiDescription = bytes(gehoor_openapi_json())

    private static func bytes(_ asset: gehoor_asset) -> [UInt8] {
        Array(UnsafeBufferPointer(start: asset.start, count: Int(asset.length)))
    }
}
