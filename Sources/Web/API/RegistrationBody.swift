import Complaints

/// The body of a registration. What is wrong with the values is the domain's to say; only what is no value at all is refused here.
struct RegistrationBody {
    var input = RegistrationInput()
    /// The e-mail address of the member of staff it is about.
    let aboutStaff: String?

    init(_ fields: JSONFields) throws {
        aboutStaff = fields.text("aboutStaff")
        input.channel = fields.text("channel") ?? Channel.api.rawValue
        input.received = fields.text("receivedAt").map { MomentText.receipt($0) } ?? .now
        input.story = fields.text("story")
        input.customer = fields.object("customer").map { PersonBody.person($0) } ?? PersonInput()
        if let representative = fields.object("representative").map({ PersonBody.representative($0) }) {
            (input.representative, input.authority) = (representative.person, representative.authority)
        }
        input.grievances = fields.optional("grievances", .listOfTexts) ?? []
        let nature = fields.object("nature")
        (input.natureAbout, input.natureWrong) = (nature?.text("about"), nature?.text("wrong"))
        input.severity = fields.text("severity")
        input.severityReasons = fields.optional("reasons", .listOfTexts) ?? []
        input.isConfidential = fields.optional("confidential", .bool) ?? false
        input.firstCallSolution = fields.object("solution").map { ResolutionBody.solution($0) }
        try fields.finish()
    }

    /// Names of fields as this body has them, for the domain's names.
    static func name(of field: String) -> String {
        switch field {
        case "severityReasons": "reasons"
        case "cause", "answer", "remedy.text", "remedy.amount": "solution.\(field)"
        default: field
        }
    }
}

/// A solution in JSON.
enum ResolutionBody {
    /// What there is to say of a solution besides the verdict.
    static func solution(_ fields: JSONFields) -> ResolutionInput {
        var input = ResolutionInput()
        input.cause = fields.text("cause")
        let remedy = fields.object("remedy")
        input.remedyText = remedy?.text("text")
        input.remedyAmount = remedy?.optional("amount", .textOrNumber)
        input.answer = fields.text("answer")
        return input
    }

    static func resolution(_ fields: JSONFields) -> ResolutionInput {
        var input = solution(fields)
        input.finding = fields.text("finding")
        input.findings = fields.optional("findings", .texts(max: 100)) ?? [:]
        return input
    }
}
