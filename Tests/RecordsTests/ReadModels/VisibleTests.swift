import Complaints
import Records
import Rehearsal
import Testing

struct VisibleTests {
    /// Roles × member or program × confidential × handler × about whom: everything there is.
    @Test(arguments: EngineUnderTest.all)
    func `who may see what is the same in SQL as in Swift`(engine: EngineUnderTest) async throws {
        try await engine.withOffice { rehearsal in
            var complaints: [(id: ComplaintID, confidential: Bool, handler: StaffID?, about: StaffID?)] = []
            for confidential in [false, true] {
                for handler in [nil, StaffID(1), StaffID(2)] {
                    for about in [nil, StaffID(1), StaffID(2)] where about == nil || about != handler {
                        let id = try await rehearsal.register().id
                        complaints.append((id, confidential, handler, about))
                        try await rehearsal.records.write { tx in
                            _ = try tx.execute(
                                "UPDATE complaint SET is_confidential = ?, handler_id = ?, about_staff = ? WHERE id = ?",
                                SQLValue(confidential),
                                SQLValue(handler?.value), SQLValue(about?.value), .integer(id.value))
                        }
                    }
                }
            }
            for bits in 0..<(1 << Role.allCases.count) {
                let roles = Set(Role.allCases.enumerated().filter { bits & (1 << $0.offset) != 0 }.map(\.element))
                for actor in [
                    Actor(.staff(StaffID(1)), roles: roles), Actor(.token(1), roles: roles),
                    Actor(.staff(StaffID(1)), roles: roles, inPlaceOf: [StaffID(1), StaffID(2)]),
                ] {
                    let visibility = Visibility(actor)
                    for asList in [false, true] {
                        let sql = VisibleCondition(visibility, asList: asList)
                        let seen = try await rehearsal.records.read {
                            Set(
                                try $0.all("SELECT k.id FROM complaint k WHERE \(sql.sql)", values: sql.values) {
                                    ComplaintID($0.integer(0))
                                })
                        }
                        let expected = complaints.filter { one in
                            asList
                                ? visibility.listsFile(isConfidential: one.confidential, handler: one.handler, aboutStaff: one.about)
                                : visibility.seesFile(isConfidential: one.confidential, handler: one.handler, aboutStaff: one.about)
                        }
                        #expect(seen == Set(expected.map(\.id)), "\(roles) \(asList)")
                    }
                }
            }
        }
    }
}
