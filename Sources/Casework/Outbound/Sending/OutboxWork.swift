package import Logging
import Records
import ServiceLifecycle

/// Sends letters, for as long as the house is open: within a second of their being ready.
package struct OutboxWork: Service {
    private let office: CaseOffice
    private let keys: HouseKeys
    private let sender: LetterSender
    private let memos: MemoSender
    private let isAlone: Bool
    private let name: String
    private let logger: Logger

    /// - Parameters:
    ///   - name: how this machine calls itself to the mail server.
    ///   - isAlone: nobody else sends this house's letters, so that what was taken up before is free now.
    package init(
        office: CaseOffice, keys: HouseKeys, sender: LetterSender, memos: MemoSender, greetingAs name: String, isAlone: Bool, logger: Logger
    ) {
        (self.office, self.keys, self.sender, self.memos) = (office, keys, sender, memos)
        (self.isAlone, self.name, self.logger) = (isAlone, name, logger)
    }

    package func run() async throws {
        var way: (server: MailSettings.Server, SendingWay)?
        var troubles = 0
        let secrets = MailSecrets(keys: keys, records: office.records, clock: office.clock)
        if isAlone {
            let now = office.clock.now()
            try? await office.records.write { tx in
                try tx.resumeDeliveries(at: now)
                try tx.resumeMemos(at: now)
            }
        }
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            var pause = 1
            do {
                let current = office.house
                let house = try await office.records.read { try current.settings(in: $0) }
                if way?.server != house.mail.sending {
                    await way?.1.hangUp()
                    way = house.mail.sending.flatMap { server in
                        SendingWay(server, greetingAs: name, secrets: secrets).map { (server, $0) }
                    }
                }
                if let (_, open) = way {
                    var round = try await sender.sendSome(by: open, house)
                    if !round.isServerInTrouble {
                        let colleagues = try await memos.sendSome(by: open, house)
                        (round.tried, round.isServerInTrouble) = (round.tried + colleagues.tried, colleagues.isServerInTrouble)
                    }
                    troubles = round.isServerInTrouble ? troubles + 1 : 0
                    if round.isServerInTrouble { pause = min(SendingPace.pause(after: troubles), 60) } else if round.tried > 0 { continue }
                }
            } catch { logger.error("Letters could not be sent and are tried again", metadata: ["error": "\(error)"]) }
            let seconds = pause
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(seconds)) }
        }
        await way?.1.hangUp()
    }
}
