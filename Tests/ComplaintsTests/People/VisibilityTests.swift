import Complaints
import Testing

struct VisibilityTests {
    private func complaint(confidential: Bool = false, about: StaffID? = nil) throws -> Complaint {
        var life = try Life {
            $0.isConfidential = confidential; $0.aboutStaff = about
        }
        try life.perform(.assign(to: StaffID(2)), by: Desk.mara)
        return life.complaint
    }

    private func member(_ roles: Role...) -> Actor { Actor(.staff(StaffID(1)), roles: Set(roles)) }

    @Test func `customer service, handlers, the manager and auditors read ordinary files`() throws {
        let complaint = try complaint()
        for role in [Role.intake, .handler, .manager, .auditor] { #expect(complaint.isVisible(to: member(role))) }
        for role in [Role.management, .administrator] { #expect(!complaint.isVisible(to: member(role))) }
        #expect(!complaint.isVisible(to: member()))
    }

    @Test func `a confidential file is read by its handler and the manager only`() throws {
        let complaint = try complaint(confidential: true)
        #expect(complaint.isVisible(to: Desk.hassan))
        #expect(complaint.isVisible(to: Desk.mara))
        for role in [Role.intake, .handler, .auditor, .management, .administrator] { #expect(!complaint.isVisible(to: member(role))) }
        #expect(!complaint.isVisible(to: Actor(.token(2), roles: [.intake, .handler, .auditor])))
    }

    @Test func `whom it is about never reads it, whatever their roles`() throws {
        let complaint = try complaint(about: StaffID(1))
        let everything = Actor(.staff(StaffID(1)), roles: Set(Role.allCases))
        #expect(!complaint.isVisible(to: everything))
        #expect(complaint.possibleActs(for: everything).isEmpty)
    }

    @Test func `management reads the file about the manager whose place it takes, acts there as one, and on no other`() throws {
        let director = Actor(.staff(StaffID(5)), roles: [.management], inPlaceOf: [StaffID(4)])
        for confidential in [false, true] {
            var life = try Life {
                $0.isConfidential = confidential; $0.aboutStaff = StaffID(4)
            }
            #expect(life.complaint.isVisible(to: director) && life.complaint.isListed(to: director))
            #expect(!life.complaint.isVisible(to: Actor(.staff(StaffID(5)), roles: [.management])))
            #expect(life.refusal(of: .assign(to: StaffID(2)), by: Desk.mara) == "not-there")
            try life.perform(.assign(to: StaffID(2)), by: director)
        }
        let other = try complaint(about: StaffID(3))
        #expect(!other.isVisible(to: director) && other.possibleActs(for: director).isEmpty)
        #expect(!other.isVisible(to: Actor(.staff(StaffID(3)), roles: [.management], inPlaceOf: [StaffID(3)])), "nor of oneself")
    }

    @Test func `lists tell management of ordinary complaints, and nobody of more than that who may not read the file`() throws {
        let ordinary = try complaint()
        let secret = try complaint(confidential: true)
        let own = try complaint(about: StaffID(1))
        for role in [Role.intake, .handler, .manager, .auditor, .management] { #expect(ordinary.isListed(to: member(role))) }
        #expect(!ordinary.isListed(to: member(.administrator)) && !ordinary.isListed(to: member()))
        for role in [Role.intake, .handler, .auditor, .management] { #expect(!secret.isListed(to: member(role))) }
        #expect(secret.isListed(to: Desk.hassan) && secret.isListed(to: Desk.mara))
        #expect(!own.isListed(to: member(.management, .manager)))
    }

    @Test func `roles add up`() throws {
        #expect(try complaint(confidential: true).isVisible(to: member(.administrator, .manager)))
        #expect(try complaint().isVisible(to: member(.management, .auditor)))
    }
}
