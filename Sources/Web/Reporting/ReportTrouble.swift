import Complaints
import HTTPTypes

/// What stands in the way of going on: sentences at fields, or about the whole.
struct ReportTrouble: Sendable {
    var fields: [ReportField: String] = [:]
    var files: String?
    var trap: String?
    var general: [String] = []
    var status = HTTPResponse.Status.unprocessableContent

    var isEmpty: Bool { fields.isEmpty && files == nil && trap == nil && general.isEmpty }

    static func general(_ words: String, _ status: HTTPResponse.Status = .unprocessableContent) -> ReportTrouble {
        var trouble = ReportTrouble()
        trouble.general = [words]
        trouble.status = status
        return trouble
    }
}

extension Report {
    /// What is wrong with the story.
    func storyTrouble(_ say: Wording) -> ReportTrouble {
        var check = FieldCheck()
        _ = check.prose(self[.story], at: "story", limit: Complaint.longestStory, required: true, isQuoted: true)
        return trouble(check.problems, say)
    }

    /// What is wrong with how to reach the writer. A way that is preferred must also be filled in.
    func reachTrouble(_ say: Wording) -> ReportTrouble {
        var check = FieldCheck()
        let input = input(.dutch)
        _ = (input.representative ?? input.customer).person(into: &check)
        if isForAnother { _ = input.customer.person(into: &check, prefix: "customer.", mustBeReachable: false) }
        if self[.preferred] == ContactMeans.email.rawValue, self[.email].isBlank { check.note(.missing, at: "email") }
        if self[.preferred] == ContactMeans.phone.rawValue, self[.phone].isBlank { check.note(.missing, at: "phone") }
        return trouble(check.problems, say)
    }

    /// The domain's problems, each at the field where the writer can mend it.
    func trouble(_ problems: [FieldProblem], _ say: Wording) -> ReportTrouble {
        var trouble = ReportTrouble()
        for problem in problems {
            guard let field = field(of: problem) else {
                trouble.general.append(say.problem(problem))
                continue
            }
            if trouble.fields[field] == nil { trouble.fields[field] = say.reportProblem(problem, at: field) }
        }
        return trouble
    }

    private func field(of problem: FieldProblem) -> ReportField? {
        if isForAnother, problem.field == "customer.name" { return .anotherName }
        let name = problem.field.split(separator: ".").last.map(String.init) ?? ""
        return name == "preferredContact" ? .preferred : ReportField(rawValue: name)
    }
}

extension Wording {
    /// What the writer can do about it.
    func reportProblem(_ problem: FieldProblem, at field: ReportField) -> String {
        switch (problem.reason, field) {
        case (.missing, .story): self("Vertel wat er is misgegaan.", "Tell us what went wrong.")
        case (.tooLong(let limit), .story):
            self(
                "Maak uw verhaal korter: hoogstens \(limit) tekens. U kunt ook een bestand toevoegen.",
                "Make your story shorter: at most \(limit) characters. You can also add a file.")
        case (.missing, .name): self("Vul uw naam in.", "Fill in your name.")
        case (.missing, .anotherName):
            self("Vul in namens wie u klaagt.", "Fill in on whose behalf you complain.")
        case (.missing, .email): self("Vul uw e-mailadres in.", "Fill in your e-mail address.")
        case (.missing, .phone): self("Vul uw telefoonnummer in.", "Fill in your phone number.")
        case (.unreachable, _):
            self("Vul uw e-mailadres of uw telefoonnummer in.", "Fill in your e-mail address or your phone number.")
        default: self.problem(problem)
        }
    }
}
