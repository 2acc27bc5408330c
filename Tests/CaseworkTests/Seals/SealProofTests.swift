import Casework
import Complaints
import Crypto
import Foundation
import Records
import Rehearsal
import Testing

/// The proof of the seals names what is wrong.
@Suite struct `The proof of the seals` {
    @Test func `finds nothing in a house that went on working`() async throws {
        try await SealedHouse.with(complaints: 12, acts: 90) { house in
            #expect(try await house.proof().findings == [])
            #expect(try await house.proof().seals == 2)
            #expect(try await house.proof().complaints == house.sealed.count)
            _ = try await house.rehearsal.sealing.seal()
            #expect(try await house.proof().findings == [])
            #expect(try await house.proof(withKept: false).seals == 3)
        }
    }

    @Test func `says that there are none in a house that never sealed`() async throws {
        try await withCaseOffice { rehearsal in
            try await rehearsal.register()
            let proof = try await rehearsal.records.read { try $0.proveSeals(key: nil) }
            #expect(proof.isWhole && proof.seals == 0)
        }
    }

    // What was sealed.

    @Test func `names a complaint that was altered`() async throws {
        try await expect(
            [.altered], "UPDATE journal SET hash = \(EngineUnderTest.current.zeros(32)) WHERE stream_id = (SELECT min(id) FROM complaint)")
    }

    @Test func `names a complaint that was shortened`() async throws {
        try await expect(
            [.shortened], "DELETE FROM journal WHERE sequence > 1 AND stream_id = (SELECT min(complaint_id) FROM sealed WHERE entries > 2)")
    }

    @Test func `names a complaint that vanished`() async throws {
        try await expect([.vanished], "DELETE FROM journal WHERE stream_id = (SELECT min(id) FROM complaint)")
    }

    @Test func `names complaints whose journals were swapped`() async throws {
        let (one, other) = ("(SELECT min(complaint_id) FROM sealed)", "(SELECT max(complaint_id) FROM sealed)")
        try await expect(
            [.swapped, .swapped], "UPDATE journal SET stream_id = 1 WHERE stream_id = \(one)",
            "UPDATE journal SET stream_id = \(one) WHERE stream_id = \(other)",
            "UPDATE journal SET stream_id = \(other) WHERE stream_id = 1")
    }

    // The seals of the house.

    @Test func `names a seal that the house has no more`() async throws {
        try await expect([.missing], "DELETE FROM sealed WHERE ordinal = 2", "DELETE FROM seal WHERE ordinal = 2")
    }

    @Test func `misses a seal between others without any file`() async throws {
        try await expect([.missing], withKept: false, "DELETE FROM sealed WHERE ordinal = 1", "DELETE FROM seal WHERE ordinal = 1")
    }

    @Test func `names a seal that the house has otherwise`() async throws {
        let change = "UPDATE seal SET line = replace(line, ' 2026-', ' 2025-') WHERE ordinal = 1"
        try await expect([.replaced, .signature, .order], change)
        try await expect([.signature, .order], withKept: false, change)
    }

    @Test func `names a line of the house that is no seal`() async throws {
        try await expect([.missing, .unreadable], "UPDATE seal SET line = 'x' WHERE ordinal = 2")
    }

    @Test func `names seals that were made with another key`() async throws {
        try await SealedHouse.with(complaints: 6, acts: 20) { house in
            try FileManager.default.removeItem(atPath: house.rehearsal.folder + "/secrets/seals")
            #expect(try await house.proof().findings.map(\.kind) == [.key])
            _ = try await house.rehearsal.sealing.seal()
            #expect(try await house.proof(withKept: false).findings.map(\.kind) == [.key])
        }
    }

    @Test func `finds that a seal left out what had changed`() async throws {
        try await SealedHouse.with(complaints: 6, acts: 20) { house in
            try await house.records.write { tx in
                _ = try tx.execute("INSERT INTO sealed (complaint_id, entries, ordinal) SELECT id, 999, 2 FROM complaint")
            }
            _ = try await house.rehearsal.sealing.seal()
            #expect(try await house.proof().findings.map(\.kind) == [.sum])
        }
    }

    // The file.

    @Test func `needs no more than the older part of a file`() async throws {
        try await SealedHouse.with(complaints: 9, acts: 40) { house in
            let proof = try await house.proof(with: [0])
            #expect(proof.isWhole && proof.seals == 2)
        }
    }

    @Test func `takes what a file lacks from the house, where that is what the file's seals follow`() async throws {
        try await SealedHouse.with(complaints: 9, acts: 40) { house in
            let proof = try await house.proof(with: [1])
            #expect(proof.isWhole)
            try await house.records.write { tx in
                _ = try tx.execute("UPDATE seal SET line = replace(line, ' 2026-', ' 2025-') WHERE ordinal = 1")
            }
            let forged = try await house.proof(with: [1])
            #expect(forged.findings.map(\.kind).contains(.missing))
        }
    }

    @Test func `does not mind notes, blank lines, doubles and what mail does to lines`() async throws {
        try await SealedHouse.with(complaints: 6, acts: 20) { house in
            let lines = try await house.rehearsal.lines
            let proof = try await house.proof(lines: ["# van maandag", "", lines[1] + "\r", lines[0] + " ", lines[1]])
            #expect(proof.isWhole)
        }
    }

    @Test func `names what is wrong with a file itself`() async throws {
        try await SealedHouse.with(complaints: 6, acts: 20) { house in
            let lines = try await house.rehearsal.lines
            let altered = lines[0].replacing(" 2026-", with: " 2025-")
            func kinds(_ lines: String...) async throws -> Set<SealFinding.Kind> {
                Set(try await house.proof(lines: lines).findings.map(\.kind))
            }
            #expect(try await kinds(altered, lines[1]) == [.signature, .order, .replaced])
            #expect(try await kinds(lines[0], altered, lines[1]) == [.replaced])
            #expect(try await kinds(lines[0], "gehoor-seal-1 en verder niets", lines[1]) == [.unreadable])
            let key = Curve25519.Signing.PrivateKey()
            let foreign = try Seal(try #require(Seal(line: lines[1])).contents, signedBy: key).line
            #expect(try await kinds(lines[0], foreign) == [.key, .replaced])
        }
    }

    /// The findings of these kinds, and no others, after the statements.
    private func expect(
        _ kinds: [SealFinding.Kind], withKept: Bool = true, _ statements: String..., at location: SourceLocation = #_sourceLocation
    ) async throws {
        try await SealedHouse.with(complaints: 6, acts: 40) { house in
            try await house.records.write { tx in
                for statement in statements { try tx.execute(statement) }
            }
            let findings = try await house.proof(withKept: withKept).findings
            #expect(findings.map(\.kind) == kinds, "\(findings.map(\.line))", sourceLocation: location)
            let isAboutComplaint = kinds.allSatisfy { [.altered, .shortened, .vanished, .swapped].contains($0) }
            #expect(findings.allSatisfy { ($0.complaint != nil) == isAboutComplaint }, sourceLocation: location)
        }
    }
}

extension SealedHouse {
    fileprivate func proof(lines: [String]) async throws -> SealProof {
        var kept = SealRecord(heldBy: "the file")
        for line in lines { kept.add(line) }
        return try await SealedHouse(rehearsal: rehearsal, kept: kept, sealed: sealed).proof()
    }

    fileprivate func proof(with places: [Int]) async throws -> SealProof {
        let lines = try await rehearsal.lines
        return try await proof(lines: places.map { lines[$0] })
    }
}
