import Casework
import Complaints
import Records
import Rehearsal
import Testing

@Suite struct `What is typed and not sent` {
    private let hassan = SampleStaff.hassan.id

    private func withDrafts(_ body: @escaping @Sendable (RehearsalOffice, DraftOffice, DraftPlace) async throws -> Void) async throws {
        try await withCaseOffice { house in
            let complaint = try await house.registerAtWork()
            let place = DraftPlace(staff: SampleStaff.hassan.id, complaint: complaint.id, form: "answer")
            try await body(house, DraftOffice(records: house.records, clock: house.clock.clock), place)
        }
    }

    private static func words(_ text: String) -> [DraftField] { [DraftField("text", text)] }

    private static func kept(_ saving: DraftSaving) throws -> Draft {
        guard case .kept(let draft) = saving else {
            Issue.record("not kept: \(saving)")
            throw DatabaseFault.other(code: 0, "not kept")
        }
        return draft
    }

    private static func stored(_ place: DraftPlace, _ house: RehearsalOffice) async throws -> Draft? {
        try await house.records.read { try $0.draft(at: place) }.flatMap { Draft($0) }
    }

    @Test func `it comes back as it was typed, whatever was typed`() async throws {
        try await withDrafts { house, drafts, place in
            let odd = Self.words("\u{0}a\"\u{301}\\\r\n€ 👩‍👩‍👧") + [DraftField("", ""), DraftField("reasons", "a"), DraftField("reasons", "b")]
            let draft = try Self.kept(try await drafts.save(odd, at: place, from: DraftMark(), isEmpty: false))
            #expect(draft.fields == odd)
            #expect(try await Self.stored(place, house) == draft)
            #expect(draft.savedAt == house.now)
        }
    }

    @Test func `each save of a page goes on from the one before`() async throws {
        try await withDrafts { house, drafts, place in
            let first = try Self.kept(
                try await drafts.save(Self.words("een"), at: place, from: DraftMark(writer: "a", turn: 1), isEmpty: false))
            let second = try Self.kept(
                try await drafts.save(
                    Self.words("twee"), at: place, from: DraftMark(version: first.mark.version, writer: "a", turn: 2), isEmpty: false))
            #expect(second.mark.version > first.mark.version)
            #expect(try await Self.stored(place, house)?["text"] == "twee")
        }
    }

    @Test func `another page's text is shown, and neither is lost`() async throws {
        try await withDrafts { house, drafts, place in
            let first = try Self.kept(
                try await drafts.save(Self.words("een"), at: place, from: DraftMark(writer: "a", turn: 1), isEmpty: false))
            let other = try await drafts.save(Self.words("anders"), at: place, from: DraftMark(writer: "b", turn: 1), isEmpty: false)
            #expect(other == .elsewhere(first))
            #expect(try await Self.stored(place, house)?["text"] == "een")
            // Whoever saw both may put theirs in its place.
            let mark = DraftMark(version: first.mark.version, writer: "b", turn: 2)
            _ = try Self.kept(try await drafts.save(Self.words("anders"), at: place, from: mark, isEmpty: false))
            #expect(try await Self.stored(place, house)?["text"] == "anders")
        }
    }

    @Test func `two pages with the same text have nothing to settle`() async throws {
        try await withDrafts { _, drafts, place in
            let first = try await drafts.save(Self.words("een"), at: place, from: DraftMark(writer: "a", turn: 1), isEmpty: false)
            #expect(try await drafts.save(Self.words("een"), at: place, from: DraftMark(writer: "b", turn: 1), isEmpty: false) == first)
        }
    }

    @Test func `a save that was overtaken by a later one of the same page changes nothing`() async throws {
        try await withDrafts { house, drafts, place in
            _ = try await drafts.save(Self.words("nieuw"), at: place, from: DraftMark(writer: "a", turn: 2), isEmpty: false)
            _ = try await drafts.save(Self.words("oud"), at: place, from: DraftMark(writer: "a", turn: 1), isEmpty: false)
            #expect(try await Self.stored(place, house)?["text"] == "nieuw")
        }
    }

    @Test func `what was sent or thrown away elsewhere does not come back by itself`() async throws {
        try await withDrafts { house, drafts, place in
            let draft = try Self.kept(
                try await drafts.save(Self.words("een"), at: place, from: DraftMark(writer: "a", turn: 1), isEmpty: false))
            try await drafts.discard(place)
            let late = DraftMark(version: draft.mark.version, writer: "a", turn: 2)
            #expect(try await drafts.save(Self.words("een"), at: place, from: late, isEmpty: false) == .gone)
            #expect(try await Self.stored(place, house) == nil)
        }
    }

