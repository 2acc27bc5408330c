import Casework
import Complaints
import Dialling
import Foundation
import Logging
import Mail
import Records
import Rehearsal
import Testing

/// A house whose letters and mails to colleagues leave by a server of a test.
struct SendingHouse {
    let rehearsal: RehearsalOffice
    let server: RunningServer
    let sender: LetterSender
    let memos: MemoSender
    let health = MailHealth()

    var house: House { get async throws { try await rehearsal.records.read { try CurrentHouse().settings(in: $0) } } }

    init(_ rehearsal: RehearsalOffice, _ server: RunningServer) throws {
        (self.rehearsal, self.server) = (rehearsal, server)
        var quiet = Logger(label: "test")
        quiet.logLevel = .critical
        sender = try LetterSender(
            office: rehearsal.office, keys: HouseKeys(in: rehearsal.folder), health: health, logger: quiet,
            ratingLink: { "https://klachten.wolkenland.invalid/mening/\($0)" }
        ) {
            "https://klachten.test/volgen/\($0.text)"
        }
        memos = try MemoSender(office: rehearsal.office, keys: HouseKeys(in: rehearsal.folder), health: health, logger: quiet) { _ in
            "https://klachten.test/bureau"
        }
    }

    func set(_ change: (inout MailSettings) -> Void) async throws {
        let before = try await house
        var settings = before.mail
        change(&settings)
        let (body, now) = (String(decoding: try JSONEncoder().encode(settings), as: UTF8.self), rehearsal.now)
        _ = try await rehearsal.records.write { tx in try tx.set(.mail, to: body, after: before.mailVersion, by: .system, at: now) }
    }

    func setUp(port: UInt16) async throws {
        let now = rehearsal.now.milliseconds
        try await set { settings in
            (settings.address, settings.takesPlusAddresses) = ("klachten@gehoor.test", true)
            settings.sending = MailSettings.Server(host: "localhost", port: port, security: .none)
            settings.sendsSince = now
        }
    }

    @discardableResult
    func send() async throws -> LetterSender.Round { try await through { way, house in try await sender.sendSome(by: way, house) } }

    func sendMemos() async throws -> LetterSender.Round { try await through { way, house in try await memos.sendSome(by: way, house) } }

    private func through(_ work: (SendingWay, House) async throws -> LetterSender.Round) async throws -> LetterSender.Round {
        let house = try await house
        let server = try #require(house.mail.sending)
        let secrets = try rehearsal.inbox.secrets
        let deadlines = DialDeadlines(connecting: 5, silence: 2, total: 10)
        let way = try #require(SendingWay(server, greetingAs: "gehoor.test", secrets: secrets, deadlines: deadlines))
        let round = try await work(way, house)
        await way.hangUp()
        return round
    }

    func register(_ email: String) async throws -> ComplaintID {
        try await rehearsal.register { $0.customer.email = email }.id
    }

    func letter(of complaint: ComplaintID) async throws -> (Records.Letter, Delivery?) {
        try await rehearsal.records.read { snapshot in
            let letter = try #require(try snapshot.letters(of: complaint).first)
            return (letter, try snapshot.deliveries(of: complaint)[letter.id])
        }
    }

    var trouble: String? { health.state(of: MailHealth.sending)?.fault.map { "\($0)" } }

    func taken() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: server.folder + "/letters").sorted().map {
            try String(contentsOfFile: server.folder + "/letters/" + $0, encoding: .utf8)
        }
    }

    /// With a server that is at odds with some addresses.
    static func withOdd(_ work: (SendingHouse) async throws -> Void) async throws {
        try await withCaseOffice { rehearsal in
            try await withServer("odd_smtp.py", portCount: 1) { server in
                let setting = try SendingHouse(rehearsal, server)
                try await work(setting)
            }
        }
    }
}
