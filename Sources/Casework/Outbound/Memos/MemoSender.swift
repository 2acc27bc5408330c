package import Complaints
import Dialling
import Foundation
package import Logging
import Mail
import Records

/// Where a mail to a colleague leads.
package enum MemoLink: Sendable {
    case file(ComplaintNumber)
    case contributions
    case reminders
    case password(Secret)
    case report(ReportLink)
}

/// Sends mails to colleagues, by the same way as letters and after them.
package struct MemoSender: Sendable {
    private let office: CaseOffice
    private let references: LetterReferences
    private let health: MailHealth
    private let logger: Logger
    private let address: @Sendable (MemoLink) -> String
    private static let lot = 20
    private static let turn = 600

    /// - Parameter address: the address of a page of ours.
    package init(
        office: CaseOffice, keys: HouseKeys, health: MailHealth, logger: Logger, address: @escaping @Sendable (MemoLink) -> String
    ) throws {
        (self.office, self.health, self.logger, self.address) = (office, health, logger, address)
        references = LetterReferences(key: try keys.key(.mailReferences))
    }

    /// Takes up those that are due and tries each once.
    package func sendSome(by way: SendingWay, _ house: House) async throws -> LetterSender.Round {
        let now = office.clock.now()
        guard !house.isSample, try await office.records.read({ try $0.isMemoDue(at: now) }) else { return LetterSender.Round() }
        let memos = try await office.records.write {
            try $0.claimMemos(limit: Self.lot, at: now, until: now.adding(seconds: Self.turn))
        }
        var round = LetterSender.Round()
        // As with letters: no other node takes up what this one is still going to send.
        let last = now.adding(seconds: Self.turn - DialDeadlines().total)
        for (index, memo) in memos.enumerated() {
            if round.isServerInTrouble || office.clock.now() > last {
                try await putBack(memos[index...])
                break
            }
            do {
                guard let tries = try await office.records.write({ try $0.countTry(of: memo.id) }) else { continue }
                round.tried += 1
                let outcome = try await send(memo, by: way, house)
                if case .accepted = outcome { round.accepted += 1 }
                round.isServerInTrouble = try await settle(memo, outcome, after: tries)
            } catch {
                // Those that come after need not wait until their turn is over.
                try? await putBack(memos[(index + 1)...])
                throw error
            }
        }
        return round
    }

    private func putBack(_ memos: ArraySlice<Memo>) async throws {
        let now = office.clock.now()
        try await office.records.write { tx in for memo in memos { try tx.putBack(memo.id, until: now) } }
    }

    private func send(_ memo: Memo, by way: SendingWay, _ house: House) async throws -> SendingOutcome {
        let number = try await office.records.read { snapshot in try memo.content.complaint.flatMap { try snapshot.number(of: $0) } ?? nil }
        guard var mail = mail(memo, number, house), let to = mail.to.envelope, !to.text.hasSuffix(".invalid") else {
            return .never(OwnReason.noAddress.reason)
        }
        if let id = memo.content.mail {
            guard let original = try await original(id) else {
                return .never(OwnReason.lost.reason)
            }
            mail.original = original
            mail.replyTo = try await office.records.read { try $0.staffMember(memo.content.staff) }.flatMap { MailAddress($0.email.text) }
        }
        return await way.send(LetterWriting.bytes(of: mail), from: mail.from.envelope, to: to)
    }

    /// The mail that goes along, as it came; nil when it is lost.
    private func original(_ id: InboxID) async throws -> Data? {
        guard let mail = try await office.records.read({ try $0.mail(id) }) else { return nil }
        return try await InboxOriginals(records: office.records, blobs: office.blobs).bytes(of: mail)
    }

    private func mail(_ memo: Memo, _ number: ComplaintNumber?, _ house: House) -> Mail.Letter? {
        let (content, settings) = (memo.content, house.mail)
        let moment = house.moment(at: office.clock.now())
        guard let from = MailAddress(name: settings.name.isBlank ? house.organisation.name : settings.name, settings.address),
            let to = MailAddress(name: content.name, content.address),
            let id = settings.address.split(separator: "@").last.flatMap({ MessageID("\(references.text(.memo, of: memo))@\($0)") })
        else { return nil }
        let (words, links) = words(of: memo, number)
        let offset = moment.civil.day.number * 86_400 + moment.civil.time.seconds - Int(moment.instant.milliseconds / 1000)
        var mail = Mail.Letter(
            messageID: id, from: from, to: to, subject: HeaderText(content.subject), seconds: moment.instant.milliseconds / 1000,
            zoneOffset: offset, origin: content.isFromPerson ? .person : .generated, text: words)
        if !links.isEmpty { mail.html = LetterMarkup.text(of: words, title: content.subject, language: .dutch, links: links) }
        if content.kind == .question { mail.replyTo = answerAddress(of: memo, settings) }
        return mail
    }

    /// The words with every mark replaced by the address that it stands for.
    private func words(of memo: Memo, _ number: ComplaintNumber?) -> (String, Set<String>) {
        if memo.content.kind == .report {
            var links: Set<String> = []
            let lines = memo.content.body.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
                guard let link = ReportLink(mark: line) else { return String(line) }
                let address = address(.report(link))
                links.insert(address)
                return address
            }
            return (lines.joined(separator: "\n"), links)
        }
        let link = link(of: memo, number).map(address)
        return (memo.content.body.replacing(MemoTexts.linkMark, with: link ?? ""), link.map { [$0] } ?? [])
    }

    private func link(of memo: Memo, _ number: ComplaintNumber?) -> MemoLink? {
        switch memo.content.kind {
        case .assigned: number.map { .file($0) }
        case .asked: .contributions
        case .digest: .reminders
        case .invitation, .reset: .password(references.linkSecret(of: memo.id))
        case .question, .test, .report, .forward: nil
        }
    }

    private func answerAddress(of memo: Memo, _ settings: MailSettings) -> MailAddress? {
        let parts = settings.address.split(separator: "@", maxSplits: 1)
        guard settings.takesPlusAddresses, parts.count == 2 else { return nil }
        return MailAddress("\(parts[0])+\(references.text(.question, of: memo))@\(parts[1])")
    }

    /// - Parameter more: tries that the pause takes the place of; less than none where one does not count.
    private func postpone(_ memo: Memo, _ seconds: Int, _ words: String?, counting more: Int = 0) async throws {
        let moment = office.clock.now().adding(seconds: seconds)
        try await office.records.write { try $0.postpone(memo.id, until: moment, words: words, counting: more) }
    }

    private func settle(_ memo: Memo, as state: MemoState, _ words: String) async throws {
        let now = office.clock.now()
        try await office.records.write { tx in
            try tx.settle(memo.id, as: state, words: words)
            if state == .refused { try tx.noteUnforwarded(memo, at: now) }
        }
    }

    /// Whether the server itself is in trouble. A mail is given up after as long as a letter.
    private func settle(_ memo: Memo, _ outcome: SendingOutcome, after tries: Int) async throws -> Bool {
        switch outcome {
        case .accepted(let words):
            try await settle(memo, as: .sent, words)
            health.note(MailHealth.sending, nil, at: office.clock.now())
        case .never(let reason): try await settle(memo, as: .refused, KeptReason.text(reason))
        case .later(let reason) where !reason.isAboutServer:
            if tries >= SendingPace.mostTries {
                try await settle(memo, as: .refused, KeptReason.text(reason))
            } else {
                try await postpone(memo, SendingPace.pause(after: tries), KeptReason.text(reason))
            }
        case .inDoubt(let reason):
            if tries >= SendingPace.mostTries {
                try await settle(memo, as: .refused, KeptReason.text(reason))
            } else {
                let pause = SendingPace.pauseInDoubt(after: tries)
                try await postpone(memo, pause, KeptReason.text(reason), counting: SendingPace.triesIn(pause: pause))
            }
        case .later(let reason), .unavailable(let reason):
            try await postpone(memo, 0, "\(reason)", counting: -1)
            health.note(MailHealth.sending, reason, at: office.clock.now())
            return true
        }
        return false
    }
}

extension NewMemo {
    /// A person wrote it, or sends it on, though a program carries it.
    fileprivate var isFromPerson: Bool { kind == .question || kind == .forward }
}
