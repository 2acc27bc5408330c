import Casework
import Complaints
import Logging
import Records
import Rehearsal
import Synchronization
import Testing

@testable import Web

@Suite struct `What looking for changes costs` {
    private static func open(_ site: StaffedSite, _ count: Int, _ member: (Int) -> StaffMember, _ subject: LiveStream.Subject)
        -> [LiveStream]
    {
        (0..<count).compactMap { site.workplace.streams.open(member($0), session: "x", subject) }
    }

    @Test func `a list is read once for all who see the same, and not at all while nothing changes`() async throws {
        try await StaffedSite.open { site in
            let members = [SampleStaff.iris, SampleStaff.hassan, SampleStaff.mara, SampleStaff.aukje]
            let streams = Self.open(site, 40, { members[$0 % 4] }, .list(WorklistQuery()))
            #expect(streams.count == 40)
            // A clock that stands still: what changes with time alone is not the subject.
            let now = ContinuousClock.now
            let beat = LiveBeat(workplace: site.workplace, logger: TestHouse.quietLogger)
            #expect(try await beat.beat(at: now) == LiveBeat.Work(files: 0, lists: 4))
            #expect(try await beat.beat(at: now) == LiveBeat.Work())
            // However much happens between two looks, each list is read once.
            for _ in 0..<20 { try await site.rehearsal.register() }
            #expect(try await beat.beat(at: now) == LiveBeat.Work(files: 0, lists: 4))
        }
    }

    @Test func `whoever comes and goes at a file makes no list be read`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            _ = Self.open(site, 1, { _ in SampleStaff.mara }, .list(WorklistQuery()))
            _ = Self.open(site, 3, { _ in SampleStaff.hassan }, .file(complaint.id, seen: complaint.sequence))
            let now = ContinuousClock.now
            let beat = LiveBeat(workplace: site.workplace, logger: TestHouse.quietLogger)
            #expect(try await beat.beat(at: now) == LiveBeat.Work(files: 1, lists: 1))
            site.workplace.presence.arrive(SampleStaff.iris.id, at: complaint.id, as: "node-2:7")
            #expect(try await beat.beat(at: now) == LiveBeat.Work(files: 1, lists: 0))
            _ = try await site.post(Paths.actDraft("answer", complaint.number), [("text", "Dag")], as: SampleStaff.hassan)
            #expect(try await beat.beat(at: now) == LiveBeat.Work(files: 1, lists: 0))
        }
    }

    @Test func `a look that fails is told once in the log, and so is that it works again`() async throws {
        try await StaffedSite.open { site in
            _ = Self.open(site, 1, { _ in SampleStaff.mara }, .list(WorklistQuery()))
            let lines = Notebook.Lines()
            var pace = LivePace()
            (pace.look, pace.time) = (.milliseconds(5), .zero)
            let beat = LiveBeat(workplace: site.workplace, pace: pace, logger: lines.logger(from: .notice))
            func told(_ words: String) -> Int { lines.all.withLock { $0.count { $0.contains(words) } } }
            let work = Task { await beat.run() }
            _ = try await site.rehearsal.records.write { try $0.execute("ALTER TABLE complaint RENAME TO gone") }
            while told("can't be told of changes now") == 0 { try await Task.sleep(for: .milliseconds(5)) }
            try await Task.sleep(for: .milliseconds(100))
            #expect(lines.all.withLock { $0.count { $0.contains("can't be told of changes now") && $0.contains("lists") } } == 1)
            _ = try await site.rehearsal.records.write { try $0.execute("ALTER TABLE gone RENAME TO complaint") }
            while told("are told of changes again") == 0 { try await Task.sleep(for: .milliseconds(5)) }
            work.cancel()
            await work.value
            #expect(told("are told of changes again") == 1)
        }
    }

    @Test func `a reader who takes nothing is let go`() async throws {
        try await StaffedSite.open { site in
            let stream = try #require(Self.open(site, 1, { _ in SampleStaff.mara }, .list(WorklistQuery())).first)
            for _ in 0..<40 { stream.send(LiveEvent.heartbeat) }
            var count = 0
            for await _ in stream.events { count += 1 }
            #expect(count <= 16)
        }
    }
}

@Suite struct `Who else is at a file` {
    @Test func `a page says so when it opens, of colleagues who may see the file themselves`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            for (key, member) in [("a", SampleStaff.mara), ("b", SampleStaff.mara), ("c", SampleStaff.hassan), ("d", SampleStaff.bo)] {
                site.workplace.presence.arrive(member.id, at: complaint.id, as: key)
            }
            let page = try await site.get(Paths.file(complaint.number), as: SampleStaff.hassan)
            #expect(page.count("Mara Jansen heeft dit dossier open.") == 1)
            #expect(page.count("Bo Willems heeft") == 0)
            #expect(page.count("Hassan El Amrani heeft dit dossier open.") == 0)
            site.workplace.presence.leave(complaint.id, as: "a")
            #expect(try await site.get(Paths.file(complaint.number), as: SampleStaff.hassan).count("Mara Jansen heeft dit") == 1)
            site.workplace.presence.leave(complaint.id, as: "b")
            #expect(try await site.get(Paths.file(complaint.number), as: SampleStaff.hassan).count("Mara Jansen heeft dit") == 0)
        }
    }

    @Test func `a draft tells what kind of thing somebody writes, and not a word of it`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            let path = Paths.actDraft("answer", complaint.number)
            _ = try await site.post(path, [("text", "Zeer geheim")], as: SampleStaff.mara)
            // Her page is closed already: she began, and writes no more.
            let closed = try await site.get(Paths.file(complaint.number), as: SampleStaff.hassan)
            #expect(closed.count("Mara Jansen schrijft") == 0)
            #expect(closed.count("Mara Jansen begon om 10:15 aan een antwoord.") == 1)
            site.workplace.presence.arrive(SampleStaff.mara.id, at: complaint.id, as: "a")
            let page = try await site.get(Paths.file(complaint.number), as: SampleStaff.hassan)
            #expect(page.count("Mara Jansen schrijft een antwoord.") == 1)
            #expect(page.count("geheim") == 0)
            site.rehearsal.clock.advance(seconds: 600)
            let later = try await site.get(Paths.file(complaint.number), as: SampleStaff.hassan)
            #expect(later.count("Mara Jansen begon om 10:15 aan een antwoord.") == 1)
            _ = try await site.get(Paths.profile, as: SampleStaff.mara)
            site.rehearsal.clock.advance(seconds: 1300)
            let open = try await site.get(Paths.file(complaint.number), as: SampleStaff.hassan)
            #expect(open.count("Mara Jansen begon om 10:15 aan een antwoord.") == 1)
            site.workplace.presence.leave(complaint.id, as: "a")
            #expect(try await site.get(Paths.file(complaint.number), as: SampleStaff.hassan).count("Mara Jansen begon") == 0)
            site.workplace.presence.arrive(SampleStaff.mara.id, at: complaint.id, as: "b")
            _ = try await site.post(Paths.actDraftEnd("answer", complaint.number), [], as: SampleStaff.mara)
            #expect(try await site.get(Paths.file(complaint.number), as: SampleStaff.hassan).count("Mara Jansen begon") == 0)
        }
    }
}
