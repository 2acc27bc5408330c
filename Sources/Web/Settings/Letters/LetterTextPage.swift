import Casework
import Complaints
import Hummingbird
import Markup

/// One letter in one voice: its text, what it may name, and how a customer would read it.
struct LetterTextPage {
    static let previewAct = "bekijk"
    static let standardAct = "standaard"
    static let testAct = "proef"

    let desk: Desk
    let key: LetterKey
    let typed: TypedForm
    /// The text that the preview is about.
    let shown: LetterTemplate
    var isUnsaved = false
    /// The version that the author of a returned form saw.
    var seen: Int? = nil
    var refusal: SettingsRefusal? = nil
    var flash: Notice? = nil

    private var say: Wording { desk.say }
    private var stored: LetterTemplate { desk.house.ownLetters.texts[key] ?? LetterTemplates.builtIn(key) }
    private var isOwn: Bool { desk.house.ownLetters.texts[key] != nil }

    private var subject: Field { typed.field("subject", say("Onderwerp", "Subject")) }
    private var body: Field {
        typed.field(
            "body", say("Tekst", "Text"),
            hint: say(
                "Wat tussen {{ en }} staat, vult Gehoor in.",
                "What stands between {{ and }} is filled in by Gehoor."))
    }

    func response() -> Response {
        let title = "\(say.letter(key.kind)), \(say.voice(key.voice))"
        return desk.page(typed.title(title), current: Paths.letterTexts, flash: flash, status: SettingsForm.status(of: refusal)) {
            typed.summary([subject, body])
            Heading(title: title, remark: say.occasion(of: key.kind)).html
            if refusal == .movedOn {
                BothVersions(
                    say: say,
                    rows: [(subject.label, stored.subject, typed.text("subject")), (body.label, stored.body, typed.text("body"))])
            }
            div(.class("beside")) {
                div {
                    form
                    LetterTagTable(say: say, key: key, specimen: specimen)
                }
                LetterTextPreview(desk: desk, key: key, template: shown, specimen: specimen, isUnsaved: isUnsaved)
            }
        }
    }

    private var specimen: LetterSpecimen { LetterSpecimen(house: desk.house, now: desk.now) }

    private var form: HTML {
        desk.form(to: Paths.letterText(key.kind.rawValue, key.voice.rawValue)) {
            input(.type(.hidden), .name(SettingsForm.seenField), .value("\(seen ?? desk.house.lettersVersion)"))
            TextField(field: subject, value: typed.text("subject", or: stored.subject), autocomplete: "off")
            TextArea(field: body, value: typed.text("body", or: stored.body), rows: 24)
            actions {
                Button(say("Bewaar tekst", "Save text"), .primary, field: ("act", "bewaar"))
                Button(say("Bekijk voorbeeld", "See an example"), field: ("act", Self.previewAct))
                if desk.house.sendsMail { Button(say("Mail mij dit als proef", "Mail me this as a test"), field: ("act", Self.testAct)) }
                Link(say("Alle brieven", "All letters"), to: Paths.letterTexts)
                if isOwn { Button(say("Zet standaardtekst terug", "Put the standard text back"), field: ("act", Self.standardAct)) }
            }
        }
    }
}

/// What a letter may name, with what it would be here.
struct LetterTagTable: Component {
    let say: Wording
    let key: LetterKey
    let specimen: LetterSpecimen

    var html: HTML {
        let tags = LetterTags(key.kind)
        let values = specimen.values(key)
        return section(.class("apart")) {
            h2(.id("tags-title")) { say("Wat Gehoor kan invullen", "What Gehoor can fill in") }
            p(.class("muted")) {
                say(
                    "Wat kan ontbreken, staat tussen {{#…}} en {{/…}}: dan valt de hele zin weg als er niets in te vullen is.",
                    "What may be missing stands between {{#…}} and {{/…}}: then the whole sentence is left out when there is nothing to fill in."
                )
            }
            div(.class("scroll"), .tabindex(0), .role("region"), .aria("labelledby", "tags-title")) {
                table(.class("table")) {
                    thead {
                        tr {
                            th(.scope("col")) { say("Schrijf", "Write") }
                            th(.scope("col")) { say("Voorbeeld", "Example") }
                            th(.scope("col")) { say("Altijd?", "Always?") }
                        }
                    }
                    tbody { for tag in tags.all.sorted(by: { $0.rawValue < $1.rawValue }) { row(tag, tags, values[tag]) } }
                }
            }
        }
    }

    private func row(_ tag: LetterTag, _ tags: LetterTags, _ value: String?) -> HTML {
        let name = tag.rawValue
        let isSure = tags.always.contains(tag)
        return tr {
            th(.scope("row")) { code { isSure ? "{{\(name)}}" : "{{#\(name)}}…{{\(name)}}…{{/\(name)}}" } }
            td(.class("pre"), .lang(key.voice.language.rawValue)) { value ?? "–" }
            td {
                let needed = tags.needed.contains(tag) || tag == .number
                (isSure ? say("ja", "yes") : say("kan ontbreken", "may be missing"))
                    + (needed ? say("; moet erin", "; has to be in it") : "")
            }
        }
    }
}

/// How a customer would read it, and how plainly it is written.
struct LetterTextPreview: Component {
    let desk: Desk
    let key: LetterKey
    let template: LetterTemplate
    let specimen: LetterSpecimen
    let isUnsaved: Bool

    private var say: Wording { desk.say }

    var html: HTML {
        aside(.class("preview"), .aria("labelledby", "preview-title")) {
            h2(.id("preview-title")) { say("Zo leest de klant het", "How the customer reads it") }
            if isUnsaved { p(.class("muted")) { say("Nog niet bewaard.", "Not saved yet.") } }
            if let full = specimen.letter(template, key) {
                letter(full)
                plainness(full.body)
                if let bare = specimen.letter(template, key, isBare: true), bare != full {
                    h3 { say("Als ontbreekt wat kan ontbreken", "When all that may be missing is missing") }
                    letter(bare)
                }
            } else {
                p { say("Pas eerst aan wat hiernaast staat.", "First adapt what is said beside this.") }
            }
        }
    }

    private func letter(_ letter: LetterTemplate) -> HTML {
        article(.class("letter"), .lang(key.voice.language.rawValue)) {
            p { strong { letter.subject } }
            p(.class("pre")) { letter.body }
        }
    }

    @HTMLBuilder private func plainness(_ body: String) -> HTML {
        let plain = PlainDutch(body)
        let mean = Int(plain.wordsPerSentence.rounded())
        let isEasy = plain.longestSentence <= 20 && mean <= 12
        p(.class("muted")) {
            say(
                "Gemiddeld \(mean) woorden per zin; de langste zin telt er \(plain.longestSentence).",
                "\(mean) words a sentence on average; the longest has \(plain.longestSentence).")
            if !isEasy {
                say(
                    " Korter leest makkelijker: hoogstens 12 gemiddeld, en geen zin boven de 20.",
                    " Shorter reads more easily: at most 12 on average, and no sentence above 20.")
            }
        }
    }
}
