import Casework
import Complaints
import Markup
import Records

/// That mail does not come in, or letters don't leave, told to everybody whose work waits for it, for as long as it lasts.
struct MailTrouble: Component {
    /// What is over sooner is no news, in seconds.
    private static let patience = 60

    let desk: Desk
    /// What is looked at, by its key: mailboxes with their names, or the way out, which has none.
    private let watched: [(key: String, mailbox: String?)]

    private var say: Wording { desk.say }

    /// Mailboxes that can't be read.
    static func coming(_ desk: Desk) -> MailTrouble {
        MailTrouble(desk: desk, watched: desk.house.mail.mailboxes.map { (MailHealth.mailbox($0.id), $0.place) })
    }

    /// A server that takes no letters.
    static func going(_ desk: Desk) -> MailTrouble {
        MailTrouble(desk: desk, watched: desk.house.mail.sending == nil ? [] : [(MailHealth.sending, nil)])
    }

    private init(desk: Desk, watched: [(key: String, mailbox: String?)]) {
        // A house of sample data does neither.
        (self.desk, self.watched) = (desk, desk.house.isSample ? [] : watched)
    }

    var html: HTML {
        group {
            for (key, mailbox) in watched {
                if let state = desk.workplace.health.state(of: key), let fault = state.fault, isLasting(state) {
                    Notice(.late) {
                        p { words(mailbox, since: when(state.since)) }
                        p(.class("muted")) { say.mailTrouble(fault) }
                        p { advice }
                    }
                }
            }
        }
    }

    private func isLasting(_ state: MailHealth.State) -> Bool { desk.now.instant.seconds(since: state.since) >= Self.patience }

    private func when(_ instant: Instant) -> String {
        let moment = desk.calendar.zone.moment(at: instant)
        return moment.day == desk.now.day ? DateWords.time(moment.time) : DateWords.brief(moment, desk.language)
    }

    private func words(_ mailbox: String?, since: String) -> String {
        guard let mailbox else {
            return say(
                "Sinds \(since) neemt de mailserver geen brieven aan. Ze gaan zodra het weer kan.",
                "Since \(since) the mail server takes no letters. They leave as soon as it can again.")
        }
        return say(
            "Sinds \(since) kan de postbus \(mailbox) niet gelezen worden. Wat er ligt, komt zodra het weer kan.",
            "Since \(since) the mailbox \(mailbox) can't be read. What lies there comes as soon as it can again.")
    }

    @HTMLBuilder private var advice: HTML {
        if desk.actor.has(.administrator) {
            Link(say("Naar de instellingen van e-mail", "To the settings of e-mail"), to: Paths.mailSettings)
        } else {
            let names = desk.colleagues(with: .administrator).map(\.name).joined(separator: ", ")
            say("Een beheerder (\(names)) kan er iets aan doen.", "An administrator (\(names)) can do something about it.")
        }
    }
}
