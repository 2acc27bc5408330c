import Casework
import Complaints
import Records
import Rehearsal
import Testing

/// Somebody who has the whole house rewrites what is older than a seal that they can't reach.
@Suite struct `Forgeries by somebody with everything` {
    /// What became of one forgery.
    private struct Outcome: Sendable {
        let forged: Int
        /// Whether the house itself, with its own seals, has nothing to say about it; nil when that was not asked.
        var isSeamless: Bool?
        var isFound = false
    }

    @Test func `a thousand random edits, cuts and swaps are found, each by the complaints it is about`() async throws {
        try await SealedHouse.with(complaints: 5, acts: 24) { house in
            var forger = try Forger(keys: house.rehearsal.folder, sealed: house.sealed, seed: 4)
            var (made, found) = (0, 0)
            var seams: [Bool] = []
            var turn = 0
            while made < 1000 {
                let forgery = Forgery.allCases[turn % Forgery.allCases.count]
                turn += 1
                let outcome = try await Self.outcome(of: forgery, by: &forger, in: house, isTriedAlone: turn.isMultiple(of: 5))
                if outcome.forged == 0 { continue }
                made += 1
                found += outcome.isFound ? 1 : 0
                if let isSeamless = outcome.isSeamless { seams.append(isSeamless) }
                #expect(outcome.isFound, "\(forgery.rawValue), turn \(turn)")
            }
            #expect(found == 1000)
            // Otherwise this would prove little: the house alone must be unable to tell.
            let seamless = seams.count(where: \.self)
            #expect(seams.count > 150 && seamless * 10 > seams.count * 9, "\(seamless) of \(seams.count)")
            #expect(try await house.proof().findings == [])
        }
    }

    @Test(arguments: Forgery.allCases)
    func `each kind of forgery is possible, and found`(forgery: Forgery) async throws {
        try await SealedHouse.with(complaints: 6, acts: 36, seed: 2) { house in
            var forger = try Forger(keys: house.rehearsal.folder, sealed: house.sealed, seed: 1)
            let outcome = try await Self.outcome(of: forgery, by: &forger, in: house, isTriedAlone: true)
            #expect(outcome.forged > 0 && outcome.isFound && outcome.isSeamless == true)
        }
    }

    /// Forges, looks, and undoes it.
    private static func outcome(
        of forgery: Forgery, by forger: inout Forger, in house: SealedHouse, isTriedAlone: Bool
    ) async throws -> Outcome {
        let key = try HouseKeys(in: house.rehearsal.folder).publicSealingKey()
        let (kept, start) = (house.kept, forger)
        let (outcome, next) = try await house.rehearsal.trying { tx in
            var forger = start
            let numbers = try tx.snapshot.numbers()
            let touched = try forger.forge(forgery, in: tx)
            var outcome = Outcome(forged: touched.count)
            if touched.isEmpty { return (outcome, forger) }
            if isTriedAlone { outcome.isSeamless = try tx.snapshot.prove().isWhole && tx.snapshot.proveSeals(key: key).isWhole }
            let found = Set(try tx.snapshot.proveSeals(kept, key: key).findings.compactMap(\.complaint))
            outcome.isFound = Set(touched.compactMap { numbers[$0] }).isSubset(of: found)
            return (outcome, forger)
        }
        forger = next
        return outcome
    }
}

extension Snapshot {
    /// The number of each complaint, by its key.
    fileprivate func numbers() throws -> [Int64: ComplaintNumber] {
        let pairs = try all("SELECT id, number FROM complaint") { ($0.integer(0), ComplaintNumber(parsing: $0.text(1))) }
        return Dictionary(pairs) { first, _ in first }.compactMapValues(\.self)
    }
}

extension RehearsalOffice {
    /// Lets `body` write, and undoes all of it.
    fileprivate func trying<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        do {
            return try await records.write { tx -> T in throw Undo(answer: try body(tx)) }
        } catch let undo as Undo<T> {
            return undo.answer
        }
    }
}

private struct Undo<Answer: Sendable>: Error {
    let answer: Answer
}
