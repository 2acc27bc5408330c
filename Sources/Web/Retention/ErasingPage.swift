import Casework
import Complaints
import Hummingbird
import Markup
import Records

/// What would be erased, in a line, and the typed word without which nothing is.
struct ErasingPage {
    static let field = "word"

    let desk: Desk
    let files: [ErasableFile]
    /// Chosen files that can't be erased now.
    let skipped: Int
    let typed: TypedForm

    private var say: Wording { desk.say }

    /// In either language, however it is written.
    static func confirms(_ text: String) -> Bool { ["wissen", "erase"].contains(text.trimmed.lowercased()) }

    static func mistake(_ say: Wording) -> String {
        say("Typ het woord “wissen”, of ga terug.", "Type the word “erase”, or go back.")
    }

    private var word: Field {
        typed.field(Self.field, say("Typ “wissen” om te bevestigen", "Type “erase” to confirm"))
    }

    func response() -> Response {
        let title = say("Dossiers wissen", "Erase files")
        return desk.page(
            typed.title(title), current: Paths.retention, isReading: true, status: typed.hasTrouble ? .unprocessableContent : .ok
        ) {
            typed.summary([word])
            desk.form(to: Paths.erasing) {
                for one in files { input(.type(.hidden), .name("complaint"), .value(one.file.number.digits)) }
                Confirmation(
                    title: title, words: foreseen, field: word, act: say("Wis deze dossiers", "Erase these files"),
                    back: Link(say("Terug zonder iets te wissen", "Back without erasing anything"), to: Paths.retention)
                ).html
            }
            section(.class("apart")) {
                h2 { say("Welke", "Which") }
                ul(.class("plain")) { for one in files { li { Link(one.file.number.formatted, to: Paths.file(one.file.number)) } } }
            }
        }
    }

    private var foreseen: String {
        let words = files.reduce(ErasedWords()) { $0 + $1.words }
        let parts = [
            say.count(words.texts, ("tekst", "teksten"), ("text", "texts")),
            say.count(words.documents, ("document", "documenten"), ("document", "documents")),
            say.count(words.letters, ("brief", "brieven"), ("letter", "letters")),
            say.count(words.mails, ("mail", "mails"), ("mail", "mails")),
        ]
        var sentences = [
            "\(say.count(files.count, ("dossier", "dossiers"), ("file", "files"))): \(parts.joined(separator: ", "))."
        ]
        if words.waiting > 0 {
            sentences.append(
                words.waiting == 1
                    ? say("1 brief wacht nog en vervalt.", "1 letter still waits and is dropped.")
                    : say("\(words.waiting) brieven wachten nog en vervallen.", "\(words.waiting) letters still wait and are dropped."))
        }
        if skipped > 0 {
            sentences.append(
                say(
                    "\(skipped) overgeslagen: daarover is niets besloten, de klant wacht op antwoord, of het dossier loopt weer.",
                    "\(skipped) skipped: nothing was decided about it, the customer waits for an answer, or the file is at work again."))
        }
        sentences.append(
            say(
                "Aard, oorzaak, data en uitkomst blijven, en geen telling verandert. Dit kan niet ongedaan worden gemaakt. In back-ups van vóór nu staat het nog, en losse woorden blijven in de zoekindex tot een beheerder “gehoor rebuild” draait.",
                "Nature, cause, dates and outcome stay, and no count changes. This can't be undone. Backups of before now still hold it, and single words stay in the search index until an administrator runs “gehoor rebuild”."
            ))
        return sentences.joined(separator: " ")
    }
}
