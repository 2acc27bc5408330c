package import Complaints

/// The built-in views of the desk; raw values stand in addresses.
package enum WorklistView: String, CaseIterable, Hashable, Sendable {
    /// Mine, and open or with something still owed.
    case mine
    /// Assigned to me, or reopened and still mine, and not yet accepted.
    case new
    case unassigned
    /// Due before the office closes its books on today, and not late yet.
    case today
    case late
    case waiting
    /// The customer said something and nobody has answered to it.
    case reaction
    /// The customer asks to look at it again.
    case reopening
    case open
    case all
}

/// What a list should hold. Every part that is set narrows it.
package struct WorklistFilter: Hashable, Sendable {
    package enum Order: String, CaseIterable, Hashable, Sendable {
        /// What is due first comes first.
        case due
        case newest, oldest
        /// What changed last comes first.
        case changed
    }

    package var view: WorklistView = .all
    package var words = ""
    package var phase: Phase?
    package var handler: StaffID?
    /// The team of whoever handles it now; empty for none.
    package var team: String?
    /// Whether somebody handles it.
    package var hasHandler: Bool?
    package var channel: Channel?
    /// A code, several with commas between them, or empty for none.
    package var about: String?
    package var wrong: String?
    package var severity: Severity?
    /// Whether it is more than ordinary, however much.
    package var isSerious: Bool?
    /// Whether the customer was given something.
    package var hasRemedy: Bool?
    package var theme: Int64?
    package var isConfidential: Bool?
    package var outcome: Finding?
    package var cause: Cause?
    package var hasCause: Bool?
    package var group: CustomerGroup?
    /// Whether it counts by itself: what was merged into another does not.
    package var isCounted: Bool?
    /// How it went with it, within a time.
    package var course: CourseFilter?
    /// Received on or after this instant…
    package var receivedFrom: Instant?
    /// …and before this one.
    package var receivedBefore: Instant?
    package var resolvedFrom: Instant?
    package var resolvedBefore: Instant?
    package var isOpen: Bool?
    package var isLate: Bool?
    package var order: Order = .newest

    package init() {}

    /// Whether anything but the words narrows it.
    var isNarrow: Bool {
        var other = self
        (other.words, other.order) = ("", .newest)
        return other != WorklistFilter()
    }
}

extension WorklistFilter {
    /// Whether it holds what is open and what is over with something still owed, and no other.
    var isToDo: Bool { isOpen == nil && isLate == nil && [.mine, .today, .late].contains(view) }

    /// Which of the open and the closed it can hold.
    var openness: Set<Bool> {
        if isOpen == true || isLate == true || [.unassigned, .open].contains(view) { return [true] }
        return isOpen == false ? [false] : [true, false]
    }
}

/// Where the next page begins: the place of the last row that was shown.
package struct WorklistCursor: Hashable, Sendable {
    package let rank: Int
    package let place: Int64
    package let id: Int64

    package init(rank: Int, place: Int64, id: Int64) {
        self.rank = rank
        self.place = place
        self.id = id
    }

    package var text: String { "\(rank).\(place).\(id)" }

    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let rank = Int(parts[0]), let place = Int64(parts[1]), let id = Int64(parts[2]) else { return nil }
        self.init(rank: rank, place: place, id: id)
    }
}

/// One page of a list.
package struct WorklistPage: Sendable {
    package let rows: [WorklistRow]
    package let next: WorklistCursor?
    /// Why there may be more than these pages hold.
    package var cut: SearchCut?
}

/// Why a search does not look at everything that it could.
package enum SearchCut: String, Hashable, Sendable {
    /// The words have more than `WorklistLimits.mostHits` hits, of which a filter or another order looks at the newest.
    case hits
    /// What was typed begins more words than are looked for.
    case words
}

/// Who looks, and when: what "mine", "late" and "today" mean, and what may be seen.
package struct WorklistReader: Sendable {
    package let visibility: Visibility
    package let now: Instant
    /// The day on the office's clock.
    package let today: Day
    /// Until where what is due is today's work: just past the next opening, since what ends before that must be done before closing.
    package let endOfToday: Instant

    package init(visibility: Visibility, now: Moment, calendar: OfficeCalendar) {
        self.visibility = visibility
        self.now = now.instant
        today = now.day
        endOfToday = calendar.endOfWork(before: calendar.nextWorkingDay(after: now.day))
    }

    /// Whether lists tell who complains about what. Management reads them without that.
    package var seesNames: Bool { visibility.seesOrdinaryFiles || !visibility.seesLists }
}
