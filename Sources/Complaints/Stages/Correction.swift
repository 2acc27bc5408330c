/// What was put right in what had been registered; nil is left as it was.
package struct Correction: Hashable, Sendable {
    package var customer: Person?
    package var representative: Representative?
    package var story: Passage?
    package var channel: Channel?
    package var receivedAt: Instant?

    package init() {}

    var isEmpty: Bool { customer == nil && representative == nil && story == nil && channel == nil && receivedAt == nil }
}

/// A correction as it was typed or sent. Of the customer only the fields that are given change; an empty text takes a
/// field away.
package struct CorrectionInput: Sendable {
    package var customer: PersonInput?
    package var representative: PersonInput?
    package var authority: String?
    package var story: String?
    package var channel: String?
    package var received: ReceiptInput?

    package init() {}
}

extension Complaint {
    /// Puts right what was registered wrongly. Another receipt moves the promises that still stand, and keeps the old dates.
    func correcting(_ input: CorrectionInput, at moment: Moment, with facts: Facts) throws(Refusal) -> [Occurrence] {
        var check = FieldCheck()
        var correction = Correction()
        if let changed = input.customer {
            correction.customer = changed.merged(over: customer).person(
                into: &check, prefix: "customer.", mustBeReachable: representative == nil)
        }
        if let changed = input.representative, representative != nil || !changed.isEmpty {
            let person = changed.merged(over: representative?.person).person(into: &check, prefix: "representative.")
            let authority = check.value(input.authority, at: "representative.authority", or: .unknown) {
                Representative.Authority(rawValue: $0)
            }
            correction.representative = person.map {
                Representative(person: $0, authority: authority ?? representative?.authority ?? .claimed)
            }
        }
        if let story = input.story {
            correction.story = check.prose(story, at: "story", limit: Complaint.longestStory, required: true, isQuoted: true).map {
                Passage($0)
            }
        }
        correction.channel = check.value(input.channel, at: "channel", or: .unknown) { Channel(rawValue: $0) }
        if let received = input.received { correction.receivedAt = received.instant(at: moment, on: facts.calendar, into: &check) }
        try check.finish()
        keepOnlyChanges(in: &correction)
        if correction.isEmpty { throw .invalid([FieldProblem("", .missing)]) }
        return [Occurrence(.corrected(correction), promises: correction.receivedAt.map { movingPromises(to: $0, with: facts) } ?? [])]
    }

    private func keepOnlyChanges(in correction: inout Correction) {
        if correction.customer == customer { correction.customer = nil }
        if correction.representative == representative { correction.representative = nil }
        if correction.story == story { correction.story = nil }
        if correction.channel == channel { correction.channel = nil }
        if correction.receivedAt == receivedAt { correction.receivedAt = nil }
    }

    /// Promises that were counted from the receipt are counted anew; one that was made at a reopening is not touched.
    private func movingPromises(to receipt: Instant, with facts: Facts) -> [PromiseChange] {
        promises.filter { $0.start == receivedAt && $0.withdrawnAt == nil }.compactMap { promise in
            // One that is counted from something else stays where it is, also where that was the same moment: `applyReceipt` knows no rules
            // and would take it along.
            if let rule = rule(for: promise.kind, facts), rule.kind != .progress, !rule.starts.contains(.receipt) {
                return .moved(
                    ordinal: promise.ordinal, start: promise.start, due: promise.due, calendarVersion: promise.calendarVersion)
            }
            let due = facts.due(by: promise.rule.lengthened(by: promise.added), from: receipt, pauses: promise.pauses)
            if due == promise.due, facts.calendar.version == promise.calendarVersion { return nil }
            return .moved(ordinal: promise.ordinal, start: receipt, due: due, calendarVersion: facts.calendar.version)
        }
    }

    mutating func apply(_ correction: Correction) {
        customer = correction.customer ?? customer
        representative = correction.representative ?? representative
        story = correction.story ?? story
        channel = correction.channel ?? channel
        if let receipt = correction.receivedAt { applyReceipt(receipt) }
    }

    /// Promises counted from the receipt start where it now lies, also when they are due on the same day as before: the next
    /// correction has to find them.
    private mutating func applyReceipt(_ receipt: Instant) {
        for index in promises.indices where promises[index].start == receivedAt && promises[index].withdrawnAt == nil {
            promises[index].start = receipt
        }
        receivedAt = receipt
    }
}

extension PersonInput {
    /// This over what is known already: what isn't given stays.
    func merged(over person: Person?) -> PersonInput {
        PersonInput(
            name: name ?? person?.name, organisation: organisation ?? person?.organisation,
            customerNumber: customerNumber ?? person?.customerNumber, email: email ?? person?.email?.text,
            phone: phone ?? person?.phone?.e164, address: address ?? person?.address, language: language ?? person?.language.rawValue,
            preferredContact: preferredContact ?? person?.preferredContact?.rawValue)
    }
}
