import Casework
import Complaints
import Foundation
import HTTPTypes
import Records

/// The files of a form that is not sent yet.
struct ReportFiles {
    let reception: Reception
    let say: Wording

    /// Lets the files that just came wait with those that were there; says what could not be taken. What is taken stays, whatever else is
    /// wrong with the page.
    func take(_ form: ReportForm, into report: inout Report, from client: ClientAddress) async throws -> String? {
        var words: [String] = []
        for file in form.newFiles {
            if let trouble = try await take(file, into: &report, from: client) { words.append(trouble) }
        }
        words += form.form.refusedFiles.map(refused)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    private func take(_ file: UploadedFile, into report: inout Report, from client: ClientAddress) async throws -> String? {
        if file.size == 0 {
            return say("Het bestand ‘\(file.fileName)’ is leeg. Kies een ander.", "The file ‘\(file.fileName)’ is empty. Choose another.")
        }
        if report.files.count >= ReportForm.mostFiles { return tooMany }
        guard reception.limits.uploading.admits(client) else { return noRoom }
        do {
            let staged = try await reception.staging.stage(
                file.file.path, name: file.fileName, size: file.size, digest: Hex.text(file.sha256))
            file.file.takeOver()
            report.files.append(staged)
            report.fileIDs.append(staged.id)
            return nil
        } catch is Staging.Full {
            return noRoom
        }
    }

    private func refused(_ file: RefusedFile) -> String {
        switch file.reason {
        case .tooLarge:
            say(
                "Het bestand ‘\(file.fileName)’ is groter dan 25 MB. Kies een kleiner bestand.",
                "The file ‘\(file.fileName)’ is larger than 25 MB. Choose a smaller file.")
        case .tooMany: tooMany
        }
    }

    private var tooMany: String {
        say("Voeg hoogstens \(ReportForm.mostFiles) bestanden toe.", "Add at most \(ReportForm.mostFiles) files.")
    }

    private var noRoom: String {
        say(
            "Nu kunnen er geen bestanden bij. Verstuur uw klacht zonder; u kunt ze later op uw persoonlijke pagina toevoegen.",
            "No files can be added now. Send your complaint without; you can add them on your personal page later.")
    }

    var gone: String {
        say(
            "Uw bestanden zijn niet meer bij ons: wij bewaren ze twee uur. Kies ze opnieuw, of ga verder zonder.",
            "Your files are no longer with us: we keep them for two hours. Choose them again, or continue without.")
    }

    /// The files as documents of the complaint, their bytes kept for good; nil when one is not here any more.
    func documents(of report: Report, in blobs: BlobFolder) throws -> [Document]? {
        var documents: [Document] = []
        for file in report.files {
            guard let bytes = reception.staging.bytes(of: file) else { return nil }
            documents.append(
                Document(digest: try blobs.keep(bytes), size: bytes.count, name: Passage(file.name), isFromCustomer: true))
        }
        return documents
    }
}
