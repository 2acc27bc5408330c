import Complaints
package import Dialling
import Foundation
import Mail
import Records

/// One mailbox at an IMAP server, looked into again and again: what is new is kept here before anything is done with it there.
package actor MailboxReader {
    private let mailbox: MailSettings.Mailbox
    private let session: MailboxSession
    private let password: Login?
    private let tokens: AccessTokens?
    private var state: MailboxState?

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

    /// Takes in what is new; how many mails that was. After a fault the next look connects anew.
    package func look(into inbox: InboxOffice) async throws -> Int {
        do {
            return try await takeAll(into: inbox)
        } catch {
            state = nil
            if case MailboxFault.dial(.loginRefused) = error { await tokens?.forget() }
            throw error
        }
    }

    private func takeAll(into inbox: InboxOffice) async throws -> Int {
        let open: MailboxState
        if let state { open = state } else { open = try await session.open(login: login()) }
        state = open
        let id = mailbox.id
        let kept = try await inbox.office.records.read { try $0.mailboxProgress(id) }
        var progress = MailboxProgress.following(
            kept.map { MailboxProgress(uidValidity: $0.uidValidity, lastUID: $0.lastUID) }, in: open)
        let counter = MailCounter()
        while true {
            let window = try await session.takeWindow(
                from: progress, limit: InboxOffice.limit, settling: settling, isWanted: isWanted
            ) { mail in
                if try await Self.keep(mail, of: id, in: inbox) { await counter.count() }
            }
            progress = window.progress
            if window.isDone { break }
        }
        // What was passed over needs no second look.
        let (validity, last) = (progress.uidValidity, progress.lastUID)
        if kept == nil || kept?.uidValidity != validity || (kept?.lastUID ?? 0) < last {
            _ = try await inbox.office.records.write { try $0.noteMailboxProgress(id, uidValidity: validity, lastUID: last) }
        }
        return await counter.number
    }

    /// Mail from before the mailbox was set up stays where it is, unless it was asked for.
    private var isWanted: @Sendable (WaitingMail) -> Bool {
        let since = mailbox.since.map { $0 / 1000 }
        return { mail in since.map { from in mail.received.map { $0 >= from } ?? true } ?? true }
    }

    private var settling: Settling { MailboxName(mailbox.doneFolder).map { .move(to: $0) } ?? .mark(.taken) }

    /// Mail and how far we are, in one commit. False when another node was first.
    private static func keep(_ mail: FetchedMail, of mailbox: String, in inbox: InboxOffice) async throws -> Bool {
        let received = mail.received.map { Instant(milliseconds: $0 * 1000) }
        let (validity, uid) = (mail.progress.uidValidity, mail.progress.lastUID)
        do {
            try await inbox.accept(mail.bytes, size: mail.size, from: .imap, for: mailbox, receivedAt: received) { tx in
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
