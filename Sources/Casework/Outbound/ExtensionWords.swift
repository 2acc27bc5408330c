import Complaints

/// What the customer is told when a promise gets a later date: a message in the house's own words, with the reason that was given.
enum ExtensionWords {
    /// The occurrence as a letter speaks of it: an extension is a message with its words, everything else what it is.
    static func told(
        _ occurrence: Occurrence, about complaint: Complaint, to person: Person, at now: Moment, on calendar: OfficeCalendar
    ) -> Occurrence {
        guard case .extended(let extended) = occurrence.event,
            let promise = complaint.promises.first(where: { $0.ordinal == extended.ordinal })
        else { return occurrence }
        let zone = calendar.zone
        let day = DateWords.told(zone.moment(at: promise.due).day, today: now.day, person.language)
        let former = promise.history.last.map { DateWords.told(zone.moment(at: $0.due).day, today: now.day, person.language) } ?? day
        let text = words(promise.kind, former, day, extended.reason.text ?? "", person.language)
        return Occurrence(.answered(Passage(text)), promises: occurrence.promises)
    }

    private static func words(_ kind: PromiseKind, _ former: String, _ day: String, _ reason: String, _ language: Language) -> String {
        let isContact = kind == .firstContact || kind == .progress
        switch language {
        case .dutch:
            let before = isContact ? "U zou uiterlijk \(former) van ons horen." : "U zou uiterlijk \(former) ons antwoord krijgen."
            let after = isContact ? "U hoort uiterlijk \(day) van ons." : "Uiterlijk \(day) krijgt u ons antwoord."
            return "Wij hebben meer tijd nodig voor uw klacht. \(before) Dat lukt niet.\n\nDit is de reden:\n\(reason)\n\n\(after)"
        case .english:
            let before = isContact ? "You were to hear from us by \(former)." : "You were to have our answer by \(former)."
            let after = isContact ? "You will hear from us by \(day)." : "You will have our answer by \(day)."
            return "We need more time for your complaint. \(before) We cannot do that.\n\nThis is the reason:\n\(reason)\n\n\(after)"
        }
    }
}
