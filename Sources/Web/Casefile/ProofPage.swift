import Casework
import Complaints
import Hummingbird
import Markup
import Records

/// What makes the file evidence: its chain, proved at this moment, and who looked at it.
struct ProofPage {
    let desk: Desk
    let file: Casefile
    let proof: JournalProof
    let seals: [SealCover]
    let looks: [Look]

    private var say: Wording { desk.say }

    func response() -> Response {
        let number = file.complaint.number
        return desk.page(say("Bewijs van \(number.formatted)", "Proof of \(number.formatted)"), isReading: true) {
            Heading(title: say("Bewijs van dossier \(number.formatted)", "Proof of file \(number.formatted)")).html
            div(.class("prose")) {
                verdict
                p {
                    say(
                        "Alles wat met deze klacht gebeurde staat in \(proof.entries) regels die elk de vorige vastleggen. Verandert iemand een regel of een tekst, dan klopt de keten niet meer.",
                        "Everything that happened to this complaint stands in \(proof.entries) entries, each fixing the one before. When somebody changes an entry or a text, the chain no longer holds."
                    )
                }
                FactList(facts: [
                    Fact(say("Einde van de keten", "End of the chain"), code { proof.head }), Fact(say("Verzegeld", "Sealed"), sealed),
                ]).html
                if desk.actor.hasAny(of: [.manager, .auditor]) { lookers }
                p { Link(say("Terug naar het dossier", "Back to the file"), to: Paths.file(number)) }
            }
        }
    }

    private var verdict: HTML {
        if proof.isWhole {
            return Notice(.good) {
                say("De keten klopt: er is niets veranderd of weggehaald.", "The chain holds: nothing was changed or taken away.")
            }.html
        }
        return Notice(.late) {
            p { say("De keten klopt niet. Meld dit aan uw beheerder.", "The chain does not hold. Tell your administrator.") }
            ul { for finding in proof.findings { li { words(of: finding) } } }
        }.html
    }

    /// What is wrong, in words; the code behind it is for whoever looks into it.
    private func words(of finding: JournalFinding) -> String {
        let line = finding.sequence
        let words =
            switch finding.kind {
            case .gap: say("Regel \(line) ontbreekt of staat er twee keer.", "Entry \(line) is missing or stands there twice.")
            case .chain:
                say("Regel \(line) is veranderd, of de regel ervoor.", "Entry \(line) was changed, or the one before it.")
            case .unreadable: say("Regel \(line) kan niet gelezen worden.", "Entry \(line) can't be read.")
            case .words:
                say(
                    "De tekst bij regel \(line) is niet de tekst die is vastgelegd.",
                    "The text of entry \(line) is not the one that was recorded.")
            case .stray:
                say("Bij regel \(line) hoort een tekst die nergens is vastgelegd.", "Entry \(line) has a text that was never recorded.")
            case .head:
                say(
                    "De laatste regels ontbreken, of het einde van de keten is veranderd.",
                    "The last entries are missing, or the end of the chain was changed.")
            case .readModel:
                say("De lijsten zeggen iets anders dan de keten.", "The lists say something else than the chain.")
            }
        return "\(words) (\(finding.kind.rawValue) \(line))"
    }

    /// From which seal on it is covered, and how far by now.
    private var sealed: String {
        guard let first = seals.first, let last = seals.last else {
            return say("nog niet; dit dossier komt in het volgende zegel", "not yet; this file goes into the next seal")
        }
        let since = say("sinds zegel \(first.ordinal) van \(day(first))", "since seal \(first.ordinal) of \(day(first))")
        if last.entries >= proof.entries { return since + say(", helemaal", ", all of it") }
        return since
            + say(
                "; regel 1 tot en met \(last.entries) nu, de rest komt in het volgende zegel",
                "; entries 1 to \(last.entries) by now, the rest goes into the next seal")
    }

    private func day(_ seal: SealCover) -> String { DateWords.short(desk.calendar.zone.moment(at: seal.madeAt).day) }

    private var lookers: HTML {
        section {
            h2 { say("Wie keek er in dit dossier", "Who looked at this file") }
            ul(.class("plain")) {
                for look in looks {
                    li { DateWords.short(desk.calendar.zone.moment(at: look.at)) + " · " + (name(look.by)) }
                }
            }
        }
    }

    private func name(_ identity: Actor.Identity) -> String {
        switch identity {
        case .staff(let id): desk.name(of: id) ?? ""
        case .token: say("koppeling", "API")
        case .colleague(let id): say("\(desk.name(of: id) ?? ""), per e-mail", "\(desk.name(of: id) ?? ""), by e-mail")
        case .customer: say("klant", "customer")
        case .system: "Gehoor"
        }
    }
}
