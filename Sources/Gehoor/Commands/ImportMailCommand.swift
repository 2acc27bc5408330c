import ArgumentParser
import Casework
import Foundation
import Logging
import Mail
import RecordsOnSQLite

/// `gehoor import-mail`
struct ImportMailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import-mail",
        abstract: "Takes over an old mailbox: a Maildir, a folder of .eml files, or an mbox file. Sends nothing.",
        discussion: """
            Each mail of a customer becomes a complaint, counted from when it came; their answers to it go into its file. What programs and
            colleagues wrote is kept aside; where nobody can tell, a person is asked on the page Post. What is there already is left alone:
            the same mailbox can be given again. Works beside a running `serve`.
            """)

    @OptionGroup var house: HouseOptions

    @Argument(help: "The folder or the file.", completion: .file())
    var mailbox: String

    @Flag(help: "What is in it is done with: each complaint is closed, without a judgement, as of its last mail.")
    var closed = false

    func run() async throws {
        guard let archive = try? MailArchive(at: mailbox, limit: InboxOffice.limit) else {
            throw CommandFault(.badInput, "\(mailbox) is no mailbox: a Maildir, a folder of .eml files, an mbox file or one mail.")
        }
        try await OpenHouse.with(house, ifAbsent: .make) { house in
            let office = CaseOffice(records: house.database, clock: .system, house: CurrentHouse(), blobs: house.blobs)
            let inbox = try InboxOffice(office: office, keys: HouseKeys(in: house.folder.path))
            let name = URL(filePath: mailbox).lastPathComponent
            let taking = try await MailImport(into: inbox, called: name, executable: OwnProgram.path, logger: Logger(label: "gehoor"))
            let tooLarge = try await take(archive, taking)
            let done = closed ? try await taking.closeAll() : 0
            await taking.end()
            Self.report(await taking.tally, tooLarge: tooLarge, closed: done)
            if tooLarge > 0 { throw CommandFault(.findings, "") }
        }
    }

    /// How many were too large.
    private func take(_ archive: MailArchive, _ taking: MailImport) async throws -> Int {
        var tooLarge = 0
        var count = 0
        while let mail = try archive.next() {
            if let bytes = mail.bytes {
                if !bytes.isEmpty { try await taking.take(bytes, received: mail.received) }
            } else {
                tooLarge += 1
                Output.data("\(mail.place): \(mail.size >> 20) MB is larger than \(InboxOffice.limit >> 20) MB; not taken in.")
            }
            count += 1
            if count.isMultiple(of: 500) { Output.say("\(count) mails, \(Int(archive.share * 100)) % …") }
        }
        return tooLarge
    }

    private static func report(_ tally: MailImportTally, tooLarge: Int, closed: Int) {
        Output.say(
            """
            Took in \(Counted.words(tally.mails - tally.alreadyThere, "mail")): \(Counted.words(tally.registered, "complaint")), \
            \(Counted.words(tally.joined, "answer in its file", "answers in their files")), \
            \(tally.asked) for a person (page Post), \(tally.aside) set aside, \(tally.unreadable) unreadable. \
            \(Counted.thereAlready(tally.alreadyThere)).\(tooLarge > 0 ? " \(tooLarge) too large." : "")\
            \(closed > 0 ? " \(Counted.words(closed, "complaint")) closed." : "")
            """)
    }
}
