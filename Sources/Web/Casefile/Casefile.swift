import Casework
import Complaints
import Records

/// Everything a file page shows, read in one moment. One object, since every part of the page holds on to it.
final class Casefile: Sendable {
    let complaint: Complaint
    let history: [RecordedOccurrence]
    let letters: [Letter]
    /// The complaint this one was merged into.
    let duplicateOf: ComplaintNumber?
    /// The numbers of all complaints that this one was ever merged into.
    let merged: [ComplaintID: ComplaintNumber]
    /// The calendars that the promises were counted on, by version.
    let calendars: [Int: OfficeCalendar]

    init?(_ id: ComplaintID, in snapshot: Snapshot, house: CurrentHouse) throws {
        history = try snapshot.history(of: id)
        guard let complaint = Complaint(id: id, history: history) else { return nil }
        self.complaint = complaint
        letters = try snapshot.letters(of: id)
        duplicateOf = try complaint.duplicateOf.flatMap { try snapshot.number(of: $0) }
        var merged: [ComplaintID: ComplaintNumber] = [:]
        for case .markedDuplicate(let id) in history.map(\.occurrence.event) { merged[id] = try snapshot.number(of: id) }
        self.merged = merged
        var calendars: [Int: OfficeCalendar] = [:]
        for version in Set(complaint.promises.map(\.calendarVersion)) {
            calendars[version] = try house.calendar(version: version, in: snapshot)
        }
        self.calendars = calendars
    }

    func explanation(of promise: Promise, _ say: Wording) -> String {
        calendars[promise.calendarVersion].map {
            say.explanation(of: promise, on: $0, isReceipt: promise.start == complaint.receivedAt)
        } ?? ""
    }
}

/// What a person had typed when a form came back with a problem; nothing on a page that is merely opened.
struct ReturnedForm: Sendable {
    let act: Act
    let form: SubmittedForm
    let problems: [FieldProblem]
    /// What is wrong with the whole.
    let general: String?
}

/// The values and problems of one act's form.
struct ActFields {
    let act: Act
    let returned: ReturnedForm?
    let say: Wording

    private var mine: ReturnedForm? { returned?.act == act ? returned : nil }
    var isReturned: Bool { mine != nil }

    /// Whether any of these fields has a problem.
    func isWrong(_ names: String...) -> Bool { mine?.problems.contains { names.contains($0.field) } ?? false }

    func text(_ name: String, or standard: String = "") -> String { mine?.form[name] ?? standard }
    func all(_ name: String, or standard: Set<String> = []) -> Set<String> { mine.map { Set($0.form.all(name)) } ?? standard }
    func isOn(_ name: String, or standard: Bool = false) -> Bool { mine.map { $0.form.has(name) } ?? standard }

    /// A field with its problem, if it has one. Forms of several acts share a page, so the act is in the field's id.
    func field(_ name: String, _ label: String, hint: String? = nil, isOptional: Bool = false) -> Field {
        let problem = mine?.problems.first { $0.field == name }
        return Field(
            name, label, hint: hint, optional: isOptional ? say.optional : nil, error: problem.map { say.problem($0) }, prefix: act.rawValue
        )
    }
}
