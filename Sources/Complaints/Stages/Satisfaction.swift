/// How content a customer is with one thing.
package enum Contentment: String, CaseIterable, Hashable, Sendable {
    case satisfied, somewhat, dissatisfied
}

/// What a customer thinks of a complaint that was closed: of the solution, and of how they were treated.
package struct Rating: Hashable, Sendable {
    package var solution: Contentment
    package var treatment: Contentment
    /// What could be better, in the customer's words.
    package var remark: Passage?
    /// Whether we may get in touch about it.
    package var mayContact: Bool

    package init(solution: Contentment, treatment: Contentment, remark: Passage? = nil, mayContact: Bool = false) {
        (self.solution, self.treatment, self.remark, self.mayContact) = (solution, treatment, remark, mayContact)
    }

    package var isDissatisfied: Bool { solution == .dissatisfied || treatment == .dissatisfied }

    /// How long the question can be answered after it reached the customer, in days.
    package static let days = 14
    /// Within how many working days somebody other than the handler judges whether to look again.
    package static let review = DeadlineRule.workingDays(3)
}

/// An answer to the two questions as it was sent.
package struct RatingInput: Hashable, Sendable {
    package var solution: String?
    package var treatment: String?
    package var remark: String?
    package var mayContact = false
    /// When the letter that asks was written, and when it reached the customer.
    package var asked: Instant
    package var reached: Instant

    package init(asked: Instant, reached: Instant) { (self.asked, self.reached) = (asked, reached) }

    /// The last day on which it can be answered.
    package func lastDay(on calendar: OfficeCalendar) -> Day { calendar.zone.moment(at: reached).day + Rating.days }
}

extension Complaint {
    /// "Continue verbetering op basis van de feedback van klanten": after closing the customer is asked twice, and answers once. Whoever is not
    /// satisfied and may be reached asks by that to look again, which somebody else than the handler judges within three working days.
    func rating(_ input: RatingInput, at moment: Moment, with facts: Facts) throws(Refusal) -> [Occurrence] {
        let last = input.lastDay(on: facts.calendar)
        // A letter about an earlier closing asks about what is no longer so.
        if moment.day > last || closedAt.map({ input.asked < $0 }) ?? true { throw .ratingTooLate(until: last) }
        var check = FieldCheck()
        let solution = check.value(input.solution, at: "solution", or: .unknown, required: true) { Contentment(rawValue: $0) }
        let treatment = check.value(input.treatment, at: "treatment", or: .unknown, required: true) { Contentment(rawValue: $0) }
        let remark = check.prose(input.remark, at: "remark", limit: Complaint.longestReason).map { Passage($0) }
        try check.finish()
        guard let solution, let treatment else { throw .invalid(check.problems) }
        let rating = Rating(solution: solution, treatment: treatment, remark: remark, mayContact: input.mayContact)
        guard rating.isDissatisfied, rating.mayContact else { return [Occurrence(.rated(rating))] }
        let review = facts.promise(.review, by: Rating.review, ordinal: promises.count + 1, from: moment.instant)
        // Who asked to look again already is not asked for once more; but that it is judged by somebody else holds for them too.
        if reopeningRequest != nil { return [Occurrence(.rated(rating), promises: [.made(review)])] }
        return [Occurrence(.rated(rating)), Occurrence(.reopeningRequested(reason: remark ?? Passage("–")), promises: [.made(review)])]
    }

    /// Whether a request is to be judged by somebody other than the handler: it says how the handler did.
    package var needsOtherJudge: Bool { promises.contains { $0.kind == .review && $0.isOutstanding } }

    /// Whether anybody of these colleagues but the handler may judge that: in a small house the handler can be its only complaints manager.
    /// Whoever is away judges nothing; who stands in does.
    package func hasOtherJudge(among colleagues: [Colleague], under procedure: Procedure?) -> Bool {
        canBeDone(.decideReopening, byAnyOf: colleagues, but: handler, under: procedure)
    }

    mutating func apply(_ rating: Rating) { self.rating = rating }
}

extension OfficeCalendar {
    /// When a customer is asked what they think: not in one breath with the news that we close, but when the office next opens.
    package func asking(after closing: Moment) -> Instant { zone.instant(of: CivilTime(nextWorkingDay(after: closing.day), opens)) }
}
