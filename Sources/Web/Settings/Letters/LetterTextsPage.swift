import Casework
import Complaints
import Hummingbird
import Markup

/// All letters, in the order in which a customer could get them, with which are the organisation's own.
struct LetterTextsPage {
    let desk: Desk
    let typed: TypedForm
    var refusal: SettingsRefusal? = nil
    var flash: Notice? = nil
    /// Each text is checked once for the page, and not for each cell.
    private let unusable: Set<LetterKey>

    init(desk: Desk, typed: TypedForm, refusal: SettingsRefusal? = nil, flash: Notice? = nil) {
        (self.desk, self.typed, self.refusal, self.flash) = (desk, typed, refusal, flash)
        unusable = desk.house.ownLetters.unusable
    }

    private var say: Wording { desk.say }
    private var own: OwnLetters { desk.house.ownLetters }
    private var addressing: Field {
        typed.field(
            "addressing", say("Hoe spreekt u klanten aan?", "How do you address customers in Dutch?"),
            hint: say("Voor brieven in het Nederlands die vanaf nu ontstaan.", "For letters in Dutch that are made from now on."))
    }

    /// The voices that letters are written in now: those of the other way of addressing can be prepared as well.
    private var voices: [LetterVoice] {
        own.addressing == .formal ? [.formalDutch, .english, .informalDutch] : [.informalDutch, .english, .formalDutch]
    }

    func response() -> Response {
        let title = say("Brieven en teksten", "Letters and texts")
        return desk.page(typed.title(title), current: Paths.letterTexts, flash: flash, status: SettingsForm.status(of: refusal)) {
            typed.summary([addressing])
            Heading(
                title: title,
                remark: say(
                    "Elke brief gaat vanzelf, op het moment dat erbij staat. Zet in eigen woorden wat u anders wilt zeggen.",
                    "Each letter goes by itself, at the moment that is named. Put in your own words what you want to say differently.")
            ).html
            if !unusable.isEmpty { Notice(.late) { p { warning } } }
            addressingForm
            section(.class("apart")) {
                h2(.id("letters-title")) { say("De brieven", "The letters") }
                div(.class("scroll"), .tabindex(0), .role("region"), .aria("labelledby", "letters-title")) {
                    table(.class("table stacks"), .aria("labelledby", "letters-title")) {
                        thead {
                            tr {
                                th(.scope("col")) { say("Brief", "Letter") }
                                th(.scope("col")) { say("Gaat", "Goes") }
                                for voice in voices { th(.scope("col")) { say.voice(voice) } }
                            }
                        }
                        tbody { for kind in LetterKind.allCases { row(kind) } }
                    }
                }
            }
        }
    }

    private var warning: String {
        say(
            "Een eigen tekst kan niet gebruikt worden. Zolang gaat de tekst van Gehoor uit. Open de tekst en pas hem aan.",
            "A text of your own can't be used. Until it can, Gehoor's text goes out. Open the text and adapt it.")
    }

    private var addressingForm: HTML {
        desk.form(to: Paths.letterTexts) {
            input(.type(.hidden), .name(SettingsForm.seenField), .value("\(desk.house.lettersVersion)"))
            RadioField(
                field: addressing,
                choices: [
                    Choice(Addressing.formal.rawValue, say("met “u”", "with “u” (formal)")),
                    Choice(Addressing.informal.rawValue, say("met “je”", "with “je” (informal)")),
                ], chosen: typed.text("addressing", or: own.addressing.rawValue), isInLine: true)
            actions { Button(say("Bewaar", "Save")) }
        }
    }

    private func row(_ kind: LetterKind) -> HTML {
        tr {
            th(.scope("row")) { say.letter(kind) }
            td(.class("muted")) { say.occasion(of: kind) }
            for voice in voices {
                td(.data("head", say.voice(voice))) {
                    a(.href(Paths.letterText(kind.rawValue, voice.rawValue))) {
                        state(LetterKey(kind, voice))
                        hiddenText(": \(say.letter(kind)), \(say.voice(voice))")
                    }
                }
            }
        }
    }

    private func state(_ key: LetterKey) -> String {
        guard own.texts[key] != nil else { return say("standaard", "standard") }
        return unusable.contains(key) ? say("eigen tekst, onbruikbaar", "own text, unusable") : say("eigen tekst", "own text")
    }
}
