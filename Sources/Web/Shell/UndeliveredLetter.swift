import Casework
import Complaints
import Markup
import Records

/// A letter that a mail server refused or returned: what it said, and a button that sends the letter once more to the address that is known now.
struct UndeliveredLetter: Component {
    let desk: Desk
    let complaint: Complaint
    let letter: Letter
    let delivery: Delivery
    /// Whether the reader may see to letters.
    let maySend: Bool
    /// Leads to the letter, on pages that show others too.
    var isLinked = false

    private var say: Wording { desk.say }

    /// Nil for a letter that arrived, waits, or went once more.
    init?(desk: Desk, complaint: Complaint, letter: Letter, delivery: Delivery?, isReplaced: Bool, maySend: Bool, isLinked: Bool = false) {
        guard let delivery, !isReplaced,
            [.init(.refused, .waiting), .init(.bounced, .sent)].contains(Standing(delivery.state, letter.state))
        else { return nil }
        (self.desk, self.complaint, self.letter, self.delivery) = (desk, complaint, letter, delivery)
        (self.maySend, self.isLinked) = (maySend, isLinked)
    }

    private struct Standing: Equatable {
        let delivery: DeliveryState
        let letter: LetterState
        init(_ delivery: DeliveryState, _ letter: LetterState) { (self.delivery, self.letter) = (delivery, letter) }
    }

    var html: HTML {
        Notice(.late) {
            p {
                what
                if isLinked {
                    " "
                    a(.href(Paths.letter(letter.id, complaint.number))) { say.subject(of: letter) }
                }
            }
            if let words = delivery.words, !words.isEmpty { p(.class("muted")) { say.sendingReason(words) } }
            if maySend { sending }
        }.html
    }

    private var what: String {
        let address = letter.content.address ?? ""
        return delivery.state == .bounced
            ? say("Deze brief aan \(address) kwam niet aan.", "This letter to \(address) did not arrive.")
            : say("Deze brief aan \(address) kon niet verstuurd worden.", "This letter to \(address) could not be sent.")
    }

    @HTMLBuilder private var sending: HTML {
        if let email = complaint.correspondent?.email {
            desk.form(to: Paths.act(Act.informed.rawValue, complaint.number), class: "no-print") {
                input(.type(.hidden), .name("letter"), .value("\(letter.id.value)"))
                input(.type(.hidden), .name("means"), .value(InformedMeans.resent.rawValue))
                p(.class("hint")) { advice(email) }
                actions { Button(say("Stuur opnieuw naar \(email.text)", "Send again to \(email.text)")) }
            }
        } else {
            p {
                say(
                    "Er is geen e-mailadres meer. Bel de klant, of print de brief.",
                    "There is no e-mail address any more. Call the customer, or print the letter.")
            }
        }
    }

    private func advice(_ email: EmailAddress) -> String {
        let isUntrue = letter.trueUntil.map { $0 <= desk.now.instant } ?? false
        let days = isUntrue ? say(" De data worden die van nu.", " Its dates become those of now.") : ""
        if email.text != letter.content.address {
            return say("Het adres is intussen verbeterd.", "The address has been corrected meanwhile.") + days
        }
        return say(
            "Klopt het adres? Bel de klant, en verbeter het eerst in het dossier als het anders is.",
            "Is the address right? Call the customer, and correct it in the file first if it differs.") + days
    }
}

extension [Letter] {
    /// Whether another went in this one's place, and that was not undone.
    func hasReplaced(_ id: LetterID) -> Bool { contains { $0.replaces == id && $0.state != .undone } }
}
