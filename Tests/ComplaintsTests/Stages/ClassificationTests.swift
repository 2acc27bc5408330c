import Complaints
import Testing

struct ClassificationTests {
    private func input(_ change: (inout ClassificationInput) -> Void) -> ComplaintCommand {
        var input = ClassificationInput()
        change(&input)
        return .classify(input)
    }

    @Test func `nature by code or label, severity with its reasons, confidential`() throws {
        var life = try Life()
        try life.perform(
            input {
                $0.about = "Facturatie"
                $0.wrong = "wrong-amount"
                $0.severity = "serious"
                $0.reasons = ["money", "repeat"]
                $0.isConfidential = true
            }, by: Desk.mara)
        #expect(life.complaint.nature == Nature(about: "billing", wrong: "wrong-amount"))
        #expect(life.complaint.severity == .serious)
        #expect(life.complaint.severityReasons == [.money, .repeat])
        #expect(life.complaint.isConfidential)
    }

    @Test func `what is not given stays`() throws {
        var life = try Life {
            $0.natureAbout = "billing"; $0.natureWrong = "wrong-amount"; $0.severity = "serious"; $0.severityReasons = ["money"]
        }
        try life.perform(input { $0.wrong = "too-slow" }, by: Desk.iris)
        #expect(life.complaint.nature == Nature(about: "billing", wrong: "too-slow"))
        #expect(life.complaint.severity == .serious)
        #expect(life.complaint.severityReasons == [.money])
    }

    @Test func `a nature that is no longer offered may be kept, not chosen`() throws {
        var life = try Life {
            $0.natureAbout = "billing"; $0.natureWrong = "wrong-amount"
        }
        for index in life.facts.natures.about.indices { life.facts.natures.about[index].isActive = false }
        #expect(
            life.problems(
                of: input {
                    $0.severity = "critical"; $0.reasons = ["safety"]
                }, by: Desk.mara) == [])
        #expect(life.problems(of: input { $0.about = "hosting" }, by: Desk.mara) == ["about unknown"])
    }

    @Test func `half a nature, unknown words and a severity without reasons are refused`() throws {
        let life = try Life()
        #expect(life.problems(of: input { $0.about = "billing" }, by: Desk.mara) == ["wrong missing"])
        #expect(
            life.problems(
                of: input {
                    $0.about = "x"; $0.wrong = "y"
                }, by: Desk.mara) == ["about unknown", "wrong unknown"])
        #expect(life.problems(of: input { $0.severity = "critical" }, by: Desk.mara) == ["reasons missing"])
        #expect(
            life.problems(
                of: input {
                    $0.severity = "critical"; $0.reasons = ["boos"]
                }, by: Desk.mara) == ["reasons unknown"])
        #expect(life.problems(of: input { $0.aboutStaff = .unknown }, by: Desk.mara) == ["aboutStaff unknown"])
        #expect(life.problems(of: input { $0.aboutStaff = .staff(StaffID(99)) }, by: Desk.mara) == ["aboutStaff unknown"])
    }

    @Test func `whom it is about no longer sees it, in any role`() throws {
        var life = try Life()
        try life.perform(input { $0.aboutStaff = .staff(StaffID(4)) }, by: Desk.iris)
        #expect(!life.complaint.isVisible(to: Desk.mara))
        #expect(life.refusal(of: .note("x"), by: Desk.mara) == "not-there")
        try life.perform(input { $0.aboutStaff = .nobody }, by: Desk.iris)
        #expect(life.complaint.isVisible(to: Desk.mara))
    }
}
