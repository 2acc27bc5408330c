import Crypto
import HTTPTypes
package import Hummingbird

/// Reads forms, whichever of the two ways they were sent.
package struct FormBody: Sendable {
    let folder: String
    private let limits: FormLimits

    /// - Parameter folder: where uploads wait until somebody takes them over; on the file system of the document store.
    package init(folder: String, limits: FormLimits = FormLimits()) { (self.folder, self.limits) = (folder, limits) }

    /// The same, but files are let go as they come.
    var withoutFiles: FormBody {
        var limits = limits
        limits.files = 0
        return FormBody(folder: folder, limits: limits)
    }

    /// The form that came with this request, remembered in the visit: whatever goes wrong afterwards, the page that says so gives back what
    /// was typed. Forms with a password in them are read by `read(_:)`.
    package func read(_ request: Request, _ visit: Visit) async throws -> SubmittedForm {
        var collector = FormCollector(folder: folder, limits: limits)
        defer { visit.memory.note(collector.form, sentTo: request.uri.string) }
        try await read(request, into: &collector)
        return collector.form
    }

    /// The form that came with this request. Throws `FormError`, or `StorageTrouble` when an upload could not be kept.
    package func read(_ request: Request) async throws -> SubmittedForm {
        var collector = FormCollector(folder: folder, limits: limits)
        try await read(request, into: &collector)
        return collector.form
    }

    private func read(_ request: Request, into collector: inout FormCollector) async throws {
        let contentType = request.headers[.contentType] ?? ""
        if let parser = MultipartParser(contentType: contentType) { return try await readMultipart(request, parser, into: &collector) }
        let kind = contentType.utf8.prefix { $0 != UInt8(ascii: ";") }.filter { $0 != 0x20 && $0 != 0x09 }
        guard String(decoding: kind, as: UTF8.self).lowercased() == "application/x-www-form-urlencoded" else {
            throw FormError.wrongContentType
        }
        let bytes = try await BodyBytes.collect(request, limit: min(limits.body, FormLimits.text.body))
        collector.form.fields = try URLEncodedForm.fields(bytes, limits: limits)
    }

    private func readMultipart(_ request: Request, _ parser: MultipartParser, into collector: inout FormCollector) async throws {
        var parser = parser
        try await BodyBytes.forEachChunk(of: request, limit: limits.body) { chunk in
            for event in try parser.feed(chunk.readableBytesView) { try collector.take(event) }
        }
        guard parser.isComplete else { throw FormError.cutShort }
    }
}

/// Gathers the parts of a multipart body: texts in memory, files in temporary files.
struct FormCollector {
    private enum Part {
        case none
        case text(name: [UInt8], bytes: [UInt8])
        case file(OpenFile)
        case refused
    }

    private struct OpenFile {
        let header: MultipartHeader
        let file: TemporaryFile
        var size = 0
        var hash = SHA256()
    }

    let folder: String
    let limits: FormLimits
    fileprivate(set) var form = SubmittedForm()
    private var part = Part.none

    init(folder: String, limits: FormLimits) { (self.folder, self.limits) = (folder, limits) }

    mutating func take(_ event: MultipartParser.Event) throws {
        switch event {
        case .part(let header): try begin(header)
        case .data(let bytes): try add(bytes)
        case .endOfPart: end()
        }
    }

    private mutating func begin(_ header: MultipartHeader) throws {
        guard form.fields.count + form.files.count + form.refusedFiles.count < limits.fields else { throw FormError.tooManyFields }
        guard let fileName = header.fileName else {
            part = .text(name: header.name, bytes: [])
            return
        }
        // A file input without a file still sends a part: no name, no bytes.
        if fileName.isEmpty {
            part = .refused
        } else if form.files.count >= limits.files {
            refuse(header, .tooMany)
        } else {
            part = .file(OpenFile(header: header, file: try TemporaryFile(in: folder)))
        }
    }

    private mutating func add(_ bytes: ArraySlice<UInt8>) throws {
        switch part {
        case .text(let name, var text):
            guard text.count + bytes.count <= limits.field else { throw FormError.fieldTooLarge }
            part = .none
            text.append(contentsOf: bytes)
            part = .text(name: name, bytes: text)
        case .file(var open):
            open.size += bytes.count
            guard open.size <= limits.file else { return refuse(open.header, .tooLarge) }
            try open.file.append(bytes)
            open.hash.update(data: bytes)
            part = .file(open)
        case .none, .refused: break
        }
    }

    private mutating func end() {
        switch part {
        case .text(let name, let bytes):
            form.fields.append(SubmittedForm.Field(name: FieldText.repaired(name), value: FieldText.repaired(bytes)))
        case .file(let open):
            open.file.finish()
            form.files.append(
                UploadedFile(
                    fieldName: FieldText.repaired(open.header.name), fileName: FileName.normalised(open.header.fileName ?? []),
                    claimedType: open.header.contentType, size: open.size, sha256: Array(open.hash.finalize()), file: open.file))
        case .none, .refused: break
        }
        part = .none
    }

    private mutating func refuse(_ header: MultipartHeader, _ reason: RefusedFile.Reason) {
        let name = FileName.normalised(header.fileName ?? [])
        form.refusedFiles.append(RefusedFile(fieldName: FieldText.repaired(header.name), fileName: name, reason: reason))
        part = .refused
    }
}
