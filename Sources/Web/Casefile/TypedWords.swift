import Complaints

/// What somebody typed in the form of an act, as they would read it: what was chosen in words, what only programs read left out.
struct TypedWords {
    let desk: Desk
    let act: Act

    private var say: Wording { desk.say }

    /// One below the other, in the order of the form.
    func text(of fields: [SubmittedForm.Field]) -> String {
        fields.filter { !$0.value.isBlank }.compactMap { words(of: $0.name, $0.value) }.joined(separator: "\n\n")
    }

    private func words(of name: String, _ value: String) -> String? {
        switch name {
        case "finding": Finding(rawValue: value).map { say.finding($0) }
        case _ where name.hasPrefix("findings."):
            Finding(rawValue: value).map { "\(name.dropFirst("findings.".count)). \(say.finding($0))" }
        case "cause", "direct", "root": Cause(rawValue: value).map { desk.cause($0) }
        case "outcome": ContactOutcome(rawValue: value).map { say.outcome($0) }
        case "granted": value == "yes" ? say("Ja, heropen", "Yes, reopen") : say("Nee", "No")
        case _ where name.hasPrefix("why-"): value
        case "text", "note", "question", "answer", "reason", "to", "story", "due", "promiseDue", "by", "day", "time", "of", "remedy.text",
            "remedy.amount":
            value
        case _ where act == .correct && Self.isOfPerson(name): value
        default: nil
        }
    }

    private static func isOfPerson(_ name: String) -> Bool {
        CorrectionForm.person.prefix { $0 != "language" }.contains { name == "customer.\($0)" || name == "representative.\($0)" }
    }
}