    @Test func `an emptied form has no draft`() async throws {
        try await withDrafts { house, drafts, place in
            let draft = try Self.kept(
                try await drafts.save(Self.words("een"), at: place, from: DraftMark(writer: "a", turn: 1), isEmpty: false))
            let mark = DraftMark(version: draft.mark.version, writer: "a", turn: 2)
            #expect(try await drafts.save(Self.words(""), at: place, from: mark, isEmpty: true) == .emptied)
            #expect(try await Self.stored(place, house) == nil)
        }
    }

    @Test func `the act takes its draft along, and leaves what another page saved since`() async throws {
        try await withDrafts { house, drafts, place in
            let id = try #require(place.complaint)
            let first = try Self.kept(
                try await drafts.save(Self.words("een"), at: place, from: DraftMark(writer: "a", turn: 1), isEmpty: false))
            _ = try await drafts.save(
                Self.words("twee"), at: place, from: DraftMark(version: first.mark.version, writer: "b", turn: 1), isEmpty: false)
            let old = DraftMark(version: first.mark.version, writer: "a", turn: 1)
            _ = try await house.office.perform(
                [.answer("een")], on: id, by: SampleStaff.hassan.actor,
                also: { tx, _ in
                    try tx.finishDraft(at: place, old)
                })
            #expect(try await Self.stored(place, house)?["text"] == "twee")
            _ = try await house.office.perform(
                [.answer("twee")], on: id, by: SampleStaff.hassan.actor,
                also: { tx, _ in
                    try tx.finishDraft(at: place, DraftMark(version: 1, writer: "b", turn: 9))
                })
            #expect(try await Self.stored(place, house) == nil)
        }
    }

    @Test func `an act that is refused leaves the draft`() async throws {
        try await withDrafts { house, drafts, place in
            let id = try #require(place.complaint)
            let draft = try Self.kept(try await drafts.save(Self.words("een"), at: place, from: DraftMark(), isEmpty: false))
            await #expect(throws: Refusal.self) {
                _ = try await house.office.perform(
                    [.answer("")], on: id, by: SampleStaff.hassan.actor,
                    also: { tx, _ in
                        try tx.finishDraft(at: place, draft.mark)
                    })
            }
            #expect(try await Self.stored(place, house) == draft)
        }
    }

    @Test func `there is an end to how many and how large`() async throws {
        try await withDrafts { house, drafts, place in
            let long = Self.words(String(repeating: "a", count: DraftOffice.mostBytes))
            #expect(try await drafts.save(long, at: place, from: DraftMark(), isEmpty: false) == .tooLarge)
            let now = house.now
            try await house.records.write { tx in
                for form in 0..<DraftOffice.most {
                    let place = DraftPlace(staff: place.staff, complaint: nil, form: "register.\(form)")
                    try tx.keep(StoredDraft(place: place, version: 1, writer: "", turn: 0, body: "[]", savedAt: now))
                }
            }
            #expect(try await drafts.save(Self.words("een"), at: place, from: DraftMark(), isEmpty: false) == .tooMany)
            // Somebody else's room is theirs.
            let theirs = DraftPlace(staff: SampleStaff.joost.id, complaint: place.complaint, form: "note")
            _ = try Self.kept(try await drafts.save(Self.words("een"), at: theirs, from: DraftMark(), isEmpty: false))
        }
    }

    @Test func `after thirty days it is gone, and before it is not`() async throws {
        try await withDrafts { house, drafts, place in
            _ = try await drafts.save(Self.words("een"), at: place, from: DraftMark(), isEmpty: false)
            house.clock.advance(days: 30)
            try await drafts.sweep()
            #expect(try await Self.stored(place, house) != nil)
            house.clock.advance(seconds: 1)
            try await drafts.sweep()
            #expect(try await Self.stored(place, house) == nil)
        }
    }

    @Test func `it goes with the words of its complaint`() async throws {
        try await withDrafts { house, drafts, place in
            let id = try #require(place.complaint)
            _ = try await drafts.save(Self.words("een"), at: place, from: DraftMark(), isEmpty: false)
            try await house.records.write { tx in try tx.removeDrafts(on: id) }
            #expect(try await Self.stored(place, house) == nil)
        }
    }

    @Test(arguments: ["", "-1", "x", "9223372036854775808", "1.A!.x", "1.a.-9223372036854775808", "....", "1.\u{0}.2"])
    func `a mark that makes no sense stands for nothing`(text: String) {
        let mark = DraftMark(parsing: text)
        #expect(mark.version >= 0 && mark.turn >= 0)
        #expect(DraftMark(parsing: mark.text) == mark)
    }
}
