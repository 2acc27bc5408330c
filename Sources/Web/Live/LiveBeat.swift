import Casework
import Complaints
package import Logging
import Records
import Synchronization

/// How often is looked for changes, and at what.
package struct LivePace: Sendable {
    /// The shortest time between two looks: changes in between are told together.
    package var look = Duration.seconds(1)
    /// A look may take so large a part of the time at most: after one that took long, the next waits longer.
    package var share = 10
    /// Whether sessions still hold.
    package var sessions = Duration.seconds(5)
    package var heartbeat = Duration.seconds(15)
    /// What changes with time alone: what is late, who stopped writing.
    package var time = Duration.seconds(30)

    package init() {}
}

/// Looks for changes on behalf of every open page: once for a file, and once for a list, however many look at it. Changes by another
/// process on the same store are seen by the next look as well.
package final class LiveBeat: Sendable {
    /// What one look took.
    package struct Work: Hashable, Sendable {
        package var files = 0
        package var lists = 0
    }

    /// What is looked at apart: a list with a search can take long, and what must end a file's stream is not to wait for it.
    private enum Part: CaseIterable { case files, lists }

    private struct Memory {
        /// By part, what had been counted when it was last looked at.
        var complaints: [Part: [Int64]] = [:]
        var company: [Part: [Int64]] = [:]
        var time: [Part: ContinuousClock.Instant] = [:]
        var sessions: ContinuousClock.Instant?
        var heartbeat: ContinuousClock.Instant?
    }

    private let workplace: Workplace
    private let pace: LivePace
    private let logger: Logger
    private let memory = Mutex(Memory())

    package init(workplace: Workplace, pace: LivePace = LivePace(), logger: Logger) {
        (self.workplace, self.pace, self.logger) = (workplace, pace, logger)
    }

    /// Goes on until the task is cancelled.
    package func run() async {
        async let lists: Void = goOn("lists") { try await self.look(at: .lists, .now) }
        async let files: Void = goOn("files") { try await self.look(at: .files, .now) }
        await goOn("sessions") { try await self.care(at: .now) }
        _ = await (files, lists)
    }

    /// What can't be read now is looked at the next time. A look comes every second: that it fails is said once, and that it works again.
    private func goOn(_ what: Logger.MetadataValue, _ once: @Sendable () async throws -> some Sendable) async {
        var isFailing = false
        while !Task.isCancelled {
            let began = ContinuousClock.now
            do {
                _ = try await once()
                if isFailing { logger.notice("Open pages are told of changes again", metadata: ["part": what]) }
                isFailing = false
            } catch {
                if !isFailing, !Task.isCancelled {
                    logger.error("Open pages can't be told of changes now", metadata: ["part": what, "error": "\(error)"])
                }
                isFailing = true
            }
            try? await Task.sleep(for: max(pace.look, (ContinuousClock.now - began) * pace.share))
        }
    }

    /// Ends every stream: the server stops.
    package func end() { workplace.streams.closeAll() }

    /// One look at everything.
    @discardableResult
    package func beat(at now: ContinuousClock.Instant = .now) async throws -> Work {
        try await care(at: now)
        let (files, lists) = (try await look(at: .files, now), try await look(at: .lists, now))
        return Work(files: files.files, lists: lists.lists)
    }

    /// Heartbeats, and the end of streams whose session ended.
    private func care(at now: ContinuousClock.Instant) async throws {
        let streams = workplace.streams.all
        if streams.isEmpty { return }
        if isDue(\.heartbeat, pace.heartbeat, now) { for stream in streams { stream.send(LiveEvent.heartbeat) } }
        if isDue(\.sessions, pace.sessions, now) { try await endOver(streams) }
    }

    /// At most one look at a part runs at a time.
    private func look(at part: Part, _ now: ContinuousClock.Instant) async throws -> Work {
        let streams = workplace.streams.all.filter { ($0.file == nil) == (part == .lists) }
        if streams.isEmpty { return Work() }
        let stored = try await workplace.records.read { try $0.complaintsStamp() }
        // Drafts come last, and change no list.
        let complaints = [Int64(workplace.office.changes.count)] + stored.dropLast()
        let company = [Int64(workplace.drafts.changes.count), Int64(workplace.presence.stamp)] + stored.suffix(1)
        let (isChanged, isMoved) = memory.withLock { ($0.complaints[part] != complaints, $0.company[part] != company) }
        let isLater = isDue(\.time[part], pace.time, now)
        // Who comes and goes changes no list.
        let asking = streams.filter { isChanged || isLater || $0.isFresh || (isMoved && part == .files) }
        let work = asking.isEmpty ? Work() : try await LiveLook(workplace: workplace, streams: asking).look()
        // Only now: what can't be read is looked at once more.
        memory.withLock { ($0.complaints[part], $0.company[part]) = (complaints, company) }
        return work
    }

    private func isDue(
        _ last: WritableKeyPath<Memory, ContinuousClock.Instant?>, _ every: Duration, _ now: ContinuousClock.Instant
    ) -> Bool {
        memory.withLock { memory in
            guard let before = memory[keyPath: last] else {
                memory[keyPath: last] = now
                return false
            }
            guard now - before >= every else { return false }
            memory[keyPath: last] = now
            return true
        }
    }

    /// Whose session ended, or who deputises no longer, is told so, and told nothing more.
    private func endOver(_ streams: [LiveStream]) async throws {
        let holding = try await workplace.accounts.holding(Set(streams.map(\.session)))
        let now = workplace.office.clock.now()
        let lent = try await workplace.records.read { snapshot in
            try Set(
                streams.map(\.member).filter { !$0.lent.isEmpty || !$0.inPlaceOf.isEmpty || !$0.standsInFor.isEmpty }.filter { member in
                    let today = try snapshot.entrusted(member, at: now)
                    return (today.lent, today.inPlaceOf, today.standsInFor) != (member.lent, member.inPlaceOf, member.standsInFor)
                }.map(\.id))
        }
        for stream in streams where !holding.contains(stream.session) || lent.contains(stream.member.id) {
            stream.send(LiveEvent.end)
            stream.end()
        }
    }
}
