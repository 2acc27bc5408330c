import Complaints
package import Dialling
import Foundation
import Mail
import Records
import ServiceLifecycle

/// One mailbox at an IMAP server, looked into again and again: what is new is kept here before anything is done with it there.
package actor MailboxReader {
    private let mailbox: MailSettings.Mailbox
    private let session: MailboxSession
    private let password: Login?
    private let tokens: AccessTokens?
    private var state: MailboxState?
    /// The last look ended over something: now each mail is asked for by itself, so that what it ended over is known.
    private var isCareful = false
    /// Mails that could not be had, by their numbers: how often, and why.
    private var failures: [UInt32: (count: Int, fault: MailboxFault)] = [:]
    /// How often it was seen whether the server gives any other mail than one that it did not give.
    private var comparisons = 0
    /// Whether the server let us in anew at the last look, whatever came of it. A connection that was kept may have ended by itself.
    package private(set) var wasOpen = false
    /// So often a mail is tried before the next ones come in without it.
    private static let mostTries = 3
    /// So many tries fail in one look before it ends.
    private static let mostTriesInLook = 30
    /// So many others are asked for in one look.
    private static let compared = 3

    /// Nil when the settings name no server that can be reached, or a password that can't be opened.
    package init?(_ mailbox: MailSettings.Mailbox, secrets: MailSecrets, deadlines: DialDeadlines = DialDeadlines()) {
        let server = mailbox.server
        guard let host = HostName(server.host), let folder = MailboxName(mailbox.folder) else { return nil }
        let dialler = secrets.dialler(to: server, deadlines: deadlines)
        session = MailboxSession(
            folder, at: Destination(host: host, port: server.port, security: server.security), with: dialler, mailLimit: InboxOffice.limit)
        tokens = secrets.tokens(of: server)
        password = server.password?.opened(by: secrets.keys).map { .password(user: server.user, $0) }
        self.mailbox = mailbox
        if tokens == nil, password == nil { return nil }
    }

    /// Connects, logs in, opens the folder, and leaves.
    package func check() async throws {
        _ = try await session.open(login: login())
        await session.close()
    }

    package func close() async {
        state = nil
        await session.close()
    }

    /// Takes in what is new; how many mails that was. After a fault the next look connects anew, and asks for one mail at a time: one that
    /// can't be had, try after try, is passed over in that look and told of, and what lies behind it comes in.
    package func look(into inbox: InboxOffice) async throws -> Int {
        let counter = MailCounter()
        var tries = 0
        while true {
            do {
                try await takeAll(into: inbox, counter)
                return await counter.number
            } catch {
                (state, isCareful) = (nil, true)
                if case MailboxFault.dial(.loginRefused) = error { await tokens?.forget() }
                guard let one = error as? OneMailFault, await liesWithMail(one) else { throw error }
                failures[one.uid] = ((failures[one.uid]?.count ?? 0) + 1, one.fault)
                tries += 1
                guard tries < Self.mostTriesInLook, await hasWaited() else { throw error }
            }
        }
    }

    /// A moment between two tries; false when the house closes meanwhile.
    private func hasWaited() async -> Bool {
        (try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(1)) }) != nil && !Task.isShuttingDownGracefully
    }

    /// Whether a fault counts against the mail over which it came: the server gives another one of this mailbox at the same time. One that gives
    /// none is in trouble itself, be it for a night, and nothing is passed over for that. What is larger than it was said to be is so by itself.
    private func liesWithMail(_ one: OneMailFault) async -> Bool {
        if case .dial(.answerTooLarge) = one.fault { return true }
        do {
            // The connection may not be what it was.
            _ = try await session.open(login: login())
            let others = try await session.others(than: one.uid)
            // The newest each time, and some that were not tried before: damage comes in rows, too.
            let rest = others.dropFirst()
            let first = rest.isEmpty ? 0 : comparisons * (Self.compared - 1) % rest.count
            comparisons &+= 1
            let next = (rest.dropFirst(first) + rest.prefix(first)).prefix(Self.compared - 1)
            for uid in others.prefix(1) + next where await isGiven(uid) { return true }
        } catch {}
        return false
    }

    private func isGiven(_ uid: UInt32) async -> Bool {
        do { return try await session.one(uid, limit: InboxOffice.limit)?.bytes != nil } catch {
            // Over the one before, the connection may have ended.
            _ = try? await session.open(login: login())
            return false
        }
    }

    private func takeAll(into inbox: InboxOffice, _ counter: MailCounter) async throws {
        let open: MailboxState
        wasOpen = false
        if let state {
            open = state
        } else {
            open = try await session.open(login: login())
            wasOpen = true
        }
        state = open
        let kept = try await progress(in: open, of: inbox)
        try await takeWanted(in: open, into: inbox)
        var progress = MailboxProgress(uidValidity: kept.uidValidity, lastUID: kept.lastUID)
        let (id, isWanted) = (mailbox.id, isWanted(datedThrough: kept.datedThrough))
        let take = { @Sendable (mail: FetchedMail) in if try await Self.keep(mail, of: id, in: inbox) { await counter.count() } }
        while true {
            let window =
                isCareful
                ? try await session.takeSingly(
                    from: progress, limit: InboxOffice.limit, settling: settling, given: givenUp, isWanted: isWanted, take: take)
                : try await session.takeWindow(
                    from: progress, limit: InboxOffice.limit, settling: settling, isWanted: isWanted, take: take)
            progress = window.progress
            (isCareful, failures) = (false, [:])
            // What was passed over needs no second look, whatever the next window holds.
            let (validity, last) = (progress.uidValidity, progress.lastUID)
            if kept.lastUID < last {
                _ = try await inbox.office.records.write { try $0.noteMailboxProgress(id, uidValidity: validity, lastUID: last) }
            }
            if window.isDone { return }
        }
    }

    private var givenUp: [UInt32: MailboxFault] { failures.filter { $0.value.count >= Self.mostTries }.mapValues(\.fault) }

    /// How far we came. In a mailbox that was not looked into before, and in one whose numbers have changed, what is there now goes by its date.
    private func progress(in open: MailboxState, of inbox: InboxOffice) async throws -> ReadThrough {
        let id = mailbox.id
        let kept = try await inbox.office.records.read { try $0.mailboxProgress(id) }
        if let kept, kept.uidValidity == open.uidValidity { return kept }
        failures = [:]
        return try await inbox.office.records.write { tx in
            try tx.beginMailbox(id, uidValidity: open.uidValidity, datedThrough: open.uidNext &- 1)
            return try tx.snapshot.mailboxProgress(id)
                ?? ReadThrough(uidValidity: open.uidValidity, lastUID: 0, datedThrough: open.uidNext &- 1)
        }
    }

    /// Fetches what a person wants tried again.
    private func takeWanted(in open: MailboxState, into inbox: InboxOffice) async throws {
        let id = mailbox.id
        for wanted in try await inbox.office.records.read({ try $0.unfetchedWanted(of: id) }) {
            guard wanted.uidValidity == open.uidValidity else {
                try await inbox.keep(wanted, .renumbered)
                continue
            }
            do {
                guard let (mail, bytes) = try await session.one(wanted.uid, limit: InboxOffice.limit) else {
                    try await inbox.keep(wanted, .gone)
                    continue
                }
                guard let bytes else {
                    try await inbox.keep(wanted, .tooLarge)
                    continue
                }
                try await inbox.accept(bytes, of: wanted, receivedAt: mail.received)
                try await session.settle([wanted.uid], by: settling)
            } catch let one as OneMailFault {
                let (trouble, words) = one.fault.told
                try await inbox.keep(wanted, trouble, words: words)
                // The connection may not be what it was; the wish is dealt with.
                throw one.fault
            }
        }
    }

    /// Mail from before the mailbox was set up stays where it is, unless it was asked for: the server got it before that. What comes in later
    /// is taken whatever its date, since mail that is moved from elsewhere keeps the date it has.
    private func isWanted(datedThrough last: UInt32) -> @Sendable (WaitingMail) -> Bool {
        let since = mailbox.since.map { $0 / 1000 }
        return { mail in
            guard mail.uid <= last, let since, let received = mail.received else { return true }
            return received >= since
        }
    }

    private var settling: Settling { MailboxName(mailbox.doneFolder).map { .move(to: $0) } ?? .mark(.taken) }

    /// Mail and how far we are, in one commit. False when another node was first.
    private static func keep(_ mail: FetchedMail, of mailbox: String, in inbox: InboxOffice) async throws -> Bool {
        let (validity, uid) = (mail.progress.uidValidity, mail.progress.lastUID)
        do {
            try await inbox.accept(mail, for: mailbox) { tx in
                guard try tx.noteMailboxProgress(mailbox, uidValidity: validity, lastUID: uid) else { throw TakenAlready() }
            }
            return true
        } catch is TakenAlready {
            return false
        }
    }

    private func login() async throws -> Login {
        if let tokens { return .token(user: mailbox.server.user, try await tokens.token()) }
        guard let password else { throw MailCheckFault.noPassword }
        return password
    }
}

private struct TakenAlready: Error {}

private actor MailCounter {
    private(set) var number = 0
    func count() { number += 1 }
}
