import Casework
import Foundation
import Mail
import Markup

/// The pictures that came with a mail and stand in its text, to be put into the page that shows it: the frame around that page reaches nothing,
/// and asks for none in anybody's name. A picture is what its bytes say, and never a drawing that can run something (SVG).
struct MailPictures: Sendable {
    /// In bytes: of one, and of all on a page. What is more is named and not shown.
    private static let limit = 5 << 20
    private static let limitOfAll = 12 << 20

    private var pictures: [Int: EmbeddedPicture] = [:]

    subscript(attachment: Int) -> EmbeddedPicture? { pictures[attachment] }

    /// - Parameter files: what came with the mail, in order.
    static func read(of markup: MailMarkup, _ files: [(digest: String, size: Int)], from blobs: any BlobStore) async -> MailPictures {
        var found = MailPictures()
        var left = limitOfAll
        for piece in markup.pieces {
            guard case .picture(let index, _) = piece, found[index] == nil, files.indices.contains(index) else { continue }
            let file = files[index]
            guard file.size <= min(limit, left), let bytes = try? await blobs.bytes(of: file.digest),
                let kind = MediaSigns.type(of: bytes).flatMap({ EmbeddedPicture.Kind(rawValue: $0) }),
                let picture = EmbeddedPicture(kind, base64: bytes.base64EncodedString())
            else { continue }
            left -= file.size
            found.pictures[index] = picture
        }
        return found
    }
}
