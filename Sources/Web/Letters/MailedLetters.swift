import Casework
import Complaints
import Markup
import Records

/// What did not arrive, and what to do about it.
struct BouncedLetters: Component {
    let say: Wording
    let bounced: [BouncedLetter]

    var html: HTML {
        if bounced.isEmpty { return HTML() }
        return section(.class("errands"), .aria("labelledby", "bounced")) {
            h2(.id("bounced")) { say("Kwam niet aan", "Did not arrive") }
            p(.class("hint")) {
                say(
                    "Klopt het e-mailadres? Bel de klant, of verbeter het adres; op de pagina van de brief stuurt u hem opnieuw.",
                    "Is the e-mail address right? Call the customer, or correct the address; the letter's page sends it again.")
            }
            ul {
                for one in bounced {
                    li {
                        span(.class("number")) { one.number.formatted }
                        " "
                        a(.href(Paths.letter(one.letter, one.number))) { one.subject.isEmpty ? say.erasedLetter : one.subject }
                        if !one.recipient.isEmpty { say(" aan \(one.recipient)", " to \(one.recipient)") }
                        if !one.words.isEmpty { p(.class("muted")) { say.sendingReason(one.words) } }
                    }
                }
            }
        }
    }
}

/// Letters for e-mail, by how far they are: not set up, from before that, refused, no longer true, on their way.
struct MailedLetters: Component {
    let desk: Desk
    let waiting: [WaitingLetter]
    let deliveries: [LetterID: Delivery]
    /// Draws the letters of one group under a title.
    let list: ([WaitingLetter], String) -> HTML

    private enum Group: CaseIterable { case notSetUp, before, refused, untrue, going }

    private var say: Wording { desk.say }

    var html: HTML {
        let letters = Dictionary(grouping: waiting.filter { $0.letter.content.means == .email }) { group(of: $0.letter) }
        return Markup.group {
            for group in Group.allCases {
                if let found = letters[group] {
                    list(found, title(group))
                    if group == .before || group == .refused { choice(found, .send) }
                    if group == .untrue { choice(found, .rewrite) }
                }
            }
        }
    }

    private func group(of letter: Letter) -> Group {
        let settings = desk.house.mail
        guard settings.sending != nil, let since = settings.sendsSince, !desk.house.isSample else { return .notSetUp }
        if let end = letter.trueUntil, end <= desk.now.instant { return .untrue }
        if deliveries[letter.id]?.state == .refused { return .refused }
        return letter.createdAt.milliseconds < since && deliveries[letter.id] == nil ? .before : .going
    }

    private func title(_ group: Group) -> String {
        switch group {
        case .notSetUp: say("Wacht tot e-mail is ingericht", "Waiting until e-mail is set up")
        case .before: say("Wachtte al voor e-mail was ingericht", "Waited before e-mail was set up")
        case .refused: say("Kon niet verstuurd worden", "Could not be sent")
        case .untrue: say("Noemt een dag die voorbij is", "Names a day that has passed")
        case .going: say("Wordt verstuurd", "Being sent")
        }
    }

    private func choice(_ letters: [WaitingLetter], _ choice: LetterChoice) -> HTML {
        desk.form(to: Paths.letters) {
            for waiting in letters { input(.type(.hidden), .name("brief"), .value("\(waiting.letter.id.value)")) }
            for words in letters.compactMap({ deliveries[$0.letter.id]?.words }).prefix(5) {
                p(.class("hint")) { say.sendingReason(words) }
            }
            if letters.contains(where: { $0.letter.content.lacksName(of: desk.house.organisation) }) {
                p(.class("hint")) {
                    say(
                        "Ze gaan onder de naam van nu weg: \(desk.house.organisation.name).",
                        "They leave under the name of now: \(desk.house.organisation.name).")
                }
            }
            actions {
                Button(words(choice, letters.count), field: ("doe", choice.rawValue))
                Button(say("Laat vervallen", "Drop"), .quiet, field: ("doe", LetterChoice.drop.rawValue))
            }
        }
    }

    private func words(_ choice: LetterChoice, _ count: Int) -> String {
        switch (choice, count) {
        case (.rewrite, _): say("Schrijf opnieuw met de data van nu", "Write anew with the dates of now")
        case (_, 1): say("Verstuur deze brief", "Send this letter")
        default: say("Verstuur deze \(count) brieven", "Send these \(count) letters")
        }
    }
}
