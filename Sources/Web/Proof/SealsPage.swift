import Casework
import Complaints
import Hummingbird
import Markup
import Records

/// What holds of the proof today, in words, and what is for people to do about it.
struct SealsPage {
    let desk: Desk
    let last: Seal?
    let isJustMade: Bool

    /// Longer than a day and a night of rest: then the daily seal was not made.
    private static let patience = 36 * 3600

    private var say: Wording { desk.say }

    func response() -> Response {
        let title = say("Staat van het bewijs", "State of the proof")
        return desk.page(title, current: Paths.seals, flash: flash, isReading: true) {
            Heading(title: title).html
            div(.class("prose")) {
                standing
                meaning
                if let last { FactList(facts: facts(last)) }
                keeping
                checking
            }
            if desk.actor.has(.administrator) {
                desk.form(to: Paths.seals) { actions { Button(say("Zet nu een zegel", "Make a seal now")) } }
            }
        }
    }

    private var meaning: HTML {
        p {
            say(
                "Elke dag zet Gehoor een zegel op alle dossiers samen: één regel tekst, ondertekend, waarin van elk dossier staat hoe ver het was. Verandert iemand daarna iets ouds, dan past het niet meer bij het zegel.",
                "Every day Gehoor puts a seal on all files together: one line of text, signed, that says of each file how far it was. When somebody changes something old afterwards, it no longer fits the seal."
            )
        }
    }

    private var flash: Notice? {
        guard isJustMade else { return nil }
        return Notice(.good, isFlash: true) {
            p { say("Er staat een nieuw zegel. Bewaar het elders.", "There is a new seal. Keep it elsewhere.") }
        }
    }

    private var isOverdue: Bool { last.map { desk.now.instant.seconds(since: $0.contents.madeAt) > Self.patience } ?? true }

    private var standing: HTML {
        guard let last else {
            return Notice(.late) {
                p { say("Er is nog geen zegel.", "There is no seal yet.") }
                p {
                    say(
                        "Kort na de start van de server komt het eerste. Blijft het uit, kijk dan in het logboek van de server.",
                        "The first one comes shortly after the server starts. If it doesn't, look in the server's log.")
                }
            }.html
        }
        if isOverdue {
            return Notice(.late) {
                p {
                    say(
                        "Het laatste zegel is van \(moment(last)); er had al een nieuw moeten zijn.",
                        "The last seal is of \(moment(last)); there should have been a new one by now.")
                }
                p {
                    say(
                        "Wat sindsdien gebeurde is nog niet verzegeld. Zet hieronder een zegel, en kijk in het logboek van de server waarom het niet vanzelf ging.",
                        "What happened since is not sealed yet. Make a seal below, and look in the server's log why it did not happen by itself."
                    )
                }
            }.html
        }
        return Notice(.good) {
            p {
                say(
                    "Alle dossiers zijn verzegeld op \(moment(last)). Wat daarna gebeurt, komt in het volgende zegel.",
                    "All files were sealed on \(moment(last)). What happens since goes into the next seal.")
            }
        }.html
    }

    private func facts(_ seal: Seal) -> [Fact] {
        [
            Fact(
                say("Laatste zegel", "Last seal"),
                say("nummer \(seal.ordinal), \(moment(seal))", "number \(seal.ordinal), \(moment(seal))")),
            Fact(
                say("Het dekt", "It covers"),
                say.count(seal.contents.complaints, ("dossier", "dossiers"), ("file", "files"))
                    + say(" met ", " with ")
                    + say.count(seal.contents.entries, ("gebeurtenis", "gebeurtenissen"), ("event", "events"))
                    + say(", teksten en documenten inbegrepen", ", texts and documents included")),
            Fact(say("Kenmerk", "Digest"), code { EntryHash.hex(seal.digest) }),
            Fact(say("Openbare sleutel", "Public key"), code { EntryHash.hex(seal.key) }),
        ]
    }

    private var keeping: HTML {
        section {
            h2 { say("Bewaar zegels elders", "Keep seals elsewhere") }
            p {
                say(
                    "Wie de hele machine in handen heeft, kan ook de zegels hier overschrijven. Een zegel dat ergens anders ligt niet. Bewaar ze daarom waar de beheerder van deze machine niet bij kan: bij de notaris, de accountant of op een andere computer. Er staan geen namen of teksten in.",
                    "Whoever has the whole machine in hand can overwrite the seals here as well, but not a seal that lies elsewhere. So keep them where the administrator of this machine can't reach: with a notary, an accountant or on another computer. They hold no names or texts."
                )
            }
            p {
                say(
                    "Haal ze hieronder op, of laat een andere computer ze elke dag ophalen met:",
                    "Download them below, or let another computer fetch them every day with:")
            }
            pre(.class("command")) { code { "gehoor seals --data DIR" } }
            p {
                say(
                    "Op papier volstaan het nummer en het kenmerk van het laatste zegel: elk zegel bevat het kenmerk van het vorige.",
                    "On paper the number and digest of the last seal are enough: each seal holds the digest of the one before.")
            }
            if last != nil { actions { Button(say("Haal alle zegels op", "Download all seals"), .primary, to: Paths.sealsFile) } }
        }
    }

    private var checking: HTML {
        section {
            h2 { say("Controleer", "Check") }
            p {
                say(
                    "Met een bewaard bestand toont deze opdracht of er iets ouds veranderd is, en in welk dossier:",
                    "With a file that was kept, this command shows whether anything old was changed, and in which file:")
            }
            pre(.class("command")) { code { "gehoor verify --data DIR --seals \(say("zegels.txt", "seals.txt"))" } }
        }
    }

    private func moment(_ seal: Seal) -> String { DateWords.short(desk.calendar.zone.moment(at: seal.contents.madeAt)) }
}
