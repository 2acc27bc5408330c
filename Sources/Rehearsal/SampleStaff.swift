import Complaints
package import Records

/// The people of the rehearsal house.
package enum SampleStaff {
    package static let iris = member(1, "Iris Bakker", [.intake])
    package static let hassan = member(2, "Hassan El Amrani", [.handler])
    package static let joost = member(3, "Joost Visser", [.handler])
    package static let mara = member(4, "Mara Jansen", [.manager])
    package static let dirk = member(5, "Dirk van Dam", [.management])
    package static let aukje = member(6, "Aukje Hoekstra", [.auditor])
    package static let bo = member(7, "Bo Willems", [.administrator])
    /// Two roles in one person.
    package static let sanne = member(8, "Sanne Smit", [.handler, .manager])
    /// Somebody without a part in complaints, who can be asked something.
    package static let peter = member(9, "Peter Mulder", [])

    package static let all = [iris, hassan, joost, mara, dirk, aukje, bo, sanne, peter]

    private static func member(_ id: Int64, _ name: String, _ roles: Set<Role>) -> StaffMember {
        let first = name.prefix { $0 != " " }.lowercased()
        guard let email = try? EmailAddress(parsing: "\(first)@gehoor.invalid") else { preconditionFailure(name) }
        return StaffMember(id: StaffID(id), name: name, email: email, roles: roles)
    }
}
