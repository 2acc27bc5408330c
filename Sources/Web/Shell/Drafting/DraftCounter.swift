import Casework
import Complaints
import Hummingbird
import Markup
import NIOCore
import Records

/// Takes in drafts, for the slice that owns the form and knows that its author may have it.
struct DraftCounter {
    let workplace: Workplace
    let person: SignedInPerson

    /// The form of a request, if it came from a page of this session. Files are let go: a draft holds none.
    func form(_ request: Request, _ visit: Visit) async throws -> SubmittedForm {
        let form = try await workplace.forms.withoutFiles.read(request, visit)
        try workplace.check(form, of: person)
        return form
    }

    /// Saves what was typed in the fields of a form, and answers for the script.
    ///
    /// - Parameters:
    ///   - fields: those that the form has.
    ///   - typed: those of which one must hold something.
    func save(
        _ form: SubmittedForm, at place: DraftPlace, fields: Set<String>, typed: Set<String>, _ visit: Visit
    ) async throws -> Response {
        try form.refuseUnknown(allowed: fields.union([FormTokens.field, DraftSlots.field]))
        try workplace.draftRate.check("\(place.staff.value)")
        let kept = form.fields.filter { fields.contains($0.name) && $0.name != FormTokens.field && $0.name != DraftSlots.field }
        let isEmpty = !kept.contains { typed.contains($0.name) && !$0.value.isBlank }
        let saving = try await workplace.drafts.save(
            kept.map { DraftField($0.name, $0.value) }, at: place, from: form.draftMark, isEmpty: isEmpty)
        return DraftAnswer(desk: try await workplace.desk(visit), saving: saving).response
    }

    /// In a form: what was thrown away is to be put back. In an address: the draft that was thrown away just now.
    static let back = "terugzetten"
    static let thrown = "weg"

    /// Throws a draft away, whatever else stands in the form, or puts it back; then shows the form that it stood in.
    func discard(_ place: DraftPlace, _ form: SubmittedForm, thenTo path: String) async throws -> Response {
        let anchor = DraftPaths.anchor(place.form)
        if form.has(Self.back) {
            try await workplace.drafts.takeUp(place)
            return Answers.seeOther("\(path)#\(anchor)")
        }
        try await workplace.drafts.discard(place, from: form.draftMark)
        return Answers.seeOther("\(path)?\(Self.thrown)=\(place.form)#\(anchor)")
    }
}

/// What the script is told after it saved.
private struct DraftAnswer {
    let desk: Desk
    let saving: DraftSaving

    private var say: Wording { desk.say }

    var response: Response {
        var json = JSONWriter()
        json.object { json in
            switch saving {
            case .kept(let draft):
                json.member("version", draft.mark.version)
                json.member("said", say("Concept bewaard om \(desk.time(of: draft)).", "Draft saved at \(desk.time(of: draft))."))
            case .emptied:
                json.member("version", 0)
                json.member("said", "")
            case .gone: json.member("gone", true)
            case .elsewhere(let draft): other(draft, &json)
            case .tooMany:
                json.member(
                    "said",
                    say(
                        "Concept niet bewaard: u hebt al \(DraftOffice.most) concepten.",
                        "Draft not saved: you have \(DraftOffice.most) drafts."))
            case .tooLarge: json.member("said", say("Te lang om als concept te bewaren.", "Too long to keep as a draft."))
            }
        }
        return Response(
            status: status, headers: [.contentType: "application/json; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.bytes)))
    }

    private var status: HTTPResponse.Status {
        switch saving {
        case .kept, .emptied: .ok
        case .gone, .elsewhere: .conflict
        case .tooMany, .tooLarge: .unprocessableContent
        }
    }

    /// Both texts side by side: nobody's is thrown away for the other.
    private func other(_ draft: Draft, _ json: inout JSONWriter) {
        json.object("other") { json in
            json.member("version", draft.mark.version)
            json.member(
                "said",
                say(
                    "In een ander venster bewaarde u om \(desk.time(of: draft)) een andere tekst. Wat hier staat is nog niet bewaard.",
                    "In another window you saved another text at \(desk.time(of: draft)). What stands here is not saved yet."))
            json.member("label", say("De andere tekst", "The other text"))
            json.member("take", say("Zet de andere tekst hier", "Put the other text here"))
            json.member("keep", say("Bewaar wat hier staat", "Save what stands here"))
            json.array("fields") { json in
                for field in draft.fields {
                    json.array { json in
                        json.value(field.name)
                        json.value(field.value)
                    }
                }
            }
        }
    }
}
