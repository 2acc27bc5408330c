import Casework
import Complaints
import Markup
import Records

/// The buttons by which a mail that is no complaint goes on or is closed, one key each.
struct MailTriage {
    static let close = "geen-klacht"
    static let forward = "door:"
    static let closeKey = "c"
    static let bounce = "kwam-niet-aan"
    static let retry = "opnieuw"
    /// What the list says is done: one that stayed at its server is fetched before it is read.
    static let fetched = "opnieuw-ophalen"
    static let retryKey = "o"
    /// Into the file whose number it names, where its sender belongs to that.
    static let own = "eigen-dossier"
    static let ownKey = "d"

    let desk: Desk

    private var say: Wording { desk.say }

    /// Where mail can go on to, with its key; nothing where none leaves.
    private var addresses: [(key: String, address: String)] {
        guard desk.house.sendsMail else { return [] }
        return desk.house.mail.forwardAddresses.prefix(9).enumerated().map { ("\($0.offset + 1)", $0.element.text) }
    }

    /// In a row of the list: keys press those of the selected row.
    ///
    /// - Parameter away: where it is, if it stayed at its server: it can't go on then, and be tried again while its mailbox is looked into.
    func deeds(for mail: InboxMail, away: UnfetchedMail?) -> HTML {
        desk.form(to: Paths.mail(mail.id), class: "deeds") {
            if mail.outcome == .ownNumber { deed(say("Zet in dat dossier", "Put into that file"), Self.own, Self.ownKey, mail) }
            if away == nil {
                for (key, address) in addresses {
                    deed(say("Stuur door naar \(address)", "Forward to \(address)"), Self.forward + address, key, mail)
                }
            }
            if let away, desk.house.mail.looks(into: away.mailbox) {
                deed(say("Probeer opnieuw", "Try again"), Self.retry, Self.retryKey, mail)
            }
            deed(say("Geen klacht", "No complaint"), Self.close, Self.closeKey, mail)
        }
    }

    private func deed(_ words: String, _ value: String, _ key: String, _ mail: InboxMail) -> HTML {
        button(
            .class("button quiet"), .buttonType(.submit), .name("doe"), .value(value), .data("row-key", key),
            .aria("label", "\(words): \(say.subject(mail))")
        ) {
            words
            kbd(.aria("hidden", "true")) { key }
        }
    }

    /// On the page of the mail.
    func buttons(for mail: InboxMail, isHere: Bool = true) -> HTML {
        desk.form(to: Paths.mail(mail.id)) {
            h2 { say("Is het geen klacht?", "Is it no complaint?") }
            if !addresses.isEmpty, isHere {
                p(.class("hint")) {
                    say(
                        "Doorsturen gaat met de oorspronkelijke mail als bijlage. De afzender krijgt geen bericht.",
                        "The mail goes on with the original attached. Its sender is told nothing.")
                }
            }
            actions {
                for (key, address) in isHere ? addresses : [] {
                    Button(say("Stuur door naar \(address)", "Forward to \(address)"), field: ("doe", Self.forward + address), key: key)
                }
                Button(say("Sluit: geen klacht", "Close: no complaint"), field: ("doe", Self.close), key: Self.closeKey)
            }
        }
    }

    var shortcuts: [Shortcut] {
        addresses.map { Shortcut(key: $0.key, meaning: say("stuur door naar \($0.address)", "forward to \($0.address)")) } + [
            Shortcut(key: Self.closeKey, meaning: say("geen klacht", "no complaint")),
            Shortcut(key: Self.ownKey, meaning: say("zet in het eigen dossier", "put into their own file")),
            Shortcut(key: Self.retryKey, meaning: say("probeer opnieuw op te halen", "try to fetch it again")),
        ]
    }
}
