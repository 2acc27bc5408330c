import Casework
import Complaints
import Records

/// A complaint with what its JSON needs beside it.
struct ComplaintReading: Sendable {
    let complaint: Complaint
    let history: [RecordedOccurrence]
    let house: House
    let staff: [StaffID: StaffMember]
    /// The complaint this one was merged into.
    let duplicateOf: ComplaintNumber?
    /// The calendars that the promises were counted on, by version.
    let calendars: [Int: OfficeCalendar]
    /// What made the clock of each promise run, by its ordinal.
    let causes: [Int: PromiseRule.Start]

    /// Everybody who works here, where it matters whether anybody but the handler can judge.
    let colleagues: [Colleague]?

    /// A complaint of just now needs nothing that isn't known, unless it names colleagues: then nil.
    init?(fresh complaint: Complaint, house: House) {
        guard complaint.handler == nil, complaint.aboutStaff == nil, complaint.consultations.isEmpty, complaint.duplicateOf == nil,
            complaint.promises.allSatisfy({ $0.calendarVersion == house.calendar.version })
        else { return nil }
        self.complaint = complaint
        self.house = house
        history = []
        staff = [:]
        duplicateOf = nil
        colleagues = nil
        calendars = [house.calendar.version: house.calendar]
        causes = Self.causes(in: complaint, [])
    }

    /// - Parameters:
    ///   - history: what happened; read where it is needed and not known.
    ///   - isTold: whether that is told too.
    init(
        _ complaint: Complaint, history known: [RecordedOccurrence]? = nil, isTold: Bool = false, in snapshot: Snapshot, office: CaseOffice
    ) throws {
        self.complaint = complaint
        history = isTold ? known ?? [] : []
        let needsHistory = complaint.promises.contains { $0.start != complaint.receivedAt }
        causes = Self.causes(in: complaint, try known ?? (needsHistory ? snapshot.history(of: complaint.id) : []))
        house = try office.house.settings(in: snapshot)
        duplicateOf = try complaint.duplicateOf.flatMap { try snapshot.number(of: $0) }
        var calendars: [Int: OfficeCalendar] = [:]
        for version in Set(complaint.promises.map(\.calendarVersion)) {
            calendars[version] = try office.house.calendar(version: version, in: snapshot)
        }
        self.calendars = calendars
        colleagues = complaint.needsOtherJudge ? try snapshot.colleagues(at: office.clock.now()) : nil
        var staff: [StaffID: StaffMember] = [:]
        for id in Self.staff(in: complaint).union(history.flatMap { Self.staff(in: $0) }) {
            staff[id] = try snapshot.staffMember(id)
        }
        self.staff = staff
    }

    /// Where nothing has happened yet since, a promise can only have begun by the receipt or the registration.
    private static func causes(in complaint: Complaint, _ history: [RecordedOccurrence]) -> [Int: PromiseRule.Start] {
        var causes: [Int: PromiseRule.Start] = [:]
        for promise in complaint.promises {
            causes[promise.ordinal] =
                promise.start == complaint.receivedAt
                ? .receipt : history.isEmpty ? .registration : promise.cause(in: complaint, history: history)
        }
        return causes
    }

    private static func staff(in complaint: Complaint) -> Set<StaffID> {
        Set([complaint.handler, complaint.aboutStaff].compactMap(\.self) + complaint.consultations.map(\.colleague))
    }

    private static func staff(in recorded: RecordedOccurrence) -> [StaffID] {
        var found: [StaffID] = []
        if case .staff(let id) = recorded.by { found.append(id) }
        switch recorded.occurrence.event {
        case .assigned(let handler, _): found.append(handler)
        case .consulted(let consultation): found.append(consultation.colleague)
        case .registered(let registration): if let about = registration.aboutStaff { found.append(about) }
        case .classified(let classification): if let about = classification.aboutStaff { found.append(about) }
        default: break
        }
        return found
    }

    var zone: OfficeZone { house.calendar.zone }

    func email(_ id: StaffID?) -> String? { id.flatMap { staff[$0]?.email.text } }
    func name(_ id: StaffID?) -> String? { id.flatMap { staff[$0]?.name } }
    func time(_ instant: Instant?) -> String? { instant.map { MachineTime.text($0, zone) } }
}
