import Complaints
import Records
import Rehearsal

@testable import Casework

/// Every letter with everything it may speak of filled in.
enum LetterSamples {
    static let now = OfficeZone.amsterdam.moment(at: TestClock.start)

    /// What the page that edits letters shows.
    static func occurrence(for kind: LetterKind) -> Occurrence {
        LetterSpecimen(house: .standard, now: now).occurrence(LetterKey(kind, .formalDutch))
    }

    static func registered(_ change: (inout RegistrationInput) -> Void = { _ in }) throws -> [Occurrence] {
        var random = SeededGenerator(1)
        return try Complaint.registering(
            .sample(change), number: ComplaintNumber(random: &random), by: SampleStaff.iris.actor, at: now, with: .sample)
    }

    static func complaint(_ change: (inout RegistrationInput) -> Void = { _ in }) throws -> Complaint {
        let recorded = try registered(change).enumerated().map {
            RecordedOccurrence(sequence: $0.offset + 1, at: now.instant, by: SampleStaff.iris.actor.identity, $0.element)
        }
        guard let complaint = Complaint(id: ComplaintID(1), history: recorded) else { throw Refusal.notThere }
        return complaint
    }

    static let organisation = Organisation(name: "Wolkenland", phone: "020 123 4567", email: "klachten@wolkenland.invalid")

    static func facts(
        _ occurrence: Occurrence, organisation: Organisation = organisation, at now: Moment = now,
        _ change: (inout RegistrationInput) -> Void = { _ in }
    ) throws -> LetterFacts {
        var random = SeededGenerator(2)
        return LetterFacts(
            occurrence: occurrence, complaint: try complaint(change), organisation: organisation, calendar: Facts.sample.calendar,
            procedure: .standard, handlerName: "Hassan El Amrani", otherNumber: ComplaintNumber(random: &random), now: now,
            expectation: Expectation(workingDays: 6, isComparable: true))
    }

    static func letter(_ kind: LetterKind, _ voice: LetterVoice, _ change: (inout RegistrationInput) -> Void = { _ in }) throws -> NewLetter
    {
        let facts = try facts(occurrence(for: kind), change)
        var person = facts.complaint.correspondent ?? Person(name: "")
        person.language = voice.language
        return try voice.templates.write(kind, to: person, facts: facts)
    }
}

extension LetterVoice {
    /// Gehoor's own texts, in a house that speaks to customers so.
    var templates: LetterTemplates {
        var own = OwnLetters()
        own.addressing = self == .informalDutch ? .informal : .formal
        return LetterTemplates(own)
    }
}
