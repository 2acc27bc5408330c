package import Complaints
package import Records

/// Who gets which report by mail, and its sending: on the first working day after its days, in office hours, once.
package struct ReportOffice: Sendable {
    /// Who may read the reports, chooses who gets them, and can be chosen.
    package static let readers: Set<Role> = [.manager, .management]
    /// After that it is no news any more.
    private static let lifetime = 14

    private let records: any Database
    private let clock: Clock
    private let house: CurrentHouse
    private let counted: CountedCases

    package init(records: any Database, clock: Clock, house: CurrentHouse, counted: CountedCases) {
        (self.records, self.clock, self.house, self.counted) = (records, clock, house, counted)
    }

    package static func isSuitable(_ member: StaffMember) -> Bool { member.isActive && !member.roles.isDisjoint(with: readers) }

    /// Has these reports go to these people, and to nobody else.
    ///
    /// - Parameter seen: who got what when the author looked. Throws `Refusal.movedOn` where that is not so any more, and `.invalid` with the
    ///   kind's raw value as the field for somebody who may not read it.
    package func keep(_ chosen: [ReportKind: Set<StaffID>], seen: [ReportKind: Set<StaffID>], by actor: Actor) async throws {
        guard actor.hasAny(of: Self.readers) else { throw Refusal.notThere }
        let (now, house) = (clock.now(), house)
        try await records.write { tx in
            // One after another: who saves second must see what the first one did.
            try tx.holdAllStaff()
            let today = try house.settings(in: tx.snapshot).moment(at: now).day
            let before = Self.receivers(of: try tx.snapshot.reportOrders())
            guard ReportKind.allCases.allSatisfy({ before[$0, default: []] == seen[$0, default: []] }) else {
                throw Refusal.movedOn(seen: 0, now: 0)
            }
            let suitable = Set(try tx.snapshot.allStaff().filter(Self.isSuitable).map(\.id))
            let unfit = ReportKind.allCases.filter {
                !chosen[$0, default: []].subtracting(before[$0, default: []]).isSubset(of: suitable)
            }
            if !unfit.isEmpty { throw Refusal.invalid(unfit.map { FieldProblem($0.rawValue, .notSuitable) }) }
            for kind in ReportKind.allCases {
                let (old, new) = (before[kind, default: []], chosen[kind, default: []])
                for staff in old.symmetricDifference(new).sorted() {
                    try tx.order(kind, for: staff, isOn: new.contains(staff), toldThrough: today.previous, by: actor, at: now)
                    try tx.audit(
                        AuditLine(at: now, by: actor.identity, .reportOrdered, on: "\(kind.rawValue):\(staff.value)", from: nil))
                }
            }
        }
    }

    package static func receivers(of orders: [ReportOrder]) -> [ReportKind: Set<StaffID>] {
        Dictionary(grouping: orders.filter(\.isOn), by: \.kind).mapValues { Set($0.map(\.staff)) }
    }

    /// The reports of days that are over of which somebody is still to be told.
    package static func owed(_ orders: [ReportOrder], to staff: [StaffID: StaffMember], on today: Day) -> Set<ReportKind> {
        Set(orders.filter { order in isOwed(order, on: today) && staff[order.staff].map(isTold) ?? false }.map(\.kind))
    }

    private static func isOwed(_ order: ReportOrder, on today: Day) -> Bool {
        order.isOn && order.toldThrough < order.kind.period(before: today).last
    }

    private static func isTold(_ member: StaffMember) -> Bool { isSuitable(member) && member.isMailed }

    /// Writes the mails whose time has come; how many. Days that nobody could be told about in time (no server ran, no mail was set up) are
    /// told as long as no later ones are over.
    @discardableResult
    package func send() async throws -> Int {
        let (now, house, counted) = (clock.now(), house, counted)
        let mails = try await records.read { try Self.due(in: $0, counted, house.settings(in: $0), now) }
        if mails.isEmpty { return 0 }
        return try await records.write { tx in
            var made = 0
            for (order, days, memo) in mails where try tx.markTold(order, through: days.last) {
                try tx.add(memo, as: MemoID(Keys.fresh(at: now.milliseconds)), at: now, until: now.adding(days: Self.lifetime))
                made += 1
            }
            return made
        }
    }

    private static func due(
        in snapshot: Snapshot, _ counted: CountedCases, _ house: House, _ now: Instant
    ) throws -> [(ReportOrder, DayRange, NewMemo)] {
        let moment = house.moment(at: now)
        guard house.sendsMail, house.calendar.isOpen(at: moment) else { return [] }
        let due = try snapshot.reportOrders().filter { isOwed($0, on: moment.day) }
        if due.isEmpty { return [] }
        let cases = try counted.all(in: snapshot, at: now)
        let measures = try snapshot.measures(in: Set(MeasurePhase.allCases))
        let incidents = try snapshot.incidents()
        return try due.compactMap { order in
            guard let member = try snapshot.staffMember(order.staff), isTold(member) else { return nil }
            let days = order.kind.period(before: moment.day)
            let visibility = Visibility(member.actor)
            let first = ManagementReview.Facts.firstSignal(over: days, today: moment.day)
            let facts = ManagementReview.Facts(
                cases: cases.filter { $0.isListed(for: visibility) }, signals: try snapshot.keptSignals(from: first),
                incidents: incidents, measures: measures, judged: try snapshot.judgedWeeks(from: days.first - 6),
                baselines: try snapshot.chartBaselines(), size: try snapshot.knownSize())
            let mail = ReportMail(kind: order.kind, days: days, member: member, house: house, now: moment, facts: facts)
            return (order, days, mail.memo)
        }
    }
}
