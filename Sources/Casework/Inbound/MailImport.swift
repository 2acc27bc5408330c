import Complaints
package import Foundation
package import Logging
import Mail
import Records

/// How taking in an old mailbox went.
package struct MailImportTally: Hashable, Sendable {
    /// Complaints that were made, and mails that went into the file of an earlier one.
    package var registered = 0
    package var joined = 0
    /// By programs, by colleagues, from ourselves: kept, and of no consequence.
    package var aside = 0
    /// With a person.
    package var asked = 0
    package var unreadable = 0
    package var alreadyThere = 0

    package init() {}
    package var mails: Int { registered + joined + aside + asked + unreadable + alreadyThere }
}

/// Takes in an old mailbox, mail by mail, as each would have been when it came: at its own moment, and without any letter. What is there
/// already is left alone, so that the same mailbox can be given again.
package actor MailImport {
    private let inbox: InboxOffice
    private let reading: InboxReading
    private let worker: ReadingWorker
    private let name: String
    /// Mails that are there, by what is in them.
    private var known: [String: InboxID]
    private var threads = MailThreads()
    private var complaints: [ComplaintID] = []
    package private(set) var tally = MailImportTally()

    /// - Parameters:
    ///   - name: what the mailbox is called on the desk.
    ///   - executable: what reads mail in a process of its own.
    package init(into inbox: InboxOffice, called name: String, executable: String, logger: Logger) async throws {
        (self.inbox, self.name) = (inbox, name)
        worker = InboxWork.worker(executable, trusting: [])
        reading = InboxReading(inbox: inbox, worker: worker, logger: logger)
        known = try await inbox.records.read { try $0.mailsByDigest() }
    }

    /// Throws what the disk says; what was taken in before stays.
    package func take(_ bytes: Data, received: Int64?) async throws {
        let digest = HexDigest.of(Array(bytes))
        if let id = known[digest] {
            // An earlier run may have ended between keeping and placing it.
            let isPlaced = try await inbox.records.read { try $0.mail(id) }?.state != .waiting
            try await reading.read(id, following: threads)
            let mail = try await remember(id)
            if isPlaced { tally.alreadyThere += 1 } else { count(mail) }
            return
        }
        let moment = received.map { Instant(milliseconds: $0 * 1000) }
        let id = try await inbox.accept(bytes, from: .file, for: name, receivedAt: moment, isTaken: true)
        try await reading.read(id, following: threads)
        known[digest] = id
        count(try await remember(id))
    }

    private func count(_ outcome: InboxOutcome?, _ state: InboxState) {
        switch (state, outcome) {
        case (_, .registered): tally.registered += 1
        case (_, .joined): tally.joined += 1
        case (_, .double): tally.alreadyThere += 1
        case (.asked, _): tally.asked += 1
        case (.quarantined, _), (.waiting, _): tally.unreadable += 1
        default: tally.aside += 1
        }
    }

    private func count(_ mail: InboxMail?) { if let mail { count(mail.outcome, mail.state) } }

    /// Later mails that answer this one belong where it went.
    @discardableResult
    private func remember(_ id: InboxID) async throws -> InboxMail? {
        let (mail, read) = try await inbox.records.read { (try $0.mail(id), try $0.readMail(id)) }
        let isIn: Set<InboxOutcome> = [.registered, .joined, .double]
        guard let mail, let complaint = mail.complaint, mail.outcome.map(isIn.contains) == true else { return mail }
        if let said = read?.messageID { threads.note(said, in: complaint) }
        if mail.outcome != .joined, mail.source == .file { complaints.append(complaint) }
        return mail
    }

    /// Closes what came of this mailbox and nobody has touched since, without a judgement, as of the last mail in it. How many that were.
    package func closeAll() async throws -> Int {
        var closed = 0
        let house = inbox.office.house
        for id in complaints {
            let done = try await inbox.records.write { tx -> Bool in
                var journalled = try tx.complaintToChange(id)
                guard journalled.complaint.phase == .received else { return false }
                for command in [ComplaintCommand.resolve(Self.withoutJudgement), .close] {
                    let before = journalled.complaint
                    let at = Instant(milliseconds: before.changedAt.milliseconds + 1)
                    let settings = try house.settings(in: tx.snapshot)
                    let moment = settings.moment(at: at)
                    let facts = try tx.snapshot.facts(for: command, about: journalled, under: settings, house: house, at: at)
                    let occurrences = try before.decide(command, by: ImportedCourse.actor, at: moment, with: facts)
                    journalled = try tx.append(occurrences, to: journalled, by: ImportedCourse.actor, at: at)
                }
                return true
            }
            if done { closed += 1 }
        }
        return closed
    }

    private static var withoutJudgement: ResolutionInput {
        var input = ResolutionInput()
        input.finding = Finding.informal.rawValue
        return input
    }

    package func end() async { await worker.stop() }
}

/// Where the mails of an old mailbox went, by their ids: an answer to one belongs there too.
struct MailThreads: Sendable {
    private var complaints: [String: ComplaintID] = [:]

    mutating func note(_ messageID: String, in complaint: ComplaintID) { complaints[messageID] = complaint }

    /// Of the newest mail that it answers.
    func complaint(answeredBy mail: ReadMail) -> ComplaintID? {
        (mail.inReplyTo + mail.references.reversed()).lazy.compactMap { complaints[$0] }.first
    }
}
