import Complaints
package import Logging
import Records
import ServiceLifecycle

/// Looks into the house's mailboxes every few seconds, for as long as the house is open. One in trouble keeps no other from being read.
package struct MailboxWork: Service {
    private let inbox: InboxOffice
    private let health: MailHealth
    private let logger: Logger

    package init(inbox: InboxOffice, health: MailHealth, logger: Logger) {
        (self.inbox, self.health, self.logger) = (inbox, health, logger)
    }

    package func run() async throws {
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            let mailboxes = (try? await settings()) ?? []
            await withTaskGroup { group in
                for mailbox in mailboxes { group.addTask { await read(mailbox, of: mailboxes) } }
            }
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(LookPace.usual)) }
        }
    }

    private func settings() async throws -> [MailSettings.Mailbox] {
        let current = inbox.office.house
        return try await inbox.records.read { snapshot in
            let house = try current.settings(in: snapshot)
            return house.isSample ? [] : house.mail.mailboxes
        }
    }

    /// Reads one mailbox until those of the house change. Trouble is told, and tried again as `LookPace` has it.
    private func read(_ mailbox: MailSettings.Mailbox, of all: [MailSettings.Mailbox]) async {
        guard let reader = MailboxReader(mailbox, secrets: inbox.secrets) else {
            return health.note(MailHealth.mailbox(mailbox.id), MailCheckFault.noPassword, at: inbox.clock.now())
        }
        var pace = LookPace()
        while !Task.isShuttingDownGracefully, !Task.isCancelled, ((try? await settings()) ?? all) == all {
            var pause = LookPace.usual
            do {
                _ = try await reader.look(into: inbox)
                pace.wentWell()
                health.note(MailHealth.mailbox(mailbox.id), nil, at: inbox.clock.now())
            } catch {
                let cause = MailCause(error, wasOpen: await reader.wasOpen)
                let next = pace.failed(over: cause)
                pause = next.pause
                health.note(MailHealth.mailbox(mailbox.id), error, cause, at: inbox.clock.now())
                if next.isNew { logger.error("A mailbox can't be read", metadata: ["mailbox": "\(mailbox.id)", "error": "\(error)"]) }
            }
            let seconds = pause
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(seconds)) }
        }
        await reader.close()
    }
}
