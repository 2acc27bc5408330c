package import Complaints

/// A letter to nobody, for looking at its words: an invented complaint, received today, with promises counted on the house's own calendar.
package struct LetterSpecimen {
    private let house: House
    private let now: Moment

    package init(house: House, now: Moment) { (self.house, self.now) = (house, now) }

    /// - Parameter isBare: only what no letter of this kind lacks; else everything it may speak of.
    package func values(_ key: LetterKey, isBare: Bool = false) -> [LetterTag: String] {
        guard let complaint else { return [:] }
        let facts = LetterFacts(
            occurrence: occurrence(key), complaint: complaint, organisation: house.organisation, calendar: house.calendar,
            procedure: house.procedures.current, handlerName: "Sanne Bakker", otherNumber: Self.number(2), now: now,
            expectation: Expectation(workingDays: 6, isComparable: true))
        var values = facts.values(key.voice)
        values[.phone] = values[.phone] ?? "030 123 45 67"
        values[.email] = values[.email] ?? "klachten@voorbeeld.invalid"
        if key.kind == .extended { values[.newDate] = DateWords.told(now.day + 14, today: now.day, key.voice.language) }
        func words(_ formal: String, _ informal: String, _ english: String) -> String {
            switch key.voice {
            case .formalDutch: formal
            case .informalDutch: informal
            case .english: english
            }
        }
        values[.promised] = words(
            "Ik bel u over de factuur.", "Ik bel je over de factuur.", "I will call you about the invoice.")
        values[.outside] = words(
            "De Geschillencommissie. Die kijkt wie er gelijk heeft. Dat kan tot een jaar na uw klacht.",
            "De Geschillencommissie. Die kijkt wie er gelijk heeft. Dat kan tot een jaar na je klacht.",
            "The Disputes Committee. It looks who is right. You can go there until a year after your complaint.")
        values[.next] =
            values[.next]
            ?? {
                let day = DateWords.told(now.day + 14, today: now.day, key.voice.language)
                return words("Uiterlijk \(day) hoort u van ons.", "Uiterlijk \(day) hoor je van ons.", "You will hear from us by \(day).")
            }()
        values[.followLink] = "https://…/volgen/…"
        values[.ratingLink] = "https://…/mening/…"
        let shown = isBare ? LetterTags(key.kind).always : LetterTags(key.kind).all
        return values.filter { shown.contains($0.key) }
    }

    /// The letter as its reader would have it; nil where the text can't be used.
    package func letter(_ template: LetterTemplate, _ key: LetterKey, isBare: Bool = false) -> LetterTemplate? {
        guard LetterCheck(key.kind).flaws(of: template).isEmpty else { return nil }
        return try? LetterTemplates.filled(template, with: values(key, isBare: isBare))
    }

    private static func number(_ seed: UInt64) -> ComplaintNumber {
        var random = SeededGenerator(seed)
        return ComplaintNumber(random: &random)
    }

    private var complaint: Complaint? {
        var input = RegistrationInput()
        input.story = "–"
        input.customer.name = "Jan de Vries"
        input.customer.email = "jan@voorbeeld.invalid"
        let actor = Actor(.staff(StaffID(1)), roles: [.intake])
        let facts = Facts(calendar: house.calendar, procedure: house.procedures.current, natures: house.natures)
        let occurrences = try? Complaint.registering(input, number: Self.number(1), by: actor, at: now, with: facts)
        let recorded = (occurrences ?? []).enumerated().map {
            RecordedOccurrence(sequence: $0.offset + 1, at: now.instant, by: actor.identity, $0.element)
        }
        return Complaint(id: ComplaintID(1), history: recorded)
    }

    func occurrence(_ key: LetterKey) -> Occurrence {
        let isDutch = key.voice.language == .dutch
        func words(_ dutch: String, _ english: String) -> Passage { Passage(isDutch ? dutch : english) }
        let reason = words("De storing kwam twee dagen later terug.", "The failure came back two days later.")
        switch key.kind {
        case .received, .newDates, .followLink, .handlerAssigned: return Occurrence(.assigned(to: StaffID(1)))
        case .question: return Occurrence(.asked(words("Om welke factuur gaat het?", "Which invoice is it about?")))
        case .answer: return Occurrence(.answered(words("De monteur vervangt de schijf op dinsdag.", "The disk is replaced on Tuesday.")))
        case .proposal: return Occurrence(.proposed(words("Wij rekenen een maand niet.", "We do not charge you for one month.")))
        case .resolved:
            let remedy = Remedy(text: words("een maand zonder kosten", "a month free of charge"), amount: Money(cents: 4_500))
            let answer = words("De schijf was kapot. Die is vervangen.", "The disk was broken. It has been replaced.")
            return Occurrence(.resolved(Resolution(findings: [.upheld], remedy: remedy, answer: answer)))
        case .extended:
            let reason = words("Wij wachten op een rapport van de monteur.", "We wait for a report of the engineer.")
            return Occurrence(.extended(PromiseExtension(ordinal: 1, by: 5, reason: reason)))
        case .promiseDropped:
            let reason = words("De monteur had geen tijd voor een gesprek.", "The engineer had no time for a talk.")
            return Occurrence(.promiseChanged(PromiseChanged(ordinal: 1, day: nil, reason: reason)))
        case .closed, .satisfaction: return Occurrence(.closed)
        case .reopeningReceived: return Occurrence(.reopeningRequested(reason: reason))
        case .reopeningGranted: return Occurrence(.reopeningDecided(granted: true, reason: reason))
        case .reopeningRefused:
            return Occurrence(.reopeningDecided(granted: false, reason: words("Er is niets nieuws gebleken.", "Nothing new has come up.")))
        case .withdrawn: return Occurrence(.withdrawn(reason: words("Het werkt weer.", "It works again.")))
        case .referred:
            return Occurrence(
                .referred(to: words("uw netbeheerder", "your grid operator"), reason: words("De kabel is van hen.", "The cable is theirs."))
            )
        case .merged: return Occurrence(.markedDuplicate(of: ComplaintID(2)))
        case .resumed: return Occurrence(.unmarkedDuplicate)
        }
    }
}
