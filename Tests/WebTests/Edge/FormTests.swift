import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Testing

@testable import Web

/// A folder for one test's uploads.
final class UploadFolder: Sendable {
    let path = NSTemporaryDirectory() + "gehoor-test-\(UUID().uuidString)"

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: path) }

    var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] }
}

extension Request {
    /// A form as a browser would post it, its body in chunks of this many bytes.
    static func form(_ contentType: String, _ body: [UInt8], announcing length: Int? = nil, chunk: Int = 1 << 16) -> Request {
        var headers: HTTPFields = [.contentType: contentType]
        headers[.contentLength] = length.map(String.init)
        let chunks = stride(from: 0, to: body.count, by: chunk).map { ByteBuffer(bytes: body[$0..<min($0 + chunk, body.count)]) }
        let stream = AsyncStream { continuation in
            for chunk in chunks { continuation.yield(chunk) }
            continuation.finish()
        }
        return Request(
            head: HTTPRequest(method: .post, scheme: "http", authority: "house.test", path: "/", headerFields: headers),
            body: RequestBody(asyncSequence: stream))
    }
}

@Suite struct `Urlencoded forms` {
    private let body = FormBody(folder: "/nonexistent")
    private let type = "application/x-www-form-urlencoded; charset=utf-8"

    private func read(_ text: String, announcing length: Int? = nil) async throws -> SubmittedForm {
        try await body.read(.form(type, Array(text.utf8), announcing: length))
    }

    @Test func `fields are read in their order, doubles and all`() async throws {
        let form = try await read("story=a+b%0D%0Ac%26&kind=x&kind=y&empty=&bare", announcing: 45)
        #expect(form.text("story") == "a b\nc&")
        #expect(form.all("kind") == ["x", "y"])
        #expect(form["empty"] == "" && form["bare"] == "" && form["absent"] == nil)
    }

    @Test func `what no text can hold is repaired, the rest kept`() async throws {
        let form = try await read("a=%00x&b=%ff%C3%28&c=100%25%&d=%e9%zz")
        #expect(form.text("a") == "\u{FFFD}x")
        #expect(form.text("b") == "\u{FFFD}\u{FFFD}(")
        #expect(form.text("c") == "100%%")
        #expect(form.text("d") == "\u{FFFD}%zz")
    }

    @Test func `an over-long text is kept for its writer, up to a mebibyte`() async throws {
        #expect(try await read("a=" + String(repeating: "x", count: 1 << 20)).text("a").utf8.count == 1 << 20)
        await #expect(throws: FormError.fieldTooLarge) { try await read("a=" + String(repeating: "x", count: 1 << 20 + 1)) }
    }

    @Test func `too many fields, too large a body, a body cut short and another content type are refused`() async throws {
        await #expect(throws: FormError.tooManyFields) { try await read(String(repeating: "a=b&", count: 501)) }
        await #expect(throws: FormError.bodyTooLarge) { try await read(String(repeating: "a", count: 5 << 20)) }
        await #expect(throws: FormError.bodyTooLarge) { try await read("a=b", announcing: 1 << 40) }
        await #expect(throws: FormError.cutShort) { try await read("a=b", announcing: 4) }
        await #expect(throws: FormError.wrongContentType) { try await body.read(.form("text/plain", [])) }
    }

    @Test func `a field that the page did not offer is refused by name`() async throws {
        let form = try await read("story=a&role=administrator")
        #expect(throws: Never.self) { try form.refuseUnknown(allowed: ["story", "role"]) }
        #expect(throws: FormError.unknownField("role")) { try form.refuseUnknown(allowed: ["story"]) }
    }
}

@Suite struct `Multipart forms` {
    private let folder: UploadFolder
    private let type = "multipart/form-data; boundary=\"x-b\""

    init() throws { folder = try UploadFolder() }

    private static let plain =
        "--x-b\r\nContent-Disposition: form-data; name=\"story\"\r\n\r\nline\r\n--x-\r\nend\r\n"
        + "--x-b\r\nContent-Disposition: form-data; name=\"empty\"\r\n\r\n\r\n"
        + "--x-b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"C:\\map\\foto %22een%22.jpg\"\r\n"
        + "Content-Type: image/jpeg\r\n\r\n\r\n\u{0}\u{1}\r\n\r\n"
        + "--x-b\r\nContent-Disposition: form-data; name=\"none\"; filename=\"\"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--x-b--\r\n"

    private func read(_ text: String, limits: FormLimits = FormLimits(), chunk: Int = 1 << 16) async throws -> SubmittedForm {
        try await FormBody(folder: folder.path, limits: limits).read(.form(type, Array(text.utf8), chunk: chunk))
    }

    private func part(_ disposition: String, _ body: String = "x") -> String {
        "--x-b\r\nContent-Disposition: \(disposition)\r\n\r\n\(body)\r\n--x-b--"
    }

    @Test(arguments: [1, 2, 3, 7, 64, 100_000])
    func `texts and files are read, wherever the chunks break`(_ chunk: Int) async throws {
        let form = try await read(Self.plain, chunk: chunk)
        #expect(form.fields.map(\.name) == ["story", "empty"])
        #expect(form.text("story") == "line\n--x-\nend")
        #expect(form.text("empty") == "")
        let file = try #require(form.files.first)
        #expect(form.files.count == 1 && form.refusedFiles.isEmpty)
        #expect(file.fieldName == "photo" && file.fileName == "foto een.jpg" && file.claimedType == "image/jpeg")
        let bytes = Array("\r\n\u{0}\u{1}\r\n".utf8)
        #expect(file.size == bytes.count && file.sha256 == Array(SHA256.hash(data: bytes)))
        #expect(try Array(Data(contentsOf: URL(filePath: file.file.path))) == bytes)
    }

