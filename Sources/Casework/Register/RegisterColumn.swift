import Complaints
import Records

/// What a row of the register is read from.
struct RegisterRow {
    let complaint: Complaint
    let zone: OfficeZone
    /// E-mail addresses of the staff.
    let staff: [StaffID: String]
    let duplicateOf: ComplaintNumber?

    fileprivate func time(_ instant: Instant?) -> String? { instant.map { MachineTime.text($0, zone) } }
    fileprivate func email(_ id: StaffID?) -> String? { id.flatMap { staff[$0] } }
}

/// A column of the register as a file: values are codes, ISO 8601 and text as it was written. Names stay as they are.
struct RegisterColumn: Sendable {
    let name: String
    let text: @Sendable (RegisterRow) -> String?

    private init(_ name: String, _ text: @escaping @Sendable (RegisterRow) -> String?) { (self.name, self.text) = (name, text) }

    static let all: [RegisterColumn] =
        standing + person("customer") { $0.complaint.customer } + person("representative") { $0.complaint.representative?.person } + matter
        + PromiseKind.main.flatMap(promise) + outcome

    private static let standing = [
        RegisterColumn("number") { $0.complaint.number.formatted },
        RegisterColumn("phase") { $0.complaint.phase.rawValue },
        RegisterColumn("channel") { $0.complaint.channel.rawValue },
        RegisterColumn("receivedAt") { $0.time($0.complaint.receivedAt) },
        RegisterColumn("registeredAt") { $0.time($0.complaint.registeredAt) },
        RegisterColumn("changedAt") { $0.time($0.complaint.changedAt) },
    ]

    private static let matter = [
        RegisterColumn("representative.authority") { $0.complaint.representative?.authority.rawValue },
        RegisterColumn("story") { $0.complaint.story.text },
        RegisterColumn("grievances") { $0.complaint.grievances.compactMap { $0.text?.text }.joined(separator: "\n") },
        RegisterColumn("nature.about") { $0.complaint.nature?.about },
        RegisterColumn("nature.wrong") { $0.complaint.nature?.wrong },
        RegisterColumn("severity") { $0.complaint.severity.rawValue },
        RegisterColumn("severityReasons") { $0.complaint.severityReasons.map(\.rawValue).sorted().joined(separator: ",") },
        RegisterColumn("confidential") { $0.complaint.isConfidential ? "true" : "false" },
        RegisterColumn("aboutStaff") { $0.email($0.complaint.aboutStaff) },
        RegisterColumn("handler") { $0.email($0.complaint.handler) },
    ]

    private static let outcome = [
        RegisterColumn("outcome") { $0.complaint.outcome?.rawValue },
        RegisterColumn("cause") { $0.complaint.cause?.rawValue },
        RegisterColumn("remedy.text") { $0.complaint.remedy?.text?.text },
        RegisterColumn("remedy.amount") { $0.complaint.remedy?.amount?.description },
        RegisterColumn("resolvedAt") { $0.time($0.complaint.resolvedAt) },
        RegisterColumn("closedAt") { $0.time($0.complaint.closedAt) },
        RegisterColumn("duplicateOf") { $0.duplicateOf?.formatted },
    ]

    private static func person(_ role: String, _ person: @escaping @Sendable (RegisterRow) -> Person?) -> [RegisterColumn] {
        [
            RegisterColumn("\(role).name") { person($0)?.name },
            RegisterColumn("\(role).organisation") { person($0)?.organisation },
            RegisterColumn("\(role).customerNumber") { person($0)?.customerNumber },
            RegisterColumn("\(role).email") { person($0)?.email?.text },
            RegisterColumn("\(role).phone") { person($0)?.phone?.display },
            RegisterColumn("\(role).address") { person($0)?.address },
            RegisterColumn("\(role).language") { person($0)?.language.rawValue },
            RegisterColumn("\(role).preferredContact") { person($0)?.preferredContact?.rawValue },
        ]
    }

    /// The last promise of its kind.
    private static func promise(_ kind: PromiseKind) -> [RegisterColumn] {
        [
            RegisterColumn("\(kind.rawValue).due") { row in row.time(row.complaint.promises.last { $0.kind == kind }?.due) },
            RegisterColumn("\(kind.rawValue).metAt") { row in row.time(row.complaint.promises.last { $0.kind == kind }?.metAt) },
        ]
    }
}
