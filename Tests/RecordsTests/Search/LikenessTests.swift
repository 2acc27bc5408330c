import Casework
import Complaints
import Records
import Rehearsal
import Testing

struct LikenessTests {
    private static func similar(to complaint: Complaint, in rehearsal: RehearsalOffice, as member: StaffMember = SampleStaff.hassan)
        async throws
        -> [SimilarComplaint]
    {
        let reader = rehearsal.reader(member.actor)
        return try await rehearsal.records.read { try LikenessIndex().similar(to: complaint, for: reader, limit: 5, in: $0) }
    }

    private static func register(
        _ story: String, in rehearsal: RehearsalOffice, _ change: (inout RegistrationInput) -> Void = { _ in }
    ) async throws -> Complaint {
        try await rehearsal.register {
            $0.story = story
            change(&$0)
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `the same rare words make two complaints alike, and are named`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            for number in 0..<30 { _ = try await Self.register("De rekening van maand \(number) klopt niet.", in: rehearsal) }
            let first = try await Self.register("De koeling in het rekencentrum viel uit.", in: rehearsal)
            let other = try await Self.register("Weer de KOELING van het rekencentrum kapot!", in: rehearsal) {
                $0.customer.name = "Bo Smit"
            }
            _ = try await Self.register("Alleen de koeling maakt lawaai.", in: rehearsal)
            let found = try await Self.similar(to: other, in: rehearsal)
            #expect(found.map(\.row.number) == [first.number])
            #expect(Set(found.first?.words ?? []) == ["koeling", "rekencentrum"])
            #expect(found.first?.isSameCustomer == false)
        }
    }

    @Test func `words that many have say nothing, an invoice that both name says enough`() async throws {
        try await withCaseOffice { rehearsal in
            for number in 0..<30 { _ = try await Self.register("Onze factuur klopt niet \(number)", in: rehearsal) }
            let one = try await Self.register("Over 20261187 gebeld.", in: rehearsal)
            let two = try await Self.register("Nog steeds: 20261187", in: rehearsal)
            #expect(try await Self.similar(to: two, in: rehearsal).map(\.row.number) == [one.number])
            let common = try await Self.register("Onze factuur klopt niet", in: rehearsal)
            #expect(try await Self.similar(to: common, in: rehearsal).isEmpty)
        }
    }

    @Test func `what the reader may not know of is not suggested, nor what was merged or taken out of the text`() async throws {
        try await withCaseOffice { rehearsal in
            let story = "De koeling in het rekencentrum viel uit."
            let secret = try await rehearsal.register(by: SampleStaff.mara.actor) { ($0.story, $0.isConfidential) = (story, true) }
            let mine = try await Self.register(story, in: rehearsal)
            let merged = try await Self.register(story, in: rehearsal)
            try await rehearsal.perform(.duplicate(of: mine.id), on: merged, by: SampleStaff.mara)
            #expect(try await Self.similar(to: mine, in: rehearsal).isEmpty)
            #expect(try await Self.similar(to: mine, in: rehearsal, as: SampleStaff.mara).map(\.row.number) == [secret.number])
            var other = CorrectionInput()
            other.story = "Er was niets aan de hand."
            let corrected = try await rehearsal.perform(.correct(other), on: mine, by: SampleStaff.mara)
            #expect(try await Self.similar(to: corrected, in: rehearsal, as: SampleStaff.mara).isEmpty)
        }
    }

    private static func proposed(by index: LikenessIndex, for complaint: Complaint, in rehearsal: RehearsalOffice) async throws
        -> Set<ComplaintNumber>
    {
        let reader = rehearsal.reader(SampleStaff.hassan.actor)
        let found = try await rehearsal.records.read { try index.similar(to: complaint, for: reader, limit: 5, in: $0) }
        return Set(found.map(\.row.number))
    }

    @Test(arguments: EngineUnderTest.all)
    func `what has just come is found at once, by what it came with`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let story = "De koeling in het rekencentrum viel uit."
            let index = LikenessIndex()
            let first = try await Self.register(story, in: rehearsal)
            let mine = try await Self.register(story, in: rehearsal)
            #expect(try await Self.proposed(by: index, for: mine, in: rehearsal) == [first.number])
            let third = try await Self.register(story, in: rehearsal)
            let later = try await Self.register("Er is iets.", in: rehearsal)
            #expect(try await Self.proposed(by: index, for: mine, in: rehearsal) == [first.number, third.number])
            try await rehearsal.perform(.note("De koeling van het rekencentrum."), on: later, by: SampleStaff.mara)
            for wait in [0, 3600] {
                rehearsal.clock.advance(seconds: wait)
                #expect(try await Self.proposed(by: index, for: mine, in: rehearsal) == [first.number, third.number])
            }
        }
    }

    @Test(arguments: EngineUnderTest.all)
    func `what became confidential or was taken out since it was read is not shown`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            let story = "De koeling in het rekencentrum viel uit."
            let index = LikenessIndex()
            let hidden = try await Self.register(story, in: rehearsal)
            let changed = try await Self.register(story, in: rehearsal)
            let mine = try await Self.register(story, in: rehearsal)
            #expect(try await Self.proposed(by: index, for: mine, in: rehearsal) == [hidden.number, changed.number])
            var classified = ClassificationInput()
            classified.isConfidential = true
            try await rehearsal.perform(.classify(classified), on: hidden, by: SampleStaff.mara)
            #expect(try await Self.proposed(by: index, for: mine, in: rehearsal) == [changed.number])
            _ = try await rehearsal.records.write { tx in
                try tx.execute("UPDATE search_entry SET folded = ' koeling ' WHERE complaint_id = ?", .integer(changed.id.value))
            }
            #expect(try await Self.proposed(by: index, for: mine, in: rehearsal).isEmpty)
        }
    }

    @Test func `an empty house, one complaint, a story of small words`() async throws {
        try await withCaseOffice { rehearsal in
            let only = try await Self.register("Het is er niet en dat wel.", in: rehearsal)
            #expect(try await Self.similar(to: only, in: rehearsal).isEmpty)
        }
    }
}
