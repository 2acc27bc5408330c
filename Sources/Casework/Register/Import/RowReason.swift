import Complaints

/// Why a row is not taken over, in plain words.
package struct RowReason: Hashable, Sendable {
    package let dutch: String
    package let english: String

    init(_ dutch: String, _ english: String) { (self.dutch, self.english) = (dutch, english) }
}

extension RowReason {
    /// What the domain finds wrong with a field.
    init(_ reason: FieldProblem.Reason) {
        switch reason {
        case .missing: self.init("dit ontbreekt", "this is missing")
        case .tooLong(let limit): self.init("dit is langer dan \(limit) tekens", "this is longer than \(limit) characters")
        case .malformed: self.init("dit is niet te lezen", "this can't be read")
        case .unknown: self.init("dit is geen waarde die bestaat", "this is not one of the values there are")
        case .unreachable:
            self.init(
                "er is geen e-mailadres, telefoonnummer of postadres", "there is no e-mail address, phone number or postal address")
        case .inTheFuture: self.init("dit ligt in de toekomst", "this lies in the future")
        case .tooEarly:
            self.init("dit ligt vóór 2000, of vóór de ontvangst", "this lies before 2000, or before the complaint was received")
        case .tooLate: self.init("dit ligt meer dan tien jaar vooruit", "this lies more than ten years ahead")
        case .notAnAmount: self.init("dit is geen bedrag", "this is no amount")
        case .notSuitable: self.init("deze collega is geen actieve behandelaar", "this colleague is no active handler")
        case .itself: self.init("dit is hetzelfde als eerst", "this is the same as before")
        case .outside(let least, let most):
            self.init("dit is niet van \(least) tot en met \(most)", "this is not between \(least) and \(most)")
        case .unfilled: self.init("hier staat nog {{?…}} in", "this still holds {{?…}}")
        case .overlaps: self.init("dit overlapt met wat er al is", "this overlaps with what there is already")
        case .inRing: self.init("deze collega's vervangen elkaar", "these colleagues replace one another")
        case .tooMany(let limit): self.init("dit zijn er meer dan \(limit)", "these are more than \(limit)")
        }
    }
}
