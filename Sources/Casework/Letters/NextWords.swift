import Complaints

/// What a letter says of what comes next, as it holds when it is written: the day that is promised in it, the next date of any promise to the
/// customer, and whether a clock stands still until they answer. A date that has passed is never named.
struct NextWords {
    let complaint: Complaint
    /// What is promised by hand in the letter itself.
    let made: Promise?
    let voice: LetterVoice
    let now: Instant
    /// An instant as a day for its reader.
    let told: (Instant) -> String

    /// Nil where there is nothing to say.
    ///
    /// - Parameter other: a date that the letter names already.
    func sentences(but other: Instant? = nil) -> String? {
        let open = complaint.promises.filter { promise in
            promise.isOutstanding && promise.kind != .immediate && (complaint.phase.isOpen || promise.kind == .review)
        }
        let next = open.filter { $0.pausedSince == nil && $0.due >= now }.min { ($0.due, $0.ordinal) < ($1.due, $1.ordinal) }
        let named = made.flatMap { $0.due >= now ? $0 : nil }
        let sentences = [
            named.map { sentence(about: $0) },
            next.flatMap { next in named.map { words(of: next, before: $0) } ?? words(of: next, but: other) },
            open.contains(where: \.isWaiting) ? standingStill : nil,
        ].compactMap(\.self)
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }

    private func words(of promise: Promise, but other: Instant?) -> String? {
        if promise.due == other { return nil }
        return other == nil ? sentence(about: promise) : sentence(beside: promise)
    }

    /// What was promised before, still holds and ends before the day that the letter promises.
    private func words(of earlier: Promise, before made: Promise) -> String? {
        let day = told(earlier.due)
        if earlier.due >= made.due || day == told(made.due) { return nil }
        return switch (earlier.kind, voice) {
        case (.resolution, _), (.statutory, _): sentence(beside: earlier)
        case (.byHand, .formalDutch): "Wij beloofden u al iets: daarover hoort u uiterlijk \(day)."
        case (.byHand, .informalDutch): "Wij beloofden je al iets: daarover hoor je uiterlijk \(day)."
        case (.byHand, .english): "We promised you something before: you will hear about that by \(day) at the latest."
        case (_, .formalDutch): "Daarvoor hoort u al uiterlijk \(day) van ons."
        case (_, .informalDutch): "Daarvoor hoor je al uiterlijk \(day) van ons."
        case (_, .english): "Before that you will hear from us by \(day) at the latest."
        }
    }

    private func sentence(about promise: Promise) -> String {
        let day = told(promise.due)
        return switch (promise.kind, voice) {
        case (.resolution, .formalDutch), (.statutory, .formalDutch): "Uiterlijk \(day) krijgt u ons antwoord."
        case (.resolution, .informalDutch), (.statutory, .informalDutch): "Uiterlijk \(day) krijg je ons antwoord."
        case (.resolution, .english), (.statutory, .english): "You will have our answer by \(day) at the latest."
        case (_, .formalDutch): "U hoort uiterlijk \(day) van ons."
        case (_, .informalDutch): "Je hoort uiterlijk \(day) van ons."
        case (_, .english): "You will hear from us by \(day) at the latest."
        }
    }

    /// The same beside another date in the same letter.
    private func sentence(beside promise: Promise) -> String {
        let day = told(promise.due)
        return switch (promise.kind, voice) {
        case (.resolution, .formalDutch), (.statutory, .formalDutch): "Daarnaast krijgt u uiterlijk \(day) ons antwoord."
        case (.resolution, .informalDutch), (.statutory, .informalDutch): "Daarnaast krijg je uiterlijk \(day) ons antwoord."
        case (.resolution, .english), (.statutory, .english): "Besides, you will have our answer by \(day) at the latest."
        case (_, .formalDutch): "Daarnaast hoort u uiterlijk \(day) van ons."
        case (_, .informalDutch): "Daarnaast hoor je uiterlijk \(day) van ons."
        case (_, .english): "Besides, you will hear from us by \(day) at the latest."
        }
    }

    /// The clock waits for the customer, and what happens then.
    private var standingStill: String? {
        guard [.waitingForCustomer, .solutionProposed].contains(complaint.phase) else { return nil }
        return switch voice {
        case .formalDutch:
            "Tot u antwoordt, staat de tijd voor ons antwoord stil. Daarna loopt die verder. De nieuwe datum leest u dan op uw persoonlijke pagina."
        case .informalDutch:
            "Tot je antwoordt, staat de tijd voor ons antwoord stil. Daarna loopt die verder. De nieuwe datum lees je dan op je persoonlijke pagina."
        case .english:
            "Until you reply, the time for our answer stands still. After that it goes on. You can then read the new date on your personal page."
        }
    }
}
