import Casework
import Complaints
import Markup
import Records

/// Mails to colleagues that no mail server would take, by whom they were for, and what to do about it. An address that was corrected since is
/// no trouble any more, and mail that went on to another address is told of with that mail.
struct RefusedMail: Component {
    /// What is older is no news.
    private static let days = 14

    let desk: Desk
    let memos: [Memo]

    private var say: Wording { desk.say }

    static func read(in snapshot: Snapshot, now: Moment) throws -> [Memo] {
        let since = now.instant.adding(days: -days)
        let links = try snapshot.sentLinks(since: since)
        return try snapshot.refusedMemos(since: since).filter { memo in
            let isOvertaken = memo.content.isLink && links[memo.content.staff].map { $0 > memo.createdAt } ?? false
            return ![.forward, .test].contains(memo.content.kind) && !isOvertaken
        }
    }

    /// The newest first.
    private var troubled: [(member: StaffMember, memos: [Memo])] {
        let known = Dictionary(grouping: memos, by: \.content.staff)
        return known.compactMap { id, memos -> (StaffMember, [Memo])? in
            guard let member = desk.staff[id], member.isActive else { return nil }
            let still = memos.filter { $0.content.address == member.email.text }.sorted { $0.createdAt > $1.createdAt }
            return still.isEmpty ? nil : (member, still)
        }.sorted { ($0.0.name, $0.0.id) < ($1.0.name, $1.0.id) }
    }

    var html: HTML {
        let troubled = troubled
        if troubled.isEmpty { return HTML() }
        return section(.aria("labelledby", "refused-mail")) {
            h2(.id("refused-mail")) { say("E-mail die niet aankwam bij collega’s", "E-mail that did not reach colleagues") }
            p(.class("hint")) { advice(troubled.flatMap(\.memos)) }
            ul { for one in troubled { li { line(one.member, one.memos) } } }
        }
    }

    private func advice(_ memos: [Memo]) -> String {
        var told: [String] = []
        if memos.contains(where: { !$0.content.isLink }) {
            told.append(
                say(
                    "Vertel het de collega zelf: het staat ook hier op de desk.",
                    "Tell the colleague yourself: it stands here on the desk too."))
        }
        if memos.contains(where: \.content.isLink) {
            told.append(
                say(
                    "Een link voor een wachtwoord staat nergens anders: maak bij de medewerker een nieuwe.",
                    "A link for a password stands nowhere else: make a new one with the member of staff."))
        }
        let tell = told.joined(separator: " ")
        if desk.actor.has(.administrator) {
            return say("Klopt het adres? Verbeter het bij de medewerker. ", "Is the address right? Correct it with the member of staff. ")
                + tell
        }
        let names = desk.colleagues(with: .administrator).map(\.name).joined(separator: ", ")
        return say(
            "Klopt het adres? Een beheerder (\(names)) verbetert het. ", "Is the address right? An administrator (\(names)) corrects it. ")
            + tell
    }

    private func line(_ member: StaffMember, _ memos: [Memo]) -> HTML {
        let kinds = MemoKind.allCases.filter { kind in memos.contains { $0.content.kind == kind } }.map { words($0) }
        let day = memos.first.map { DateWords.brief(desk.calendar.zone.moment(at: $0.createdAt).day, desk.language) } ?? ""
        return group {
            if desk.actor.has(.administrator) { Link(member.name, to: Paths.staffMember(member.id)) } else { member.name }
            " (\(member.email.text)): \(kinds.joined(separator: ", ")); "
            memos.count == 1 ? day : say("\(memos.count) keer, het laatst \(day)", "\(memos.count) times, last \(day)")
            if let reason = memos.first?.words, !reason.isEmpty {
                " "
                span(.class("muted")) { say.sendingReason(reason) }
            }
        }
    }

    private func words(_ kind: MemoKind) -> String {
        switch kind {
        case .assigned: say("bericht over een klacht", "word of a complaint")
        case .asked, .question: say("een vraag over een klacht", "a question about a complaint")
        case .invitation, .reset: say("een link voor een wachtwoord", "a link for a password")
        case .digest: say("herinneringen", "reminders")
        case .report: say("een rapport", "a report")
        case .test: say("een proefbrief", "a test letter")
        case .forward: say("doorgestuurde mail", "forwarded mail")
        }
    }
}

extension NewMemo {
    /// A link to choose a password: it is in the mail alone.
    fileprivate var isLink: Bool { kind == .invitation || kind == .reset }
}

extension Wording {
    /// Why something was not sent, as it was kept: a server's words, what we found ourselves, or a reason of our own.
    func sendingReason(_ kept: String) -> String {
        if let fault = KeptReason.fault(in: kept) { return dialFault(fault) }
        return switch OwnReason(rawValue: kept) {
        case .noAddress: self("Naar dit adres kan geen e-mail.", "No e-mail can go to this address.")
        case .lost: mailReason(.lost)
        case nil: kept
        }
    }
}
