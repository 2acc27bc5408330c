import ArgumentParser
import Casework
import Complaints
import Foundation
import Logging
import Mail
import Records
import RecordsOnSQLite

/// `gehoor mail`
struct MailCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail", abstract: "Mail that comes in.", subcommands: [MailReceiveCommand.self])
}

/// `gehoor mail receive`: for the pipe of a mail server. It ends with 0 only when the mail is on disk, and with 75 when it should be brought
/// again later.
struct MailReceiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receive",
        abstract: "Takes in one mail from standard input; works beside a running `serve`, and before mail is set up.")

    @OptionGroup var house: HouseOptions

    @Option(help: "The mailbox or address it was delivered to.")
    var mailbox: String = ""

    @Flag(help: "Comes back when the mail has been read and placed.")
    var wait = false

    init() {}

    func run() async throws {
        let bytes = try Self.input()
        let mailbox = String(mailbox.unicodeScalars.prefix(250))
        try await Self.later {
            try await OpenHouse.with(house, ifAbsent: .make, isBrief: true) { house in
                let office = CaseOffice(records: house.database, clock: .system, house: CurrentHouse(), blobs: house.blobs)
                let inbox = try InboxOffice(office: office, keys: HouseKeys(in: house.folder.path))
                let id = try await inbox.accept(bytes, from: .pipe, for: mailbox, isTaken: wait)
                guard wait else { return Output.data("{\"inbox\":\"\(id.value)\"}") }
                // It is kept: whatever happens now, the mail server must not bring it again.
                let number = try? await place(id, inbox, house)
                Output.data("{\"inbox\":\"\(id.value)\",\"number\":\(number.map { "\"\($0)\"" } ?? "null")}")
            }
        }
    }

    /// The words of a pipe, without the tree of all commands, of which none but this is started a hundred times a minute. Nil for other
    /// commands, and for what must be explained: the tree does that.
    init?(in words: [String]) {
        guard words.dropFirst().starts(with: ["mail", "receive"]), let command = try? Self.parse(Array(words.dropFirst(3))) else {
            return nil
        }
        self = command
    }

    /// Reads it here and now. The complaint's number; nil where it is in none.
    private func place(_ id: InboxID, _ inbox: InboxOffice, _ house: OpenHouse) async throws -> String? {
        let current = inbox.office.house
        let trusted = try await house.database.read { try current.settings(in: $0).mail.trustedServers }
        let worker = InboxWork.worker(OwnProgram.path, trusting: trusted)
        try await InboxReading(inbox: inbox, worker: worker, logger: Logger(label: "gehoor")).read(id)
        await worker.stop()
        // Somebody who serves the house may be at it, or be needed.
        for _ in 0..<600 {
            guard let status = try await inbox.status(of: id), status.state == .waiting else { break }
            try await Task.sleep(for: .milliseconds(200))
        }
        return try await inbox.status(of: id)?.number?.formatted
    }

    private static func input() throws -> Data {
        var bytes = Data()
        while let piece = try? FileHandle.standardInput.read(upToCount: 1 << 20), !piece.isEmpty {
            bytes += piece
            if bytes.count > InboxOffice.limit { throw CommandFault(.badInput, "This mail is larger than \(InboxOffice.limit >> 20) MB.") }
        }
        if bytes.isEmpty { throw CommandFault(.badInput, "There is no mail on standard input.") }
        return bytes
    }

    /// Whatever stands in the way of keeping a mail may be gone when it is brought again.
    private static func later(_ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let error as ValidationError {
            throw error
        } catch {
            // A mail server sends back for good what ends otherwise, and the customer's mail would be lost.
            let fault = CommandFault(of: error)
            if fault?.status == .badInput { throw error }
            throw CommandFault(.busy, "The mail could not be kept, bring it again: \(fault?.sentence ?? "\(error)")")
        }
    }
}
