/// Seals as somebody holds them: a file kept elsewhere, or those in the house. Takes lines one by one, in any order.
package struct SealRecord: Sendable {
    /// By their numbers.
    package private(set) var seals: [Int: Seal] = [:]
    package private(set) var findings: [SealFinding] = []
    /// Who holds them, for findings: `the file`, `the house`.
    package let holder: String
    private var lines = 0

    package init(heldBy holder: String) { self.holder = holder }

    /// Takes a line. Blank lines and those that begin with `#` are notes of whoever keeps them; mail may have added carriage returns.
    package mutating func add(_ text: some StringProtocol) {
        lines += 1
        let line = String(decoding: Array(text.utf8).dropEnd(while: { $0 == 0x0D || $0 == 0x20 }), as: UTF8.self)
        if line.isEmpty || line.utf8.first == UInt8(ascii: "#") { return }
        guard let seal = Seal(line: line) else { return note(.unreadable, "line \(lines) of \(holder) is no seal") }
        if let other = seals[seal.ordinal] {
            if other.digest != seal.digest { note(.replaced, "\(holder) holds two seals \(seal.ordinal) that differ") }
            return
        }
        if !seal.isSigned { note(.signature, "the signature of seal \(seal.ordinal) in \(holder) is false") }
        seals[seal.ordinal] = seal
    }

    package var ordinals: [Int] { seals.keys.sorted() }

    private mutating func note(_ kind: SealFinding.Kind, _ detail: String) { findings.append(SealFinding(kind, detail)) }
}

extension SealRecord {
    /// What is wrong between one seal and the next.
    package func chainFindings() -> [SealFinding] {
        var findings: [SealFinding] = []
        var before: Seal?
        for ordinal in ordinals {
            guard let seal = seals[ordinal] else { continue }
            if (seal.contents.previous == nil) != (ordinal == 1) {
                findings.append(SealFinding(.order, "seal \(ordinal) in \(holder) does not say which one it follows"))
            }
            if let before {
                if before.key != seal.key {
                    findings.append(SealFinding(.key, "seal \(ordinal) in \(holder) is by another key than seal \(before.ordinal)"))
                }
                if before.ordinal == ordinal - 1, seal.contents.previous != before.digest {
                    findings.append(SealFinding(.order, "seal \(ordinal) in \(holder) does not follow seal \(before.ordinal) there"))
                }
            }
            before = seal
        }
        return findings
    }

    /// This record with the seals that it lacks taken from another, each only where it is the one that the next seal follows. Those that
    /// can't be had so are named.
    package func completed(from other: SealRecord? = nil) -> (record: SealRecord, findings: [SealFinding]) {
        var record = self
        var findings: [SealFinding] = []
        var expected: [UInt8]?
        for ordinal in (1..<(1 + (ordinals.last ?? 0))).reversed() {
            if record.seals[ordinal] == nil {
                if let candidate = other?.seals[ordinal], let expected, candidate.digest == expected {
                    record.seals[ordinal] = candidate
                } else {
                    let elsewhere = other.map { ", and \($0.holder) has not the one that belongs there" } ?? ""
                    findings.append(SealFinding(.missing, "seal \(ordinal) is not in \(holder)\(elsewhere)"))
                }
            }
            expected = record.seals[ordinal]?.contents.previous
        }
        return (record, findings)
    }

    /// Where the house does not have the seals that this record has.
    package func findings(comparedWith house: SealRecord) -> [SealFinding] {
        ordinals.compactMap { ordinal in
            guard let other = house.seals[ordinal] else {
                return SealFinding(.missing, "seal \(ordinal) of \(holder) is not in \(house.holder)")
            }
            if other.digest == seals[ordinal]?.digest { return nil }
            return SealFinding(.replaced, "seal \(ordinal) in \(house.holder) is not the one in \(holder)")
        }
    }
}

extension Array {
    fileprivate func dropEnd(while isDropped: (Element) -> Bool) -> ArraySlice<Element> {
        var rest = self[...]
        while let last = rest.last, isDropped(last) { rest.removeLast() }
        return rest
    }
}
