import Casework
import Complaints
import Foundation
import Records
import Rehearsal
import Testing

/// Letters that did not arrive, or name a day that has passed, go once more.
@Suite struct LettersAgainTests {
    private let iris = SampleStaff.iris

    /// A complaint whose acknowledgement a mail server returned, or refused.
    private func undelivered(_ state: DeliveryState, _ rehearsal: RehearsalOffice) async throws -> (Complaint, Letter) {
        let complaint = try await rehearsal.register { $0.customer.email = "fout@example.nl" }
        let now = rehearsal.now
        let letter = try #require(try await letters(of: complaint, rehearsal).first)
        try await rehearsal.records.write { tx in
            _ = try tx.claimLetters(limit: 9, since: now, at: now, until: now)
            try tx.settleDelivery(letter.id, state == .bounced ? .accepted : state, words: "550 Onbekend", nextTry: now, at: now)
            if state == .bounced { try tx.noteBounce(of: letter.id, words: "550 Onbekend", at: now) }
        }
        return (complaint, letter)
    }

    private func letters(of complaint: Complaint, _ rehearsal: RehearsalOffice) async throws -> [Letter] {
        try await rehearsal.records.read { try $0.letters(of: complaint.id) }
    }

    private func due(_ rehearsal: RehearsalOffice) async throws -> [LetterID] {
        let now = rehearsal.now
        return try await rehearsal.records.read { try $0.lettersDue(limit: 9, since: now.adding(days: -90), at: now) }
    }

    private func bounced(_ rehearsal: RehearsalOffice) async throws -> [LetterID] {
        try await rehearsal.records.read { try $0.bouncedLetters(for: Visibility(SampleStaff.mara.actor)) }.map(\.letter)
    }

    private func correct(_ complaint: Complaint, _ email: String, _ rehearsal: RehearsalOffice) async throws {
        var input = CorrectionInput()
        input.customer = PersonInput(email: email)
        try await rehearsal.perform(.correct(input), on: complaint, by: iris)
    }

