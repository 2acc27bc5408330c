import Casework
import Complaints
import Foundation
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `Streams of open pages` {
    /// A complaint at Hassan's, and its number as an address has it.
    private static func file(_ site: ServedSite, _ change: @escaping @Sendable (inout RegistrationInput) -> Void = { _ in }) throws
        -> Complaint
    {
        let box = Box()
        try site.wait { box.complaint = try await site.rehearsal.registerAtWork(change) }
        return try #require(box.complaint)
    }

    private final class Box: @unchecked Sendable { var complaint: Complaint? }

    private static func query(_ complaint: Complaint) -> String {
        "dossier=\(complaint.number.formatted)&gezien=\(complaint.sequence)"
    }

    @Test func `a file tells that something has come in`() async throws {
        try await ServedSite.open { site in
            let complaint = try Self.file(site)
            let stream = try site.stream(Self.query(complaint), as: SampleStaff.hassan)
            let head = try #require(stream.read(until: "retry: 4000"))
            #expect(head.contains("text/event-stream"))
            #expect(head.lowercased().contains("cache-control: no-store"))
            try site.wait { try await site.rehearsal.perform(.note("Gebeld"), on: complaint, by: SampleStaff.mara) }
            #expect(stream.read(until: "event: moved\ndata: {\"sequence\":\(complaint.sequence + 1)}") != nil)
        }
    }

    @Test func `a page that was not looked at for a while hears at once what it missed`() async throws {
        try await ServedSite.open { site in
            let complaint = try Self.file(site)
            let stream = try site.stream("dossier=\(complaint.number.formatted)&gezien=1", as: SampleStaff.hassan)
            #expect(stream.read(until: "event: moved\ndata: {\"sequence\":\(complaint.sequence)}") != nil)
        }
    }

    @Test func `who else has it open is told, and no longer when they are gone`() async throws {
        try await ServedSite.open { site in
            let complaint = try Self.file(site)
            let mine = try site.stream(Self.query(complaint), as: SampleStaff.hassan)
            var theirs: RawConnection? = try site.stream(Self.query(complaint), as: SampleStaff.mara)
            #expect(theirs?.read(until: "retry: 4000") != nil)
            #expect(mine.read(until: "Mara Jansen heeft dit dossier open.") != nil)
            theirs = nil
            #expect(mine.read(until: "event: company\ndata: {\"said\":\"\"}") != nil)
        }
    }

    @Test func `a list tells what its rows are now, and the numbers of the rail`() async throws {
        try await ServedSite.open { site in
            let stream = try site.stream("soort=lijst&lijst=open", as: SampleStaff.mara)
            #expect(stream.read(until: "\"rows\":[]") != nil)
            let complaint = try Self.file(site)
            #expect(stream.read(until: "\"rows\":[\"\(complaint.number.formatted).") != nil)
            #expect(stream.read(until: "[\"/klachten?lijst=open\",\"1\"]") != nil)
        }
    }

    @Test func `what another process writes is seen as well`() async throws {
        try await ServedSite.open { site in
            let stream = try site.stream("soort=lijst&lijst=open", as: SampleStaff.mara)
            #expect(stream.read(until: "\"rows\":[]") != nil)
            try site.wait {
                let other = CaseOffice(
                    records: site.rehearsal.records, clock: site.rehearsal.clock.clock, house: CurrentHouse(),
                    blobs: site.rehearsal.office.blobs)
                _ = try await other.register(.sample(), by: SampleStaff.iris.actor)
            }
            #expect(stream.read(until: "\"count\":1") != nil)
        }
    }

    @Test func `it beats while nothing happens`() async throws {
        try await ServedSite.open { site in
            let stream = try site.stream("soort=lijst&lijst=open", as: SampleStaff.mara)
            for _ in 0..<3 { #expect(stream.read(until: "\n: \n") != nil) }
        }
    }

    @Test func `it ends with the session`() async throws {
        try await ServedSite.open { site in
            let complaint = try Self.file(site)
            let stream = try site.stream(Self.query(complaint), as: SampleStaff.hassan)
            #expect(stream.read(until: "retry: 4000") != nil)
            try site.endSession(of: SampleStaff.hassan)
            #expect(stream.readToEnd()?.contains("event: end") == true)
            #expect(site.eventually { site.workplace.streams.count == 0 })
            #expect(site.workplace.presence.people(at: complaint.id) == [])
        }
    }

    @Test func `looking on keeps no session alive`() async throws {
        try await ServedSite.open { site in
            let stream = try site.stream("soort=lijst&lijst=open", as: SampleStaff.mara)
            #expect(stream.read(until: "retry: 4000") != nil)
            site.rehearsal.clock.advance(seconds: SessionLimits().idle)
            #expect(stream.readToEnd()?.contains("event: end") == true)
        }
    }

    @Test func `asking anew keeps none alive either`() async throws {
        try await ServedSite.open { site in
            for _ in 0..<3 {
                site.rehearsal.clock.advance(seconds: SessionLimits().idle / 2)
                _ = try? site.stream("soort=lijst&lijst=open", as: SampleStaff.mara).read(until: "retry: 4000")
            }
            let stream = try? site.stream("soort=lijst&lijst=open", as: SampleStaff.mara)
            #expect(stream?.read(until: "retry: 4000") == nil)
        }
    }

    @Test func `it ends when the file is not for the reader any more`() async throws {
        try await ServedSite.open { site in
            let complaint = try Self.file(site)
            let stream = try site.stream(Self.query(complaint), as: SampleStaff.iris)
            #expect(stream.read(until: "retry: 4000") != nil)
            var hidden = ClassificationInput()
            hidden.isConfidential = true
            try site.wait { [hidden] in try await site.rehearsal.perform(.classify(hidden), on: complaint, by: SampleStaff.mara) }
            #expect(stream.readToEnd()?.contains("event: end") == true)
        }
    }

    @Test func `one person has so many at a time, and others still have theirs`() async throws {
        try await ServedSite.open { site in
            var streams: [RawConnection] = []
            for _ in 0..<LiveStreams.mostOfOne {
                let stream = try site.stream("soort=lijst", as: SampleStaff.mara)
                #expect(stream.read(until: "retry: 4000") != nil)
                streams.append(stream)
            }
            #expect(try site.stream("soort=lijst", as: SampleStaff.mara).read(until: "\r\n")?.contains(" 503 ") == true)
            #expect(try site.stream("soort=lijst", as: SampleStaff.hassan).read(until: "retry: 4000") != nil)
        }
    }

    @Test func `the server stops while all that there may be are open`() async throws {
        try await ServedSite.open { site in
            var streams: [RawConnection] = []
            let members = SampleStaff.all.filter { Visibility($0.actor).seesLists }
            for index in 0..<(members.count * LiveStreams.mostOfOne) {
                streams.append(try site.stream("soort=lijst", as: members[index % members.count]))
            }
            #expect(site.eventually { site.workplace.streams.count == streams.count })
            // What stops the server ends each of them; nobody is left waiting.
            site.workplace.streams.closeAll()
            for stream in streams { #expect(stream.readToEnd() != nil) }
            #expect(site.eventually { site.workplace.streams.count == 0 })
        }
    }
}

@Suite struct `Who gets a stream` {
    /// A stream never ends by itself, so the house takes none here: whoever would get one is told that there is no room.
    private static let wouldGet = 503

    @Test func `of a file: whoever may read it`() async throws {
        try await StaffedSite.open { site in
            site.workplace.streams.closeAll()
            let ordinary = try await site.rehearsal.registerAtWork()
            let hidden = try await site.rehearsal.registerAtWork { $0.isConfidential = true }
            for member in SampleStaff.all {
                for complaint in [ordinary, hidden] {
                    let answer = try await site.get("/live?dossier=\(complaint.number.formatted)", as: member)
                    #expect(answer.status == (complaint.isVisible(to: member.actor) ? Self.wouldGet : 404), "\(member.name)")
                }
            }
            let mine = try await site.rehearsal.register { $0.aboutStaff = SampleStaff.mara.id }
            #expect(try await site.get("/live?dossier=\(mine.number.formatted)", as: SampleStaff.mara).status == 404)
            #expect(try await site.get("/live?dossier=1000-0000-0", as: SampleStaff.mara).status == 404)
        }
    }

    @Test func `of a list: whoever may see lists, without names`() async throws {
        try await StaffedSite.open { site in
            site.workplace.streams.closeAll()
            for member in SampleStaff.all {
                let answer = try await site.get("/live?soort=lijst&lijst=open", as: member)
                #expect(answer.status == (Visibility(member.actor).seesLists ? Self.wouldGet : 404), "\(member.name)")
            }
            #expect(try await site.get("/live?soort=lijst", as: nil).status == 303)
        }
    }

    @Test func `odd numbers of what was seen end nothing`() async throws {
        try await StaffedSite.open { site in
            site.workplace.streams.closeAll()
            let number = try await site.rehearsal.registerAtWork().number.formatted
            for seen in ["", "-1", "9223372036854775807", "-9223372036854775808", "x"] {
                #expect(try await site.get("/live?dossier=\(number)&gezien=\(seen)", as: SampleStaff.mara).status == Self.wouldGet)
            }
        }
    }
}
