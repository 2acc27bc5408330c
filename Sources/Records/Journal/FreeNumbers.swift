package import Complaints

/// Numbers to try for a complaint, of which it is asked whether others have them.
package struct NumberCandidates: Sendable {
    fileprivate let numbers: [ComplaintNumber]
}

extension Transaction {
    /// So many are asked for at once where writes share what was asked.
    private static var numbersAtOnce: Int { 16 }

    /// Sends the question that `freeNumber` is going to ask of these.
    package func foreseeNumber() throws -> NumberCandidates {
        let candidates = numberCandidates
        try snapshot.foresee { if !candidates.numbers.isEmpty { _ = try $0.taken(candidates.numbers) } }
        return candidates
    }

    /// A number that nothing else has. Eight random digits collide once in a hundred million per complaint there is.
    package func freeNumber(among candidates: NumberCandidates? = nil) throws -> ComplaintNumber {
        let memory = snapshot.connection.memory
        if let known = memory?.freeNumbers.popLast() { return known }
        var numbers = (candidates ?? numberCandidates).numbers
        while true {
            var free = Array(Set(numbers).subtracting(try snapshot.taken(numbers)))
            if let number = free.popLast() {
                memory?.freeNumbers = free
                return number
            }
            numbers = [.random()]
        }
    }

    /// None while this write knows some that are free.
    private var numberCandidates: NumberCandidates {
        guard let memory = snapshot.connection.memory else { return NumberCandidates(numbers: [.random()]) }
        return NumberCandidates(numbers: memory.freeNumbers.isEmpty ? (0..<Self.numbersAtOnce).map { _ in .random() } : [])
    }
}

extension Snapshot {
    /// Those of these numbers that complaints have.
    fileprivate func taken(_ numbers: [ComplaintNumber]) throws -> Set<ComplaintNumber> {
        let places = numbers.map { _ in "?" }.joined(separator: ", ")
        return Set(
            try all("SELECT number FROM complaint WHERE number IN (\(places))", values: numbers.map { .text($0.digits) }) {
                ComplaintNumber(parsing: $0.text(0))
            }.compactMap(\.self))
    }
}

extension ComplaintNumber {
    fileprivate static func random() -> ComplaintNumber {
        var random = SystemRandomNumberGenerator()
        return ComplaintNumber(random: &random)
    }
}
