import Casework
import Complaints
import Crypto
import Foundation
import Records
import Rehearsal
import Testing

/// Carrying out what was decided about files past their term: everybody's words go, every count stays.
@Suite struct ErasingTests {
    private static let document = ProcedureDocument(
        yaml: ProcedureDocument.standard.yaml + "retention: [{keep: 24 months, reason: {nl: Om te leren., en: To learn.}}]\n")
    /// Words that stand in the file and in no other.
    private static let words = ["Kwartelkoning", "Waterhoen", "waterhoen.invalid", "purperreiger", "roerdomp", "wielewaal", "geheim.pdf"]

    /// A file of an organisation with everything in it, closed; its document and another that a file of somebody else holds too.
    private static func closed(_ rehearsal: RehearsalOffice, shared: String, alone: String) async throws -> Complaint {
        let complaint = try await rehearsal.register { input in
            (input.customer.name, input.customer.organisation) = ("Waterhoen", "Kwartelkoning BV")
            (input.customer.email, input.story) = ("jan@waterhoen.invalid", "De purperreiger stond stil.")
            input.grievances = ["De purperreiger", "Het uitzicht"]
        }
        try await rehearsal.perform(.assign(to: SampleStaff.hassan.id), on: complaint, by: SampleStaff.mara)
        try await rehearsal.perform(
            .accept, .note("Over de roerdomp."), .answer("Wij kijken naar de wielewaal.", hearsAgainBy: nil),
            .attach(Document(digest: alone, size: 6, name: Passage("geheim.pdf"), isFromCustomer: true)),
            .attach(Document(digest: shared, size: 6, name: Passage("geheim.pdf"), isFromCustomer: false)), on: complaint,
            by: SampleStaff.hassan)
        // What mail servers said of a letter, and what a person read of it later.
        let (letter, now) = (try #require(try await rehearsal.records.read { try $0.letters(of: complaint.id) }.first), rehearsal.now)
        try await rehearsal.records.write { tx in
            try tx.release(letter.id, at: now)
            try tx.settle(letter.id, as: .sent, at: now)
            try tx.settleDelivery(letter.id, .accepted, words: "250 jan@waterhoen.invalid", nextTry: now, at: now)
            try tx.noteBounce(of: letter.id, words: "jan@waterhoen.invalid is vol", at: now)
        }
        return try await rehearsal.perform(.resolve(.sample("upheld")), .close, on: complaint, by: SampleStaff.hassan)
    }

    private static func open(_ body: @escaping @Sendable (RehearsalOffice, Complaint, String, String) async throws -> Void) async throws {
        try await withCaseOffice { rehearsal in
            _ = try await rehearsal.procedures.apply(document, seen: 1, by: .system)
            let (alone, shared) = (try rehearsal.blobs.keep(Data("alleen".utf8)), try rehearsal.blobs.keep(Data("gedeeld".utf8)))
            let other = try await rehearsal.registerAtWork()
            let both = Document(digest: shared, size: 7, name: Passage("kopie.pdf"), isFromCustomer: true)
            try await rehearsal.perform(.attach(both), on: other, by: SampleStaff.hassan)
            let complaint = try await closed(rehearsal, shared: shared, alone: alone)
            _ = try await rehearsal.sealing.seal()
            rehearsal.clock.set(to: "2029-01-02", TimeOfDay(10))
            try await body(rehearsal, complaint, alone, shared)
        }
    }

    private static func decide(_ decision: RetentionDecision, _ complaint: Complaint, _ rehearsal: RehearsalOffice) async throws {
        try await rehearsal.office.decide(decision, on: [complaint.number], note: "Voorbij.", by: SampleStaff.mara.actor)
    }

    private static func erase(_ complaint: Complaint, _ rehearsal: RehearsalOffice, by member: StaffMember = SampleStaff.mara) async throws
        -> Int
    { try await rehearsal.office.erase([complaint.number], by: member.actor) }

    /// Where one of these words stands, in any column of any table but the vocabulary.
    private static func places(_ rehearsal: RehearsalOffice) async throws -> [String] {
        let moved: [(String, [String])] = MovedTable.all.map { table in
            (table.name, table.columns.compactMap { if case .text = $0.kind { $0.name } else { nil } })
        }
        let tables =
            moved + [
                ("complaint", ["customer_name", "name_key", "organisation", "email", "opening"]), ("search_entry", ["folded"]),
            ]
        return try await rehearsal.records.read { snapshot in
            var found: [String] = []
            for (table, columns) in tables {
                for column in columns {
                    let texts = try snapshot.all("SELECT \(column) FROM \(table) WHERE \(column) IS NOT NULL") { $0.text(0).lowercased() }
                    for word in words where texts.contains(where: { $0.contains(word.lowercased()) }) {
                        found.append("\(table).\(column): \(word)")
                    }
                }
            }
            return found
        }
    }

    @Test func `nothing of anybody's words is left, every count stays, and journal and seals prove whole`() async throws {
        try await Self.open { rehearsal, complaint, alone, shared in
            try await Self.decide(.erase, complaint, rehearsal)
            #expect(try await Self.places(rehearsal).count > 8)
            let figures = try await Self.figures(rehearsal)
            #expect(try await Self.erase(complaint, rehearsal) == 1)
            #expect(try await Self.places(rehearsal) == [])
            #expect(try await Self.figures(rehearsal) == figures)
            let after = try #require(try await rehearsal.records.read { try $0.complaint(complaint.id) })
            #expect(after.customer == nil && after.story == .erased && after.erasure != nil && after.documents.isEmpty)
            #expect(after.phase == .closed && after.closedAt == complaint.closedAt && after.outcome == .upheld)
            #expect(after.number == complaint.number && after.customerGroup == .organisation)
            #expect(try await rehearsal.records.read { try $0.prove() }.findings == [])
            _ = try await rehearsal.sealing.seal()
            let (key, seals) = (try HouseKeys(in: rehearsal.folder).publicSealingKey(), try await rehearsal.kept())
            let sealed = try await rehearsal.records.read { try $0.proveSeals(seals, key: key) }
            #expect(sealed.findings == [] && sealed.seals == 2)
            #expect(try await DocumentProof(of: rehearsal.records, in: rehearsal.blobs).run().findings.isEmpty)
            #expect(try rehearsal.blobs.bytes(of: alone) == nil, "nobody else has it")
            #expect(try rehearsal.blobs.bytes(of: shared) != nil, "another file has it")
            #expect(try await !rehearsal.records.read { try $0.houseContents() }.documents.contains(alone))
        }
    }

    private static func figures(_ rehearsal: RehearsalOffice) async throws -> [String] {
        try await rehearsal.records.read { snapshot in
            try snapshot.all(
                """
                SELECT complaint_id, coalesce(first_due_at, 0), coalesce(first_met_at, 0), coalesce(term_due_at, 0), coalesce(term_met_at, 0),
                coalesce(first_resolved_at, 0), coalesce(left_at, 0), customer_group, remedy_cents FROM case_figures ORDER BY complaint_id
                """
            ) { row in ([0, 1, 2, 3, 4, 5, 6, 8].map { "\(row.integer($0))" } + [row.text(7)]).joined(separator: " ") }
        }
    }

    @Test func `it is no longer found by its words, and still by its number`() async throws {
        try await Self.open { rehearsal, complaint, _, _ in
            try await Self.decide(.erase, complaint, rehearsal)
            func found(_ words: String) async throws -> Int {
                let reader = rehearsal.reader(SampleStaff.mara.actor)
                return try await rehearsal.records.read { snapshot in
                    var filter = WorklistFilter()
                    filter.words = words
                    return try snapshot.worklistCount(filter, for: reader)
                }
            }
            #expect(try await found("purperreiger") == 1)
            #expect(try await Self.erase(complaint, rehearsal) == 1)
            for word in ["purperreiger", "waterhoen", "roerdomp"] { #expect(try await found(word) == 0, "\(word)") }
            #expect(try await found(complaint.number.formatted) == 1)
        }
    }

    @Test func `a file whose customer reacted since is not erased, nor is it listed`() async throws {
        try await Self.open { rehearsal, complaint, _, _ in
            try await Self.decide(.erase, complaint, rehearsal)
            try await rehearsal.perform(.receiveAnswer("Het is nog stuk.", through: .phone), on: complaint, by: SampleStaff.iris)
            #expect(try await Self.erase(complaint, rehearsal) == 0)
            let today: Day = "2029-01-02"
            let listed = try await rehearsal.records.read { snapshot in
                try snapshot.retentionDecisions(on: today, for: Visibility(SampleStaff.mara.actor), toErase: true, limit: 100)
            }
            #expect(listed.isEmpty)
            #expect(try await rehearsal.records.read { try $0.complaint(complaint.id) }?.story.text == "De purperreiger stond stil.")
        }
    }

    @Test func `what may be erased stays listed, however many files were decided about since`() async throws {
        try await Self.open { rehearsal, complaint, _, _ in
            try await Self.decide(.erase, complaint, rehearsal)
            rehearsal.clock.advance(seconds: 60)
            let another = try await rehearsal.register()
            let today: Day = "2029-01-02"
            try await rehearsal.records.write { tx in
                try tx.decide(.keep(through: today + 30), about: another.id, by: nil, at: rehearsal.clock.clock.now())
            }
            let listed = try await rehearsal.records.read { snapshot in
                try snapshot.retentionDecisions(on: today, for: Visibility(SampleStaff.mara.actor), toErase: true, limit: 1)
            }
            #expect(listed.map(\.number) == [complaint.number])
        }
    }

    @Test func `that a file may be erased is taken back, and it waits for a decision again`() async throws {
        try await Self.open { rehearsal, complaint, _, _ in
            try await Self.decide(.erase, complaint, rehearsal)
            func keep() async throws -> Int {
                try await rehearsal.office.keepAfterAll([complaint.number], note: "Toch niet.", by: SampleStaff.mara.actor)
            }
            #expect(try await keep() == 1)
            #expect(try await keep() == 0, "once")
            #expect(try await Self.erase(complaint, rehearsal) == 0)
            try await Self.decide(.keep(through: "2030-01-01"), complaint, rehearsal)
            await #expect(throws: Refusal.notThere) {
                _ = try await rehearsal.office.keepAfterAll([complaint.number], note: "Toch niet.", by: SampleStaff.hassan.actor)
            }
        }
    }

    @Test func `letters that wait reach nobody, and that they were written stays`() async throws {
        try await Self.open { rehearsal, complaint, _, _ in
            try await Self.decide(.erase, complaint, rehearsal)
            let before = try await rehearsal.records.read { try $0.letters(of: complaint.id) }
            #expect(before.contains { $0.state == .waiting })
            #expect(try await Self.erase(complaint, rehearsal) == 1)
            let after = try await rehearsal.records.read { try $0.letters(of: complaint.id) }
            #expect(after.map(\.id) == before.map(\.id) && after.allSatisfy { $0.content.body.isEmpty && $0.content.address == nil })
            #expect(!after.contains { $0.state == .waiting })
        }
    }

    @Test func `words that go without an erasure, or stay in spite of one, are found by the proof`() async throws {
        try await Self.open { rehearsal, complaint, _, _ in
            let id = SQLValue.integer(complaint.id.value)
            try await Self.decide(.erase, complaint, rehearsal)
            let kept = try await rehearsal.records.read { snapshot in
                try snapshot.first("SELECT sequence, slot, body, salt FROM passage WHERE complaint_id = ? AND slot = 'story'", id) { row in
                    [.integer(row.integer(0)), .text(row.text(1)), .text(row.text(2)), .blob(row.blob(3))] as [SQLValue]
                }
            }
            #expect(try await Self.erase(complaint, rehearsal) == 1)
            let row = [id] + (try #require(kept))
            _ = try await rehearsal.records.write { tx in
                try tx.execute("INSERT INTO passage (complaint_id, sequence, slot, body, salt) VALUES (?, ?, ?, ?, ?)", values: row)
            }
            let details = try await rehearsal.records.read { try $0.prove() }.findings.map(\.detail)
            #expect(details.contains("story was erased and is there"))
            let other = try await rehearsal.registerAtWork()
            _ = try await rehearsal.records.write { tx in
                try tx.execute("DELETE FROM passage WHERE complaint_id = ? AND slot = 'story'", .integer(other.id.value))
            }
            let gone = try await rehearsal.records.read { try $0.prove(other.id) }.findings.map(\.detail)
            #expect(gone.contains("story is gone"))
        }
    }

    @Test func `what was not decided, is kept, is at work again or was erased before is passed over, and only a manager erases`()
        async throws
    {
        try await Self.open { rehearsal, complaint, _, _ in
            #expect(try await Self.erase(complaint, rehearsal) == 0, "nothing was decided")
            try await Self.decide(.keep(through: "2029-02-01"), complaint, rehearsal)
            #expect(try await Self.erase(complaint, rehearsal) == 0, "it is kept")
            rehearsal.clock.set(to: "2029-02-02", TimeOfDay(10))
            try await Self.decide(.erase, complaint, rehearsal)
            await #expect(throws: Refusal.notThere) { try await Self.erase(complaint, rehearsal, by: SampleStaff.hassan) }
            rehearsal.clock.advance(seconds: 60)
            try await rehearsal.perform(
                .reopen(reason: "Toch."), .decideReopening(granted: true, reason: "Ja."), on: complaint, by: SampleStaff.mara)
            #expect(try await Self.erase(complaint, rehearsal) == 0, "it is at work again")
            try await rehearsal.perform(.accept, .resolve(.sample("upheld")), .close, on: complaint, by: SampleStaff.hassan)
            #expect(try await Self.erase(complaint, rehearsal) == 0, "it was decided before it was closed again")
            rehearsal.clock.set(to: "2031-03-01", TimeOfDay(10))
            try await Self.decide(.erase, complaint, rehearsal)
            let counts = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<4 { group.addTask { try await Self.erase(complaint, rehearsal) } }
                return try await group.reduce(0, +)
            }
            #expect(counts == 1, "of those who erase at once one does")
            let kept = try await rehearsal.office.keepAfterAll([complaint.number], note: "Toch niet.", by: SampleStaff.mara.actor)
            #expect(kept == 0, "what is erased can't be kept any more")
            let after = try #require(try await rehearsal.records.read { try $0.complaint(complaint.id) })
            #expect(after.possibleActs(for: SampleStaff.mara.actor).isEmpty, "nothing is done to it any more")
            await #expect(throws: Refusal.self) { try await rehearsal.perform(.note("Nog iets."), on: complaint, by: SampleStaff.mara) }
        }
    }

    @Test func `mail that stood in the file goes with it`() async throws {
        try await Postbox.open { postbox in
            let rehearsal = postbox.rehearsal
            _ = try await rehearsal.procedures.apply(Self.document, seen: 1, by: .system)
            let mail = try await postbox.bring(
                "From: Waterhoen <jan@waterhoen.invalid>\nSubject: De purperreiger\nMessage-ID: <a@waterhoen.invalid>\n\nDe roerdomp zwijgt.\n"
            )
            let complaint = try await postbox.complaint(of: mail)
            try await rehearsal.perform(.withdraw(reason: "Hij belde."), on: complaint, by: SampleStaff.iris)
            rehearsal.clock.set(to: "2029-01-02", TimeOfDay(10))
            try await Self.decide(.erase, complaint, rehearsal)
            #expect(try await Self.erase(complaint, rehearsal) == 1)
            let places = try await Self.places(rehearsal)
            #expect(places == [])
            let after = try await postbox.mail(mail.id)
            #expect(after.complaint == complaint.id && after.sender == nil && after.subject == nil)
            #expect(try await rehearsal.records.read { try $0.originalMail(mail.id) } == nil)
            #expect(try await rehearsal.records.read { try $0.prove() }.findings == [])
        }
    }
}
