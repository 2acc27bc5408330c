import Crypto
import HTTPTypes
package import Hummingbird
import NIOCore

/// The files that pages need (styles, script, icons), out of the binary.
package struct AssetShelf: Sendable {
    package struct File: Sendable {
        let name: String
        let contentType: String
        let bytes: [UInt8]

        /// - Parameter name: with its extension, which decides the content type: css, js, svg, png, ico, webmanifest.
        package init(name: String, bytes: [UInt8]) {
            (self.name, self.bytes) = (name, bytes)
            contentType = File.contentType(of: name)
        }

        private static func contentType(of name: String) -> String {
            switch name.split(separator: ".").last {
            case "css": "text/css; charset=utf-8"
            case "js": "text/javascript; charset=utf-8"
            case "svg": "image/svg+xml"
            case "png": "image/png"
            case "ico": "image/x-icon"
            case "webmanifest": "application/manifest+json"
            default: "application/octet-stream"
            }
        }
    }

    private struct Shelved {
        let response: Response
        let etag: String
    }

    private let shelf: [String: Shelved]
    private let paths: [String: String]

    package init(_ files: [File]) {
        var shelf: [String: Shelved] = [:]
        var paths: [String: String] = [:]
        for file in files {
            let digest = Hex.text(SHA256.hash(data: file.bytes))
            let versioned = Self.versioned(file.name, String(digest.prefix(8)))
            let etag = "\"\(digest.prefix(32))\""
            shelf[file.name] = Self.shelved(file, etag, cache: "no-cache")
            shelf[versioned] = Self.shelved(file, etag, cache: "public, max-age=31536000, immutable")
            paths[file.name] = "/assets/\(versioned)"
        }
        (self.shelf, self.paths) = (shelf, paths)
    }

    /// The address of a file, with its hash in it, so that browsers may keep it for good; of an unknown file, the plain address.
    package func path(_ name: String) -> String { paths[name] ?? "/assets/\(name)" }

    /// Answers `GET /assets/{name}`.
    package func addRoute(to router: some RouterMethods<Visit>) {
        router.get("/assets/:name") { request, visit in
            guard let file = visit.parameter("name").flatMap({ shelf[$0] }) else { throw HTTPError(.notFound) }
            guard request.headers[.ifNoneMatch]?.contains(file.etag) != true else {
                var headers = file.response.headers
                headers[.contentLength] = nil
                return Response(status: .notModified, headers: headers)
            }
            return file.response
        }
    }

    /// `desk.css` → `desk.0a1b2c3d.css`.
    private static func versioned(_ name: String, _ hash: String) -> String {
        guard let dot = name.lastIndex(of: ".") else { return "\(name).\(hash)" }
        return "\(name[..<dot]).\(hash)\(name[dot...])"
    }

    private static func shelved(_ file: File, _ etag: String, cache: String) -> Shelved {
        let headers: HTTPFields = [
            .contentType: file.contentType, .eTag: etag, .cacheControl: cache, .contentLength: "\(file.bytes.count)",
        ]
        return Shelved(
            response: Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes))), etag: etag)
    }
}
