import Casework
import Complaints
import Hummingbird
import Markup
import Records

/// A month of mail: when it begins and ends by the office's clock.
struct MailMonth: Hashable, Sendable {
    let month: CalendarMonth
    let start: Instant
    let end: Instant

    init(_ month: CalendarMonth, _ zone: OfficeZone) {
        self.month = month
        func begin(_ month: CalendarMonth) -> Instant { zone.instant(of: CivilTime(month.days.first, TimeOfDay(seconds: 0))) }
        (start, end) = (begin(month), begin(month.next))
    }

    /// `2026-11`.
    init?(_ text: String, _ zone: OfficeZone) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let year = Int(parts[0]), (2000...2200).contains(year), let month = Int(parts[1]), (1...12).contains(month)
        else { return nil }
        self.init(CalendarMonth(year: year, month: month), zone)
    }

    var text: String { "\(month.year)-\(month.month < 10 ? "0" : "")\(month.month)" }

    static func last(_ count: Int, on today: Day, _ zone: OfficeZone) -> [MailMonth] {
        CalendarMonth.last(count, before: today).map { MailMonth($0, zone) }
    }
}

/// How many mails came in each of the last months and what became of them; each number leads to its mails.
struct MailFatesTable: Component {
    let say: Wording
    let months: [(month: MailMonth, counts: [MailFate: Int])]

    var html: HTML {
        let title = say("Wat er van de mail werd", "What became of mail")
        return section(.class("apart")) {
            h2 { title }
            div(.class("scroll"), .tabindex(0), .role("region"), .aria("label", title)) {
                table(.class("table")) {
                    thead {
                        tr {
                            th(.scope("col")) { say("Maand", "Month") }
                            th(.scope("col"), .class("amount")) { say("Gekomen", "Came") }
                            for fate in MailFate.allCases { th(.scope("col"), .class("amount")) { say.fate(fate) } }
                        }
                    }
                    tbody { for (month, counts) in months.reversed() { row(month, counts) } }
                }
            }
        }
    }

    private func row(_ month: MailMonth, _ counts: [MailFate: Int]) -> HTML {
        tr {
            th(.scope("row")) { say.month(month) }
            amount(counts.values.reduce(0, +), Paths.post(month, nil))
            for fate in MailFate.allCases { amount(counts[fate] ?? 0, Paths.post(month, fate)) }
        }
    }

    private func amount(_ count: Int, _ address: String) -> HTML {
        td(.class("amount")) { if count == 0 { "0" } else { a(.href(address)) { "\(count)" } } }
    }
}

extension Paths {
    static func post(_ month: MailMonth, _ fate: MailFate?) -> String {
        "\(post)?maand=\(month.text)" + (fate.map { "&wat=\($0.rawValue)" } ?? "")
    }
}

extension Wording {
    func fate(_ fate: MailFate) -> String {
        switch fate {
        case .complaint: self("Klacht", "Complaint")
        case .file: self("In dossier", "In a file")
        case .forwarded: self("Doorgestuurd", "Forwarded")
        case .closed: self("Geen klacht", "No complaint")
        case .aside: self("Automatisch of dubbel", "Automatic or double")
        case .waiting: self("Wacht nog", "Still waits")
        }
    }

    func month(_ month: MailMonth) -> String { "\(DateWords.month(month.month.month, language)) \(month.month.year)" }
}

/// The mails of a month that one number of the table counts.
struct MonthMailsPage {
    let desk: Desk
    let month: MailMonth
    let fate: MailFate?
    let mails: [InboxMail]
    let count: Int
    static let limit = 200

    private var say: Wording { desk.say }

    func response() -> Response {
        let title = [say("Post", "Post"), say.month(month)].joined(separator: " ") + (fate.map { ": " + say.fate($0).lowercased() } ?? "")
        return desk.page(title, current: Paths.post) {
            Heading(title: title, remark: remark).html
            if !mails.isEmpty { ul(.class("post"), .data("list", "")) { for mail in mails { MailLine(desk: desk, mail: mail).html } } }
            p { Link(say("Terug naar de post", "Back to the post"), to: Paths.post) }
        }
    }

    private var remark: String {
        if count == 0 { return say("Geen mail.", "No mail.") }
        let all = say.count(count, ("mail", "mails"), ("mail", "mails"))
        if mails.count == count { return "\(all)." }
        return mails.count == Self.limit
            ? say("\(all); hier staan de nieuwste \(mails.count).", "\(all); these are the newest \(mails.count).")
            : say("\(all); hier staan de \(mails.count) die u mag zien.", "\(all); these are the \(mails.count) that you may see.")
    }
}
