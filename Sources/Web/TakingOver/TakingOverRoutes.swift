import Casework
import Complaints
import Foundation
import HTTPTypes
import Hummingbird

/// What an import would make of a file from elsewhere; nothing of it is kept. For the administrator, who has the machine on which the import
/// itself is run: names and stories are shown to whoever brought them.
struct TakingOverRoutes {
    /// Rows that are looked at, and those of them that are shown.
    static let rows = (read: 1000, shown: 20)
    static let fields: Set<String> = [FormTokens.field, "file", "map", "yaml"]

    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.takingOver), use: show)
        routes.post(RouterPath(Paths.takingOver), use: preview)
        return routes
    }

    @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try visit.signedIn(as: [.administrator])
        let desk = try await workplace.desk(visit)
        return TakingOverPage(desk: desk, typed: TypedForm(desk.say)).response()
    }

    @Sendable func preview(_ request: Request, _ visit: Visit) async throws -> Response {
        let person = try visit.signedIn(as: [.administrator])
        let form = try await workplace.forms.read(request, visit)
        try workplace.check(form, of: person)
        try form.refuseUnknown(allowed: Self.fields)
        let desk = try await workplace.desk(visit)
        var missing: [String: String] = [:]
        if form.text("map").isEmpty, form.text("yaml").isEmpty { missing["map"] = missingMap(desk.say) }
        if form.files.isEmpty { missing["file"] = missingFile(form, desk.say) }
        if !missing.isEmpty { return TakingOverPage(desk: desk, typed: TypedForm(desk.say, form, errors: missing)).response() }
        do {
            let (map, name) = try map(in: form)
            guard let file = form.files.first else { return returned(form, desk, "file", missingFile(form, desk.say)) }
            return TakingOverPage(
                desk: desk, typed: TypedForm(desk.say, form, errors: [:]), fileName: file.fileName, mapName: name,
                preview: try await preview(of: file, by: map)
            ).response()
        } catch let fault as ImportFault {
            var field = "file"
            switch fault {
            case .map, .noColumn, .doubledColumn: field = form.text("map").isEmpty ? "yaml" : "map"
            default: break
            }
            return returned(form, desk, field, desk.say(fault.dutchSentence, fault.sentence))
        }
    }

    private func preview(of file: UploadedFile, by map: ImportMap) async throws -> ImportPreview {
        let handle = try FileHandle(forReadingFrom: URL(filePath: file.file.path))
        defer { try? handle.close() }
        let reader = try CSVReader(separator: map.separator, hasQuotes: map.hasQuotes) {
            [UInt8](try handle.read(upToCount: 1 << 16) ?? Data())
        }
        let register = RegisterImport(map, records: workplace.records, clock: workplace.office.clock, house: workplace.office.house)
        return try await register.preview(reader, atMost: Self.rows.read, showing: Self.rows.shown)
    }

    /// The chosen map, and how the command names it.
    private func map(in form: SubmittedForm) throws -> (ImportMap, name: String) {
        let chosen = form.text("map")
        if chosen.isEmpty { return (try ImportMap(yaml: form.text("yaml")), "MAP.yaml") }
        guard let ready = ReadyMap(rawValue: chosen) else { throw FormError.malformed }
        return (try ImportMap(yaml: ready.yaml), ready.rawValue)
    }

    private func returned(_ form: SubmittedForm, _ desk: Desk, _ field: String, _ sentence: String) -> Response {
        TakingOverPage(desk: desk, typed: TypedForm(desk.say, form, errors: [field: sentence])).response()
    }

    private func missingMap(_ say: Wording) -> String {
        say("Kies waar het bestand vandaan komt, of geef een eigen kaart.", "Choose where the file comes from, or give a map of your own.")
    }

    private func missingFile(_ form: SubmittedForm, _ say: Wording) -> String {
        form.refusedFiles.isEmpty
            ? say("Kies een bestand.", "Choose a file.")
            : say(
                "Dit bestand is groter dan 25 MB. Neem voor een proef het begin ervan.",
                "This file is larger than 25 MB. Take the beginning of it for a trial.")
    }
}
