import Complaints
import HTTPTypes
import Markup

/// What was typed in a form that could not be taken: it is given back on the very page that says so, with a way to send it once more.
struct TypedWork {
    /// Fields that nobody typed.
    private static let unseen: Set<String> = [
        FormTokens.field, SubmissionStamps.field, Submission.field, FileCounter.kept, FileCounter.leftOut, IntakeForm.submission,
        SettingsForm.seenField, DraftSlots.field,
    ]

    /// A form with one of these is never given back.
    private static let secrets: Set<String> = ["old", "password", "again"]

    private let form: SubmittedForm
    private let path: String
    private let person: SignedInPerson?
    private let workplace: Workplace
    private let isSignedOut: Bool

    /// Nil when nothing was typed, or when what was typed is what is wrong.
    init?(_ fault: FaultPage, _ visit: Visit, _ workplace: Workplace) {
        guard let sent = visit.memory.sent, sent.form.fields.contains(where: Self.isTyped),
            !sent.form.fields.contains(where: { Self.secrets.contains($0.name) }),
            fault.problem.status.code >= 500 || ["form-token", "signed-out"].contains(fault.problem.code)
        else { return nil }
        form = sent.form
        path = sent.path
        person = visit.memory.person
        self.workplace = workplace
        isSignedOut = fault.problem.code == "signed-out"
    }

    func html(_ say: Wording) -> HTML {
        Markup.form(.method(.post), .action(path), .class("form"), .novalidate) {
            if isSignedOut {
                p {
                    Markup.a(.href(Paths.signIn), .newTab) { say("Meld u aan in een nieuw tabblad", "Sign in in a new tab") }
                    say(", kom hier terug en verstuur opnieuw.", ", come back here and send again.")
                }
            }
            Markup.label(.for("typed")) { say("Dit typte u", "This is what you typed") }
            textarea(.id("typed"), .class("control"), .rows(8), .readonly(true)) { text }
            if hadFiles {
                p { say("Bestanden zijn niet bewaard: voeg ze later opnieuw toe.", "Files were not kept: add them again later.") }
            }
            for field in form.fields where field.name != FormTokens.field {
                input(.type(.hidden), .name(field.name), .value(field.value))
            }
            input(.type(.hidden), .name(FormTokens.field), .value(token))
            actions { Button(say("Opnieuw versturen", "Send again"), .primary) }
        }
    }

    /// The values as they were typed, one below the other.
    private var text: String {
        form.fields.filter(Self.isTyped).map(\.value).joined(separator: "\n")
    }

    /// Not the codes of menus and boxes, such as `phone` and `on`: these go along unseen.
    private static func isTyped(_ field: SubmittedForm.Field) -> Bool {
        guard !unseen.contains(field.name), !field.value.isBlank else { return false }
        return !field.value.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
    }

    private var hadFiles: Bool { !form.files.isEmpty || !form.refusedFiles.isEmpty }

    /// A fresh one for whoever is signed in by now: what is sent stands on the page, and it takes their own press to send it.
    private var token: String { person.map(workplace.tokenField) ?? form.text(FormTokens.field) }
}