    @Test func `an upload is ours alone, and goes away unless taken over`() async throws {
        var form: SubmittedForm? = try await read(Self.plain)
        let path = try #require(form?.files.first?.file.path)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        form = nil
        #expect(folder.names.isEmpty)
        form = try await read(Self.plain)
        form?.files.first?.file.takeOver()
        form = nil
        #expect(folder.names.count == 1)
    }

    @Test func `a file that is too large, or one too many, is named and the rest kept`() async throws {
        var limits = FormLimits()
        (limits.file, limits.files) = (5, 1)
        let form = try await read(Self.plain, limits: limits)
        #expect(form.refusedFiles == [RefusedFile(fieldName: "photo", fileName: "foto een.jpg", reason: .tooLarge)])
        #expect(form.text("story") == "line\n--x-\nend" && folder.names.isEmpty)
        limits.files = 0
        #expect(try await read(Self.plain, limits: limits).refusedFiles.map(\.reason) == [.tooMany])
    }

    @Test func `escapes of browsers and of curl are undone`() async throws {
        #expect(try await read(part("form-data; name=\"a%22b\"")).fields.first?.name == "a\"b")
        #expect(try await read(part("form-data; name=\"a\\\"b\\\\c\"")).fields.first?.name == "a\"b\\c")
        #expect(try await read(part("FORM-DATA ; NAME=plain")).fields.first?.name == "plain")
    }

    @Test(arguments: [
        "form-data", "form-data; name=\"\"", "form-data; name=\"a", "form-data; name=\"a\"b", "attachment; name=\"a\"", "form-data; name",
        "form-data; name=\"a\"; name=\"b\"", "form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"",
        "form-data;\r\n name=\"a\"",
    ]) func `a part that does not say what it is is refused`(_ disposition: String) async throws {
        await #expect(throws: FormError.malformed) { try await read(part(disposition)) }
    }

    @Test func `a body without its end is taken for cut short`() async throws {
        for end in [1, 30, 60, 200] {
            await #expect(throws: FormError.cutShort) { try await read(String(Self.plain.prefix(end))) }
        }
    }

    @Test func `a head without end and too many fields are refused`() async throws {
        let endless = "--x-b\r\nX: " + String(repeating: "y", count: 20_000)
        await #expect(throws: FormError.malformed) { try await read(endless) }
        let many = String(repeating: "--x-b\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n", count: 501) + "--x-b--"
        await #expect(throws: FormError.tooManyFields) { try await read(many) }
        let long = part("form-data; name=a", String(repeating: "y", count: 1 << 20 + 1))
        await #expect(throws: FormError.fieldTooLarge) { try await read(long) }
    }

    @Test(arguments: [
        "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=a; boundary=b",
        "multipart/mixed; boundary=a",
    ])
    func `a multipart type without one good boundary is refused`(_ type: String) async throws {
        await #expect(throws: FormError.wrongContentType) { try await FormBody(folder: folder.path).read(.form(type, [])) }
    }

    @Test func `a folder that takes no files is storage trouble`() async throws {
        await #expect(throws: UploadNotKept.self) {
            try await FormBody(folder: "/nonexistent").read(.form(type, Array(Self.plain.utf8)))
        }
    }

    @Test func `random changes to a body never end the process, and leave no file behind`() async throws {
        let body = Array(Self.plain.utf8)
        let pieces = ["--x-b", "\r\n", "--", "\"", ";", "name=", "\u{0}", "\r", "%2", "\\"].map { Array($0.utf8) }
        for _ in 0..<1_500 {
            var mutant = body
            for _ in 0..<Int.random(in: 1...6) {
                let at = Int.random(in: mutant.indices)
                switch Int.random(in: 0...3) {
                case 0: mutant[at] = UInt8.random(in: .min ... .max)
                case 1: mutant.removeSubrange(at..<min(mutant.count - 1, at + Int.random(in: 0...20)).clamped(above: at))
                case 2: mutant.insert(contentsOf: pieces.randomElement() ?? [], at: at)
                default: mutant = Array(mutant.prefix(max(1, at)))
                }
            }
            _ = try? await FormBody(folder: folder.path).read(.form(type, mutant, chunk: Int.random(in: 1...300)))
        }
        #expect(folder.names.isEmpty)
    }
}

extension Int {
    fileprivate func clamped(above least: Int) -> Int { Swift.max(self, least) }
}

@Suite struct `Names of files` {
    @Test(arguments: [
        ("foto.jpg", "foto.jpg"), ("../../etc/passwd", "passwd"), ("C:\\x\\y.docx", "y.docx"), ("a\u{202E}gpj.exe", "agpj.exe"),
        ("a\r\nb\u{0}.txt", "ab.txt"), ("...", "bestand"), ("", "bestand"), ("  .bashrc  ", "bashrc"), ("a<b>|\"c\".txt", "abc.txt"),
        ("e\u{301}té.pdf", "e\u{301}té.pdf"), ("/", "bestand"), ("\u{200B}", "bestand"), ("a.", "a"),
    ]) func `are made safe to show and to offer`(_ name: String, _ expected: String) {
        #expect(FileName.normalised(name.utf8).unicodeScalars.elementsEqual(expected.unicodeScalars))
    }

    @Test func `are at most 120 characters, the extension kept`() {
        let name = FileName.normalised((String(repeating: "é", count: 300) + ".jpeg").utf8)
        #expect(name.unicodeScalars.count == 120 && name.hasSuffix(".jpeg"))
        #expect(FileName.normalised([0xFF, 0xFE, 0x2E, 0x61]) == "\u{FFFD}\u{FFFD}.a")
    }
}
