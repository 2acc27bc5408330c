import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import NIOCore
import Records

/// For who had a file on their desk that by now is somebody else's: that it is, and what they were typing. Nothing of a file that they may
/// not see any more is told, and whoever never had it is not told that it is there.
struct NoLongerYours: Error {
    let desk: Desk
    let act: Act
    /// Nil when this person may not see the file any more.
    let file: Casefile?

    private var say: Wording { desk.say }

    /// For who lost the file or the right to act on it; nil for everybody else.
    init?(_ file: Casefile, _ act: Act, desk: Desk) {
        let id = desk.person.member.id
        let isHandler = file.complaint.handler == id && file.complaint.isVisible(to: desk.actor)
        let hadIt = file.history.contains { if case .assigned(let handler, _) = $0.occurrence.event { handler == id } else { false } }
        let procedure = desk.house.procedures.version(file.complaint.procedureVersion)
        let couldDo = hadIt && PermissionTable.allows(act, by: [.handler], under: procedure)
        guard !isHandler, couldDo || file.drafts.contains(where: { $0.place.form == DraftSlots.form(of: act) }) else { return nil }
        (self.desk, self.act) = (desk, act)
        self.file = file.complaint.isVisible(to: desk.actor) ? file : nil
    }

    /// For who may see the file, could do this to files of others, and now can't do it to this one.
    init(seeing file: Casefile, _ act: Act, desk: Desk) { (self.desk, self.act, self.file) = (desk, act, file) }

    /// "Dit dossier is nu van Sara."
    var words: String {
        guard let file else { return say("Dit dossier is niet meer voor u.", "This file is no longer for you.") }
        return say.whose(file.complaint, desk)
    }

    /// For the script that saves drafts.
    func draftAnswer() -> Response {
        var json = JSONWriter()
        json.object { json in
            json.member("lost", true)
            json.member("said", say("Niet bewaard. \(words)", "Not saved. \(words)"))
        }
        return Response(
            status: .conflict, headers: [.contentType: "application/json; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.bytes)))
    }

    /// The page that comes instead of the file, with what was typed to be copied from it.
    func page(_ form: SubmittedForm) -> Response {
        let typed = TypedWords(desk: desk, act: act).text(of: form.fields)
        let title = say("Niet bewaard", "Not saved")
        return desk.page(say("Fout: ", "Error: ") + title, isReading: true, status: .conflict) {
            ErrorSummary(title: say("Er is een probleem", "There is a problem"), fields: [], general: [words]).html
            Heading(title: title).html
            if typed.isEmpty {
                p { say("Er is niets veranderd in het dossier.", "Nothing has changed in the file.") }
            } else {
                p {
                    say(
                        "Wat u typte staat hieronder. Kopieer het als u het nog nodig hebt.",
                        "What you typed stands below. Copy it if you still need it.")
                }
                TextArea(
                    field: Field("typed", say("Dit typte u", "This is what you typed"), optional: ""), value: typed,
                    rows: min(20, 4 + typed.utf8.count / 80), isReadOnly: true)
            }
            actions {
                if let file { Button(say("Naar het dossier", "To the file"), to: Paths.file(file.complaint.number)) }
                Button(say("Naar uw werk", "To your work"), .quiet, to: Paths.home)
            }
        }
    }
}

extension Wording {
    /// Whose file it is by now, for somebody else.
    func whose(_ complaint: Complaint, _ desk: Desk) -> String {
        guard let name = desk.name(of: complaint.handler) else {
            return self("Dit dossier is nu van niemand: het wacht op toewijzing.", "This file is nobody's now: it waits for assignment.")
        }
        return self("Dit dossier is nu van \(name).", "This file is \(name)'s now.")
    }
}