    @Test(arguments: [DeliveryState.refused, .bounced])
    func `a letter that did not arrive goes once more to the address that is known now, and that can be undone`(state: DeliveryState)
        async throws
    {
        try await withCaseOffice { rehearsal in
            let (complaint, letter) = try await undelivered(state, rehearsal)
            try await correct(complaint, "goed@example.nl", rehearsal)
            rehearsal.clock.advance(seconds: 60)
            let after = try await rehearsal.perform(.informed(letter.id, by: .resent, at: nil), on: complaint, by: iris)
            #expect(after.lastAct?.act == .informed)
            let again = try #require(try await letters(of: complaint, rehearsal).last)
            #expect(again.replaces == letter.id && again.content.address == "goed@example.nl" && again.content.body == letter.content.body)
            #expect(again.sequence == after.sequence && again.readyAt == rehearsal.now.adding(seconds: 15))
            #expect(try await due(rehearsal) == [])
            #expect(try await bounced(rehearsal) == [])
            await #expect(throws: Refusal.letterNotWaiting) {
                try await rehearsal.perform(.informed(letter.id, by: .resent, at: nil), on: complaint, by: iris)
            }
            try await rehearsal.perform(.undo(from: nil), on: complaint, by: iris)
            #expect(try await letters(of: complaint, rehearsal).map(\.state) == [state == .bounced ? .sent : .waiting, .undone])
            #expect(try await bounced(rehearsal) == (state == .bounced ? [letter.id] : []))
            try await rehearsal.perform(.informed(letter.id, by: .resent, at: nil), on: complaint, by: iris)
            rehearsal.clock.advance(seconds: 16)
            #expect(try await due(rehearsal).count == 1)
        }
    }

    @Test func `only what did not arrive goes once more, and only where there is an address`() async throws {
        try await withCaseOffice { rehearsal in
            let complaint = try await rehearsal.register()
            let letter = try #require(try await letters(of: complaint, rehearsal).first)
            await #expect(throws: Refusal.letterNotWaiting) {
                try await rehearsal.perform(.informed(letter.id, by: .resent, at: nil), on: complaint, by: iris)
            }
        }
    }

    @Test func `what was refused and is let go goes to the corrected address`() async throws {
        try await withCaseOffice { rehearsal in
            let (complaint, letter) = try await undelivered(.refused, rehearsal)
            try await rehearsal.office.decide(.send, about: [letter.id], by: iris.actor)
            #expect(try await letters(of: complaint, rehearsal).count == 1)
            #expect(try await due(rehearsal) == [letter.id])
            let now = rehearsal.now
            try await rehearsal.records.write { tx in
                _ = try tx.claimLetters(limit: 9, since: now, at: now, until: now)
                try tx.settleDelivery(letter.id, .refused, words: "550", nextTry: now, at: now)
            }
            try await correct(complaint, "goed@example.nl", rehearsal)
            try await rehearsal.office.decide(.send, about: [letter.id], by: iris.actor)
            #expect(try await letters(of: complaint, rehearsal).map(\.content.address) == ["fout@example.nl", "goed@example.nl"])
            #expect(try await letters(of: complaint, rehearsal).map(\.state) == [.informed, .waiting])
        }
    }

    @Test func `a letter that names no day stays true, and one that does is written anew with the days of now`() async throws {
        try await withCaseOffice { rehearsal in
            let complaint = try await rehearsal.registerAtWork()
            let other = try await rehearsal.register()
            rehearsal.clock.advance(seconds: 60)
            try await rehearsal.perform(.withdraw(reason: "Opgelost."), on: other, by: SampleStaff.mara)
            let withdrawn = try #require(try await letters(of: other, rehearsal).last)
            let received = try #require(try await letters(of: complaint, rehearsal).first)
            #expect(withdrawn.content.kind == "withdrawn" && withdrawn.trueUntil == nil)
            // The day of first contact passes, that of the answer does not.
            rehearsal.clock.advance(days: 5)
            let now = rehearsal.now
            #expect(try #require(received.trueUntil) <= now)
            #expect(try await due(rehearsal) == [withdrawn.id])
            try await rehearsal.office.decide(.send, about: [received.id], by: iris.actor)
            #expect(try await due(rehearsal) == [withdrawn.id])
            try await rehearsal.office.decide(.rewrite, about: [received.id, withdrawn.id], by: iris.actor)
            let fresh = try #require(try await letters(of: complaint, rehearsal).first { $0.id == received.id })
            #expect(fresh.state == .waiting && fresh.content.kind == "received" && fresh.content.body != received.content.body)
            #expect(try #require(fresh.trueUntil) > now)
            #expect(Set(try await due(rehearsal)) == Set([withdrawn.id, fresh.id]))
            #expect(try await letters(of: other, rehearsal).last == withdrawn)
        }
    }

    @Test func `a letter about another day is not written anew once that day has passed`() async throws {
        try await withCaseOffice { rehearsal in
            let complaint = try await rehearsal.registerAtWork()
            let day = rehearsal.now.adding(days: 2)
            let zone = OfficeZone.amsterdam
            let promised = try await rehearsal.perform(
                .promise("Ik bel u.", due: zone.moment(at: day).day), on: complaint, by: SampleStaff.hassan)
            let ordinal = try #require(promised.promises.last).ordinal
            let later = zone.moment(at: rehearsal.now.adding(days: 7)).day
            try await rehearsal.perform(
                .movePromise(ordinal, to: later, reason: "De monteur komt later."), on: complaint, by: SampleStaff.hassan)
            let moved = try #require(try await letters(of: complaint, rehearsal).last)
            #expect(moved.content.kind == "extended" && moved.trueUntil != nil)
            rehearsal.clock.advance(days: 20)
            try await rehearsal.office.decide(.rewrite, about: [moved.id], by: iris.actor)
            #expect(try await letters(of: complaint, rehearsal).last == moved)
            #expect(try await !due(rehearsal).contains(moved.id))
        }
    }

    @Test func `a letter from before the organisation had a name leaves under the name of now`() async throws {
        try await withCaseOffice { rehearsal in
            let complaint = try await rehearsal.register { $0.customer.email = "jan@example.nl" }
            rehearsal.clock.advance(seconds: 60)
            let letter = try #require(try await letters(of: complaint, rehearsal).first)
            #expect(letter.content.body.hasSuffix("\n\(Organisation.unnamed.name)"))
            #expect(!letter.content.lacksName(of: .unnamed))
            let organisation = Organisation(name: "De Bank", phone: "020 123 4567")
            let (body, now) = (String(decoding: try JSONEncoder().encode(organisation), as: UTF8.self), rehearsal.now)
            _ = try await rehearsal.records.write { try $0.set(.organisation, to: body, after: 0, by: .system, at: now) }
            #expect(letter.content.lacksName(of: organisation))
            try await rehearsal.office.decide(.send, about: [letter.id], by: iris.actor)
            let after = try #require(try await letters(of: complaint, rehearsal).first)
            #expect(after.id == letter.id && after.state == .waiting && after.content.body.hasSuffix("\nDe Bank"))
            #expect(after.content.body.contains("020 123 4567") && !after.content.lacksName(of: organisation))
            #expect(try await due(rehearsal) == [letter.id])
        }
    }
}
