import Complaints
import Dialling
import Foundation
package import Logging
import Mail
import Records

/// Sends the letters that wait for e-mail: each until a server takes it, says that it never will, or a person must look. What was begun and
/// not written down, as when the process died, is sent again under the same Message-ID.
package struct LetterSender: Sendable {
    private let office: CaseOffice
    private let keys: HouseKeys
    private let references: LetterReferences
    private let health: MailHealth
    private let logger: Logger
    private let link: @Sendable (Secret) -> String
    private let ratingLink: @Sendable (String) -> String
    private static let lot = 20
    /// How long letters that were taken up are left to whoever did so, in seconds.
    private static let turn = 600

    /// - Parameters:
    ///   - ratingLink: the address where a customer says what they think, for a reference.
    ///   - link: the address of the customer's page for a secret.
    package init(
        office: CaseOffice, keys: HouseKeys, health: MailHealth, logger: Logger,
        ratingLink: @escaping @Sendable (String) -> String, link: @escaping @Sendable (Secret) -> String
    ) throws {
        (self.office, self.keys, self.health, self.logger, self.link) = (office, keys, health, logger, link)
        self.ratingLink = ratingLink
        references = LetterReferences(key: try keys.key(.mailReferences))
    }

    private var now: Instant { office.clock.now() }

    /// What one round did.
    package struct Round: Hashable, Sendable {
        package var tried = 0
        package var accepted = 0
        /// The server itself is in trouble: nothing else need be tried for a while.
        package var isServerInTrouble = false

        package init(tried: Int = 0, accepted: Int = 0, isServerInTrouble: Bool = false) {
            (self.tried, self.accepted, self.isServerInTrouble) = (tried, accepted, isServerInTrouble)
        }
    }

    /// Takes up letters that are due, and tries each once.
    package func sendSome(by way: SendingWay, _ house: House) async throws -> Round {
        guard let since = house.mail.sendsSince, !house.isSample else { return Round() }
        let now = now
        let first = Instant(milliseconds: since)
        // A write that finds nothing costs a sync on some engines.
        guard try await !office.records.read({ try $0.lettersDue(limit: 1, since: first, at: now) }).isEmpty else { return Round() }
        let due = try await office.records.write { tx in
            try tx.claimLetters(
                limit: Self.lot, since: first, at: now, until: now.adding(seconds: Self.turn))
        }
        var round = Round()
        // The slowest server must not let another node take up what this one is still going to send.
        let last = now.adding(seconds: Self.turn - DialDeadlines().total)
        for (index, letter) in due.enumerated() {
            if round.isServerInTrouble || office.clock.now() > last {
                try await putBack(due[index...])
                break
            }
            round.tried += 1
            do {
                let outcome = try await send(letter, by: way, house)
                if case .accepted = outcome { round.accepted += 1 }
                round.isServerInTrouble = try await settle(letter, outcome)
            } catch {
                // Those that come after need not wait until their turn is over.
                try? await putBack(due[(index + 1)...])
                throw error
            }
        }
        if round.accepted > 0 { office.changes.note() }
        return round
    }

    private func send(_ due: DueLetter, by way: SendingWay, _ house: House) async throws -> SendingOutcome {
        let letter = due.letter
        let secret = references.followSecret(of: letter)
        let (link, now) = (link(secret), now)
        let answered = try await office.records.write { tx -> String? in
            try tx.countTry(of: letter.id)
            try tx.keepFollowLink(
                digest: secret.digest, to: letter.complaintID, at: now, until: now.adding(days: FollowAccess.linkDays))
            return try tx.snapshot.newestMail(in: letter.complaintID).flatMap { try tx.snapshot.reading(of: $0) }.flatMap(Self.messageID)
        }
        let post = LetterPost(
            letter: letter, settings: house.mail, organisation: house.organisation.name, references: references, link: link,
            ratingLink: ratingLink(references.text(.rating, of: letter)),
            answered: answered, now: house.moment(at: now))
        guard let mail = post.mail(), let to = mail.to.envelope, !to.text.hasSuffix(".invalid") else {
            return .never(OwnReason.noAddress.reason)
        }
        return await way.send(LetterWriting.bytes(of: mail), from: mail.from.envelope, to: to)
    }

    private static func messageID(in reading: String) -> String? {
        struct Part: Decodable { let messageID: String? }
        return (try? JSONDecoder().decode(Part.self, from: Data(reading.utf8)))?.messageID
    }

    private func putBack(_ letters: ArraySlice<DueLetter>) async throws {
        let now = now
        try await office.records.write { tx in for due in letters { try tx.putBack(due.letter.id, until: now, isTried: false) } }
    }

    /// Whether the server itself is in trouble.
    private func settle(_ due: DueLetter, _ outcome: SendingOutcome) async throws -> Bool {
        let (id, now) = (due.letter.id, now)
        func note(_ state: DeliveryState, _ words: String?, in seconds: Int = 0, counting more: Int = 0) async throws {
            try await office.records.write {
                try $0.settleDelivery(id, state, words: words, nextTry: now.adding(seconds: seconds), counting: more, at: now)
            }
        }
        switch outcome {
        case .accepted(let words):
            try await note(.accepted, words)
            health.note(MailHealth.sending, nil, at: now)
        case .later(let reason) where reason.isAboutServer:
            // About the server: it does not count as a try of this letter.
            try await office.records.write { try $0.putBack(id, until: now, isTried: true) }
            health.note(MailHealth.sending, reason, at: now)
            return true
        case .later(let reason):
            let isLast = due.tries >= SendingPace.mostTries
            try await note(isLast ? .refused : .later, KeptReason.text(reason), in: SendingPace.pause(after: due.tries))
        case .never(let reason): try await note(.refused, KeptReason.text(reason))
        case .inDoubt(let reason):
            let isLast = due.tries >= SendingPace.mostTries
            let pause = SendingPace.pauseInDoubt(after: due.tries)
            try await note(isLast ? .refused : .doubt, KeptReason.text(reason), in: pause, counting: SendingPace.triesIn(pause: pause))
        case .unavailable(let reason):
            try await office.records.write { try $0.putBack(id, until: now, isTried: true) }
            health.note(MailHealth.sending, reason, at: now)
            logger.error("The mail server takes no letters from us", metadata: ["reason": "\(reason)"])
            return true
        }
        return false
    }
}
