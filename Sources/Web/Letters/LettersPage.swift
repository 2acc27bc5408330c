import Casework
import Complaints
import Hummingbird
import Markup
import Records

/// What still has to reach customers: by how it is done, and then by customer, so that one call or envelope does for several letters.
struct LettersPage {
    let desk: Desk
    let waiting: [WaitingLetter]
    var deliveries: [LetterID: Delivery] = [:]
    var bounced: [BouncedLetter] = []
    /// How many wait in all, the list being of the oldest.
    var total = 0
    var done = ""
    /// How many letters that was.
    var doneCount = 1

    private var say: Wording { desk.say }

    func response() -> Response {
        desk.page(say("Brieven", "Letters"), current: Paths.letters, flash: flash) {
            Heading(
                title: say("Brieven die wachten", "Letters that wait"),
                remark: say("Niets doet alsof het verstuurd is.", "Nothing pretends to have been sent.")
            ).html
            MailTrouble.going(desk).html
            BouncedLetters(say: say, bounced: bounced).html
            if waiting.isEmpty, bounced.isEmpty {
                EmptyState(
                    icon: .mail, title: say("Alles is bij de klant", "Everything has reached the customer"),
                    words: say("Zodra er iets te vertellen is, staat het hier.", "As soon as there is something to tell, it is here.")
                ).html
            } else if waiting.isEmpty {
                p(.class("hint")) { say("Verder wacht er niets.", "Nothing else waits.") }
            } else {
                if total > waiting.count {
                    p {
                        say(
                            "Hier staan de oudste \(waiting.count); er wachten er nog \(total - waiting.count)\(isMore).",
                            "These are the oldest \(waiting.count); \(total - waiting.count)\(isMore) more wait.")
                    }
                }
                for means in [LetterMeans.print, .phone] { section(means) }
                MailedLetters(desk: desk, waiting: waiting, deliveries: deliveries) { section(.email, of: $0, title: $1) }.html
            }
        }
    }

    /// So many are counted, and no more.
    private var isMore: String { total >= 1_000 ? say(" of meer", " or more") : "" }

    private var flash: Notice? {
        if done == Act.informed.rawValue { return tickedOff }
        return LetterChoice(rawValue: done).map { choice in Notice(.good, isFlash: true) { decided(choice) } }
    }

    private func decided(_ choice: LetterChoice) -> String {
        let isOne = doneCount == 1
        return switch choice {
        case .send where isOne: say("De brief wordt verstuurd.", "The letter is being sent.")
        case .send: say("De brieven worden verstuurd.", "The letters are being sent.")
        case .drop where isOne: say("De brief vervalt.", "The letter is dropped.")
        case .drop: say("De brieven vervallen.", "The letters are dropped.")
        case .rewrite where isOne: say("De brief is opnieuw geschreven.", "The letter has been written anew.")
        case .rewrite: say("De brieven zijn opnieuw geschreven.", "The letters have been written anew.")
        }
    }

    /// One was just ticked off: the first of the others is then at hand.
    private var tickedOff: Notice {
        let next = [LetterMeans.print, .phone, .email].compactMap { means in waiting.first { $0.letter.content.means == means } }.first
        return Notice(.good, isFlash: true) {
            say("Vastgelegd: de klant weet het.", "Recorded: the customer knows.")
            if let next {
                say(" De volgende: ", " The next: ")
                a(.href(address(next)), .autofocus(true)) { "\(next.letter.content.subject) (\(next.letter.content.recipient))" }
            }
        }
    }

    private func address(_ waiting: WaitingLetter) -> String {
        "\(Paths.letter(waiting.letter.id, waiting.number))?\(ActInput.fromLetters)=1"
    }

    private func section(_ means: LetterMeans) -> HTML {
        section(means, of: waiting.filter { $0.letter.content.means == means }, title: title(means))
    }

    private func section(_ means: LetterMeans, of letters: [WaitingLetter], title: String) -> HTML {
        guard let first = letters.first else { return HTML() }
        let id = "\(means.rawValue)-\(first.letter.id.value)"
        return Markup.section(.class("errands"), .aria("labelledby", id)) {
            h2(.id(id)) {
                title
                " "
                span(.class("muted")) { "\(letters.count)" }
            }
            ul { for addressee in Addressee.all(of: letters) { entry(addressee) } }
        }
    }

    private func title(_ means: LetterMeans) -> String {
        switch means {
        case .phone: say("Vertel telefonisch", "Tell by phone")
        case .print: say("Print en doe op de post", "Print and post")
        case .email: say("Wacht tot e-mail is ingericht", "Waiting until e-mail is set up")
        }
    }

    private func entry(_ addressee: Addressee) -> HTML {
        li(.class("addressee")) {
            div {
                h3 { addressee.name }
                if let address = addressee.address { p(.class("muted pre")) { address } }
            }
            ul { for waiting in addressee.letters { line(waiting) } }
        }
    }

    private func line(_ waiting: WaitingLetter) -> HTML {
        let made = desk.calendar.zone.moment(at: waiting.letter.createdAt)
        return li {
            span(.class("number")) { waiting.number.formatted }
            a(.href(address(waiting))) { waiting.letter.content.subject }
            span(.class("muted")) {
                say("sinds ", "since ")
                time(.datetime(MachineTime.text(made, desk.calendar.zone))) { DateWords.brief(made, desk.language) }
            }
            if let delay = desk.delay(of: deliveries[waiting.letter.id]) { p(.class("hint")) { delay } }
        }
    }
}

/// Somebody for whom letters wait, in the order in which the oldest came.
private struct Addressee {
    let name: String
    let address: String?
    var letters: [WaitingLetter]

    static func all(of letters: [WaitingLetter]) -> [Addressee] {
        var (found, places): ([Addressee], [[String?]: Int]) = ([], [:])
        for waiting in letters {
            let content = waiting.letter.content
            if let place = places[[content.recipient, content.address]] {
                found[place].letters.append(waiting)
            } else {
                places[[content.recipient, content.address]] = found.count
                found.append(Addressee(name: content.recipient, address: shown(content), letters: [waiting]))
            }
        }
        return found
    }

    /// A number as it is dialled here; everything else as it was given.
    private static func shown(_ letter: NewLetter) -> String? {
        guard let address = letter.address, letter.means == .phone else { return letter.address }
        return (try? PhoneNumber(parsing: address))?.display ?? address
    }
}
