import Casework
import Complaints
import Foundation
import HTTPTypes
import Markup
import Records

/// The files of a public form that is not sent yet.
struct WaitingFiles: Sendable {
    /// What the form says that it may use, whether it is still here or not; empty for a key that we did not make.
    var ids: [String] = []
    /// Those that are here.
    var files: [StagedFile] = []

    var lacksSome: Bool { files.count < ids.count }
}

/// Takes in the files of public forms: they wait with us, so that no other mistake in the form loses them.
struct FileCounter {
    /// The names of the fields: what is chosen now, what waits, what of that is not to be sent.
    static let upload = "file"
    static let kept = "kept"
    static let leftOut = "leaveOut"
    static let fields: Set<String> = [upload, kept, leftOut]
    static let most = 10

    let reception: Reception
    let submission: Submission
    let say: Wording

    /// The files that a form brings along from its earlier pages.
    func waiting(_ form: SubmittedForm) async throws -> WaitingFiles {
        let leftOut = Set(form.all(Self.leftOut))
        let keys = form.all(Self.kept).filter { !leftOut.contains($0) }.prefix(Self.most)
        let ids = keys.map { reception.opened($0, for: submission) ?? "" }
        return WaitingFiles(ids: ids, files: try await reception.staging.files(ids))
    }

    /// Lets the files that came just now wait with the others; says what could not be taken. What is taken stays.
    func take(_ form: SubmittedForm, into waiting: inout WaitingFiles, from client: ClientAddress) async throws -> String? {
        var words: [String] = []
        for file in form.files where file.fieldName == Self.upload {
            if let trouble = try await take(file, into: &waiting, from: client), !words.contains(trouble) { words.append(trouble) }
        }
        words += form.refusedFiles.map(refused)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    private func take(_ file: UploadedFile, into waiting: inout WaitingFiles, from client: ClientAddress) async throws -> String? {
        if file.size == 0 {
            return say("Het bestand ‘\(file.fileName)’ is leeg. Kies een ander.", "The file ‘\(file.fileName)’ is empty. Choose another.")
        }
        if waiting.files.count >= Self.most { return tooMany }
        guard reception.limits.uploading.admits(client) else { return noRoom }
        do {
            let staged = try await reception.staging.stage(
                file.file.path, name: file.fileName, size: file.size, digest: Hex.text(file.sha256))
            file.file.takeOver()
            waiting.files.append(staged)
            waiting.ids.append(staged.id)
            return nil
        } catch is Staging.Full {
            return noRoom
        }
    }

    /// The files as documents of a complaint, their bytes kept for good; nil when one is not here any more.
    func documents(of waiting: WaitingFiles, in blobs: any BlobStore) async throws -> [Document]? {
        if waiting.lacksSome { return nil }
        var documents: [Document] = []
        for file in waiting.files {
            guard let bytes = try await reception.staging.bytes(of: file) else { return nil }
            let digest = try await blobs.keep(bytes)
            documents.append(
                Document(digest: digest, size: bytes.count, name: Passage(file.name), isFromCustomer: true))
        }
        return documents
    }

    /// Those that are here and as they came.
    func sound(_ waiting: WaitingFiles) async throws -> WaitingFiles {
        var files: [StagedFile] = []
        for file in waiting.files where try await reception.staging.bytes(of: file) != nil { files.append(file) }
        return WaitingFiles(ids: files.map(\.id), files: files)
    }

    /// The hidden fields by which a form carries its files along.
    func hiddenFields(_ waiting: WaitingFiles) -> HTML {
        group {
            for file in waiting.files {
                input(.type(.hidden), .name(Self.kept), .value(reception.sealed(file.id, for: submission)))
            }
        }
    }

    /// The field to choose files in, with those that wait above it.
    func field(_ waiting: WaitingFiles, error: String?, prefix: String) -> (field: Field, html: HTML) {
        let hint = say(
            "Bijvoorbeeld een foto, factuur of e-mail. Hoogstens \(Self.most) bestanden van 25 MB.",
            "For example a photo, an invoice or an e-mail. At most \(Self.most) files of 25 MB each.")
        let field = Field(Self.upload, say("Bestanden", "Files"), hint: hint, optional: say.optional, error: error, prefix: prefix)
        let kept = waiting.files.map { file in
            FileField.Kept(key: reception.sealed(file.id, for: submission), name: file.name, size: say.size(file.size))
        }
        return (field, FileField(field: field, kept: kept, removal: (Self.leftOut, say("Niet meesturen", "Leave out"))).html)
    }
}

extension FileCounter {
    private func refused(_ file: RefusedFile) -> String {
        switch file.reason {
        case .tooLarge:
            say(
                "Het bestand ‘\(file.fileName)’ is groter dan 25 MB. Kies een kleiner bestand.",
                "The file ‘\(file.fileName)’ is larger than 25 MB. Choose a smaller file.")
        case .tooMany: tooMany
        }
    }

    private var tooMany: String { say("Voeg hoogstens \(Self.most) bestanden toe.", "Add at most \(Self.most) files.") }

    private var noRoom: String {
        say(
            "Nu kunnen er geen bestanden bij. Ga verder zonder; u kunt ze later op uw persoonlijke pagina toevoegen.",
            "No files can be added now. Continue without; you can add them on your personal page later.")
    }

    var gone: String {
        say(
            "Uw bestanden zijn niet meer bij ons: wij bewaren ze twee uur. Kies ze opnieuw, of ga verder zonder.",
            "Your files are no longer with us: we keep them for two hours. Choose them again, or continue without.")
    }
}

extension Wording {
    /// `340 kB`, `2,1 MB`: how large a file is, rounded up.
    func size(_ bytes: Int) -> String {
        if bytes < 1_000_000 { return "\(max(1, (bytes + 999) / 1_000)) kB" }
        let tenths = (bytes + 99_999) / 100_000
        return "\(tenths / 10)\(self(",", "."))\(tenths % 10) MB"
    }
}
