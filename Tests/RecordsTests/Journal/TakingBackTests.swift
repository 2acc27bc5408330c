import Casework
import Complaints
import Records
import Rehearsal
import Testing

/// What an undoing leaves behind in the read models: nothing.
struct TakingBackTests {
    @Test(arguments: EngineUnderTest.all)
    func `rows after an undoing are those before it, but for where the journal ends`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            var complaint = try await rehearsal.registerAtWork()
            complaint = try await rehearsal.perform(.resolve(.sample()), on: complaint, by: SampleStaff.hassan)
            try await Self.undoes(.close, SampleStaff.hassan, on: complaint, rehearsal)
            _ = try await rehearsal.office.perform(.reopen(reason: "Nee."), on: complaint.id, by: .customer)
            rehearsal.clock.advance(seconds: 60)
            let acts: [(ComplaintCommand, StaffMember)] = [
                (.decideReopening(granted: true, reason: "Ja."), SampleStaff.mara), (.note("Zeldzaamwoord."), SampleStaff.hassan),
                (.answer("Nog een zeldzaam woord."), SampleStaff.mara),
                (.attach(Document(digest: "ab", size: 1, name: Passage("foto.jpg"), isFromCustomer: false)), SampleStaff.iris),
            ]
            for (command, member) in acts { try await Self.undoes(command, member, on: complaint, rehearsal) }
        }
    }

    private static func undoes(_ command: ComplaintCommand, _ member: StaffMember, on complaint: Complaint, _ rehearsal: RehearsalOffice)
        async throws
    {
        let before = try await rehearsal.records.read { try ReadModelDump.lines(of: $0) }
        try await rehearsal.perform(command, on: complaint, by: member)
        try await rehearsal.perform(.undo(from: nil), on: complaint, by: member)
        let after = try await rehearsal.records.read { try ReadModelDump.lines(of: $0) }
        // The row's sequence, head and moment move on, and the house knows the words that it has seen.
        let gone = before.filter { !after.contains($0) && !$0.hasPrefix("complaint:") }
        let new = after.filter { !before.contains($0) && !$0.hasPrefix("complaint:") && !$0.hasPrefix("search_part:") }
        #expect(gone == [] && new == [], "\(command.act)")
        #expect(try await rehearsal.records.read { try $0.prove() }.findings == [])
    }

    @Test(arguments: EngineUnderTest.all)
    func `words that were undone are not found, those that also stand elsewhere are`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let complaint = try await rehearsal.registerAtWork()
            let reader = rehearsal.reader(SampleStaff.mara.actor)
            func found(_ words: String) async throws -> Int {
                var filter = WorklistFilter()
                filter.words = words
                return try await rehearsal.records.read { [filter] in try $0.worklistCount(filter, for: reader) }
            }
            try await rehearsal.perform(.note("De mailserver en een zeldzaamwoord."), on: complaint, by: SampleStaff.hassan)
            #expect(try await found("zeldzaamwoord") == 1)
            try await rehearsal.perform(.undo(from: nil), on: complaint, by: SampleStaff.hassan)
            #expect(try await found("zeldzaamwoord") == 0)
            #expect(try await found("mailserver") == 1)
            try await rehearsal.perform(.note("Toch een zeldzaamwoord."), on: complaint, by: SampleStaff.hassan)
            #expect(try await found("zeldzaamwoord") == 1)
            _ = try await rehearsal.records.maintenance { connection in try connection.transaction { try $0.rebuildReadModels() } }
            #expect(try await found("zeldzaamwoord") == 1)
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `what comes and goes in one transaction, again and again, leaves the index whole`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let complaint = try await rehearsal.register()
            rehearsal.clock.advance(seconds: 60)
            for turn in 0..<5 {
                try await rehearsal.perform(.note("Zeldzaam woord \(turn)."), .undo(from: nil), on: complaint, by: SampleStaff.iris)
            }
            try await rehearsal.perform(.note("Toch zeldzaam."), on: complaint, by: SampleStaff.iris)
            let reader = rehearsal.reader(SampleStaff.mara.actor)
            for (words, count) in [("zeldzaam", 1), ("mailserver", 1), ("woord", 0)] {
                var filter = WorklistFilter()
                filter.words = words
                let found = try await rehearsal.records.read { [filter] in try $0.worklistCount(filter, for: reader) }
                #expect(found == count, "\(words)")
            }
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `a colleague is no longer asked what was asked by a slip, and asked again what was answered by one`(engine: EngineUnderTest)
        async throws
    {
        try await engine.withOffice { rehearsal in
            let complaint = try await rehearsal.registerAtWork()
            let day = OfficeZone.amsterdam.moment(at: rehearsal.now).day
            func asked() async throws -> [Int] {
                try await rehearsal.records.read { try $0.openConsultations(of: SampleStaff.peter.id) }.map(\.consultation)
            }
            try await rehearsal.perform(.consult(SampleStaff.peter.id, question: "Wie?", due: day), on: complaint, by: SampleStaff.mara)
            try await rehearsal.perform(.undo(from: nil), on: complaint, by: SampleStaff.mara)
            #expect(try await asked() == [])
            try await rehearsal.perform(.consult(SampleStaff.peter.id, question: "Wat?", due: day), on: complaint, by: SampleStaff.mara)
            try await rehearsal.perform(.contribute(to: 1, "Zo."), on: complaint, by: SampleStaff.peter)
            #expect(try await asked() == [])
            try await rehearsal.perform(.undo(from: nil), on: complaint, by: SampleStaff.peter)
            #expect(try await asked() == [1])
        }
    }
}
