import CMimalloc
import Casework
import Complaints
import Foundation
import Hummingbird
import Logging
import NIOCore
import NIOPosix
import Records
import RecordsOnPostgres
import RecordsOnSQLite
import ServiceLifecycle
import UnixSignals
import Web

/// The assembly: everything that `gehoor serve` needs, made once and handed to whoever needs it.
enum Serving {
    static func run(_ settings: ServeSettings, _ house: OpenHouse) async throws {
        let logger = Logger(label: "gehoor")
        let seat = try HouseLock.serving(house.folder)
        defer { seat.release() }
        let accounts = house.accounts
        let site = try await site(settings, house, accounts, logger)
        let news = self.news(house, site.office.changes, site.presence)
        defer { news?.close() }
        let looks = LookLog(records: house.database, logger: logger)
        let router = try self.router(site: site, looks: looks, house: house)
        let server = EdgeServer(
            host: settings.host, port: settings.port, door: DoorPolicy(base: settings.baseURL, trustedProxies: settings.trustedProxies))
        let application = server.application(router.buildResponder(), logger: logger) { port in
            Output.say("Gehoor listens on \(settings.host):\(port ?? settings.port) as \(settings.baseURL).")
        }
        try await announceSetUp(accounts, settings)
        raiseDescriptorLimit()
        logger.debug("Memory is kept by mimalloc \(mi_version())")
        if !house.lastStopWasClean { site.storeCheck.begin(on: house.database, clock: .system) }
        let outbox = try self.outbox(site, settings, house, logger)
        let group = ServiceGroup(
            configuration: .init(
                services: [
                    .init(service: application, successTerminationBehavior: .gracefullyShutdownGroup),
                    .init(service: looks),
                    .init(service: Housekeeping(accounts: accounts, staging: house.staging, drafts: site.drafts, logger: logger)),
                    .init(service: DailySeal(sealing: house.sealing, logger: logger)),
                    .init(service: InboxWork(inbox: site.inbox, executable: OwnProgram.path, isAlone: house.isAlone, logger: logger)),
                    .init(service: PromiseWatching(watch: site.watch, digest: site.digest, logger: logger)),
                    .init(
                        service: SignalWatching(
                            office: site.signals, reports: site.reports, words: site.newWords, records: house.database, logger: logger)),
                    .init(service: MailboxWork(inbox: site.inbox, health: site.health, logger: logger)),
                    .init(service: outbox),
                    // The last one is stopped first: streams that are open would keep the server from stopping.
                    .init(service: LiveTelling(beat: LiveBeat(workplace: site, logger: logger))),
                ], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        do {
            try await tryAddress(settings)
            try await group.run()
        } catch {
            throw ListenFault(of: error).map { CommandFault($0, at: settings) } ?? error
        }
    }

    /// Takes the address for a moment, before anything begins that would have to be stopped again: services that are cancelled while they begin
    /// can wait for one another for ever (AsyncAlgorithms' `merge`, by which the server's clock ticks, keeps a lock while it is suspended).
    private static func tryAddress(_ settings: ServeSettings) async throws {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1).bind(host: settings.host, port: settings.port).get()
        try await channel.close()
    }

    private static func outbox(
        _ site: Workplace, _ settings: ServeSettings, _ house: OpenHouse, _ logger: Logger
    ) throws -> OutboxWork {
        let base = settings.baseURL
        let sender = try LetterSender(
            office: site.office, keys: site.inbox.keys, health: site.health, logger: logger,
            ratingLink: { "\(base)\(Paths.rating($0))" }, link: { "\(base)\(Paths.followLink($0.text))" })
        let memos = try MemoSender(office: site.office, keys: site.inbox.keys, health: site.health, logger: logger) { link in
            switch link {
            case .file(let number): "\(base)\(Paths.file(number))"
            case .contributions: "\(base)\(Paths.contributions)"
            case .reminders: "\(base)\(Paths.reminders)"
            case .password(let secret): "\(base)\(Paths.link(secret.text))"
            case .report(let link): "\(base)\(Paths.report(link))"
            }
        }
        return OutboxWork(
            office: site.office, keys: site.inbox.keys, sender: sender, memos: memos, greetingAs: base.host, isAlone: house.isAlone,
            logger: logger)
    }

    static func site(
        _ settings: ServeSettings, _ house: OpenHouse, _ accounts: AccountOffice, _ logger: Logger
    ) async throws -> Workplace {
        let current = CurrentHouse()
        _ = try await house.database.read { try current.settings(in: $0) }
        let office = CaseOffice(records: house.database, clock: .system, house: current, blobs: house.blobs)
        let uploads = try UploadFolder.make(in: house.folder.path)
        let keys = HouseKeys(in: house.folder.path)
        let key = try keys.key(.formTokens)
        let inbox = try InboxOffice(office: office, keys: keys)
        return Workplace(
            office: office, inbox: inbox, accounts: accounts.writing(by: inbox.references, for: current), sealing: house.sealing,
            base: settings.baseURL, tokens: FormTokens(key: key),
            forms: FormBody(folder: uploads))
    }

    static func router(site: Workplace, looks: LookLog, house: OpenHouse) throws -> Router<Visit> {
        let keys = HouseKeys(in: house.folder.path)
        let reception = Reception(staging: house.staging, formKey: try keys.key(.formTokens), stagingKey: try keys.key(.stagedFiles))
        let follow = FollowAccess(records: house.database, clock: .system)
        return Site(workplace: site, looks: looks, follow: follow, reception: reception).router()
    }

    /// With several nodes each hears when another changed something, and who has which file open there.
    private static func news(_ house: OpenHouse, _ changes: ChangeCount, _ presence: Presence) -> NodeNews? {
        guard case .server(let address, _) = house.place else { return nil }
        let told = PresenceNews(presence)
        let talk = NodeNews.Talk(
            opening: { told.opening }, texts: { told.texts() }, farewell: { told.farewell }, hear: { told.hear($0) })
        return NodeNews(at: address, count: { changes.own }, heard: { changes.noteOthers() }, talk: talk)
    }

    private static func announceSetUp(_ accounts: AccountOffice, _ settings: ServeSettings) async throws {
        guard let link = try await accounts.ensureSetUpLink() else { return }
        Output.say("No administrator can sign in yet. Open this link, once, within three days, to make one:")
        Output.data("\(settings.baseURL)\(Paths.setUp(link.text))")
    }

    /// As many open files as this machine lets us have: connections should not run out first.
    private static func raiseDescriptorLimit() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0, limit.rlim_cur < limit.rlim_max else { return }
        limit.rlim_cur = min(limit.rlim_max, 65_536)
        _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}

/// Where uploads wait until they are taken over; what a crash left there is taken away at the start.
enum UploadFolder {
    static func make(in data: String) throws -> String {
        let path = data + "/uploads"
        try? FileManager.default.removeItem(atPath: path)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return path
    }
}

/// What must be tidied now and then: sessions, links, idempotency keys, waiting files and drafts that have ended.
struct Housekeeping: Service {
    let accounts: AccountOffice
    let staging: Staging
    let drafts: DraftOffice
    let logger: Logger

    func run() async throws {
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            do {
                try await accounts.sweep()
                try await staging.sweep()
                try await drafts.sweep()
            } catch { logger.warning("Tidying up failed and is tried again", metadata: ["error": "\(error)"]) }
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(600)) }
        }
    }
}
