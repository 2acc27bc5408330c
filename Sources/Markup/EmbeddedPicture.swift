/// A picture that stands in the page itself, so that nothing is fetched for it. Only kinds that hold pixels and can run nothing.
package struct EmbeddedPicture: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case png = "image/png"
        case jpeg = "image/jpeg"
        case gif = "image/gif"
        case webp = "image/webp"
    }

    fileprivate let address: String

    /// Nil when the text is no base64.
    package init?(_ kind: Kind, base64: String) {
        let isFit = base64.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="): true
            default: false
            }
        }
        guard isFit, !base64.isEmpty else { return nil }
        address = "data:\(kind.rawValue);base64,\(base64)"
    }
}

extension Attribute { package static func src(_ picture: EmbeddedPicture) -> Attribute { Attribute("src", picture.address) } }
