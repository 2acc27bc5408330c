package import Complaints

extension ProcedureSurroundings {
    /// What a procedure of this house is checked against.
    package init(_ house: House, at now: Instant) {
        self.init(calendar: house.calendar, natures: house.natures, today: house.moment(at: now).day)
    }

    private init(calendar: OfficeCalendar, natures: NatureLists, today: Day) {
        // A new link is asked for by the customer, and the acknowledgement is the procedure itself: neither can be left out.
        let needed = LetterKind.allCases.filter { $0.carriesOwnWords || $0 == .followLink || $0 == .received || $0 == .newDates }
        self.init(
            calendar: calendar, natures: natures, letters: Set(LetterKind.allCases.map(\.rawValue)),
            neededLetters: Set(needed.map(\.rawValue)), today: today)
    }
}
