import Casework
import Complaints
import Hummingbird
import Markup

/// The confirmation: the number, what happens next and by when, the personal link, what was sent, how to reach us.
struct ReceiptPage {
    let frame: PublicFrame
    let complaint: Complaint
    /// The whole address of the personal page, when whoever reads this is the one who sent the form.
    let link: String?

    private var say: Wording { frame.say }

    func response() -> Response {
        frame.page(say("Klacht ontvangen", "Complaint received")) {
            h1 { say("Wij hebben uw klacht ontvangen", "We have received your complaint") }
            receipt
            if let link { personal(link) }
            next
            if link != nil { summary }
            reach
        }
    }

    private var receipt: HTML {
        div(.class("receipt")) {
            p(.class("muted")) { say("Uw klachtnummer", "Your complaint number") }
            p(.class("number")) { complaint.number.formatted }
            p(.class("muted")) {
                let day = DateWords.long(frame.house.calendar.zone.moment(at: complaint.receivedAt).day, frame.language)
                say("Ontvangen op \(day)", "Received on \(day)")
            }
        }
    }

    private func personal(_ link: String) -> HTML {
        section(.class("stack close")) {
            h2 { say("Bewaar uw persoonlijke link", "Keep your personal link") }
            p {
                say(
                    "Met deze link ziet u hoe uw klacht ervoor staat en kunt u reageren. Wij tonen hem alleen nu. Deel hem met niemand.",
                    "With this link you see how your complaint stands, and you can reply. We only show it now. Share it with nobody.")
            }
            p(.class("link")) { a(.href(link)) { link } }
            p(.class("muted no-print")) {
                say(
                    "Print deze pagina, kopieer de link of sla hem op bij uw bladwijzers.",
                    "Print this page, copy the link or add it to your bookmarks.")
            }
        }
    }

    private var next: HTML {
        section(.class("stack close")) {
            h2 { say("Zo gaat het verder", "What happens next") }
            ol(.class("steps")) {
                if complaint.phase.isOpen {
                    li {
                        say(
                            "U krijgt een contactpersoon. Die zoekt uit wat er is gebeurd.",
                            "You get a contact person, who finds out what happened.")
                    }
                    if let day = due(.firstContact) {
                        li { say("U hoort uiterlijk \(day) van deze persoon.", "You hear from this person by \(day).") }
                    }
                    if let day = due(.resolution) {
                        li { say("Uiterlijk \(day) krijgt u ons antwoord.", "You get our answer by \(day).") }
                    }
                } else {
                    li { say("Uw klacht is afgerond.", "Your complaint has been dealt with.") }
                }
            }
            if link == nil {
                p {
                    say(
                        "Hoe het er nu voor staat, ziet u op uw persoonlijke pagina.",
                        "Your personal page shows how it stands now.")
                    " "
                    Link(say("Naar uw klacht", "To your complaint"), to: frame.address(Paths.follow))
                }
            }
        }
    }

    /// The day of a promise that still stands; a day that has passed is never named.
    private func due(_ kind: PromiseKind) -> String? {
        complaint.promises.last { $0.kind == kind && $0.isOutstanding && $0.due >= frame.now.instant }.map {
            DateWords.told(frame.house.calendar.zone.moment(at: $0.due).day, today: frame.now.day, frame.language)
        }
    }

    private var summary: HTML {
        section(.class("stack close")) {
            h2 { say("Dit heeft u verstuurd", "What you sent") }
            FactList(facts: facts)
        }
    }

    private var facts: [Fact] {
        let person = complaint.correspondent
        let pairs: [(String, String?)] = [
            (say("Uw verhaal", "Your story"), complaint.story.text),
            (say("Bestanden", "Files"), names),
            (say("Naam", "Name"), person?.name), (say("E-mailadres", "E-mail address"), person?.email?.text),
            (say("Telefoonnummer", "Phone number"), person?.phone?.display),
            (say("Namens", "On behalf of"), complaint.representative == nil ? nil : complaint.customer?.name),
            (say("Organisatie", "Organisation"), complaint.customer?.organisation),
            (say("Klantnummer", "Customer number"), complaint.customer?.customerNumber),
        ]
        return pairs.compactMap { name, value in value.map { Fact(name, $0) } }
    }

    private var names: String? {
        let names = complaint.documents.filter(\.isFromCustomer).compactMap(\.name.text)
        return names.isEmpty ? nil : names.joined(separator: "\n")
    }

    private var reach: HTML {
        group {
            if frame.isReachable {
                p {
                    say("Vragen? ", "Questions? ")
                    frame.waysToReach
                    say(". Noem dan uw klachtnummer.", ". Please mention your complaint number.")
                }
            }
        }
    }
}
