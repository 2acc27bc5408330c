import Casework
import Complaints
import Foundation

/// An intake as it stands on the page: what was typed, who sent it for which time, what is wrong with it.
struct IntakeForm: Sendable {
    /// Beside "Registreer", which sends the form as it is.
    enum Press: Hashable, Sendable {
        case register
        case lookUp
        /// A found customer, by the number of their newest complaint.
        case choose(ComplaintNumber)
    }

    static let submission = "inzending"
    static let lookUp = "zoek"
    static let choose = "kies"
    static let mostGrievances = 3
    static let person = ["name", "organisation", "customerNumber", "phone", "email", "address", "preferredContact", "language"]
    static let solution = ["answer", "cause", "remedy.text", "remedy.amount"]

    private(set) var form: SubmittedForm
    var problems: [FieldProblem] = []
    /// Words for what has no reason of the domain's, by field.
    var remarks: [String: String] = [:]

    /// An empty page.
    init() { form = SubmittedForm() }

    init(_ form: SubmittedForm) { self.form = form }

    static let fields: Set<String> = {
        let people = person.map { "customer.\($0)" } + person.map { "representative.\($0)" }
        let own = [
            FormTokens.field, DraftSlots.field, submission, lookUp, choose, "story", "channel", "receivedAt", "receivedTime",
            "nature.about", "nature.wrong",
            "severity", "severityReasons", "confidential", "aboutStaff", "representative.authority", "file", "solved",
        ]
        return Set(people + own + solution + (1...mostGrievances).map { "grievances.\($0)" })
    }()

    /// What is typed rather than chosen: one of these holds something in a draft.
    static let typed: Set<String> = {
        let words = ["name", "organisation", "customerNumber", "phone", "email", "address"]
        let people = words.flatMap { ["customer.\($0)", "representative.\($0)"] }
        return Set(people + solution + ["story"] + (1...mostGrievances).map { "grievances.\($0)" })
    }()

    var press: Press {
        if let number = ComplaintNumber(parsing: form.text(Self.choose)) { return .choose(number) }
        return form.has(Self.lookUp) ? .lookUp : .register
    }

    func text(_ name: String) -> String { form.text(name) }
    func isOn(_ name: String) -> Bool { form.has(name) }
    func all(_ name: String) -> Set<String> { Set(form.all(name)) }
    func isFilled(_ names: [String]) -> Bool { names.contains { !form.text($0).isBlank } }
    func hasProblem(_ prefixes: String...) -> Bool { problems.contains { problem in prefixes.contains { problem.field.hasPrefix($0) } } }

    /// Puts a customer's details in place of what was typed.
    mutating func fill(with person: Person) {
        for (name, value) in Self.details(of: person) {
            form.fields.removeAll { $0.name == name }
            form.fields.append(SubmittedForm.Field(name: name, value: value))
        }
    }

    /// A person's details by the names of their fields; what is not known is empty.
    static func details(of person: Person) -> [(field: String, value: String)] {
        [
            ("customer.name", person.name), ("customer.organisation", person.organisation ?? ""),
            ("customer.customerNumber", person.customerNumber ?? ""), ("customer.phone", person.phone?.display ?? ""),
            ("customer.email", person.email?.text ?? ""), ("customer.address", person.address ?? ""),
            ("customer.preferredContact", person.preferredContact?.rawValue ?? ""), ("customer.language", person.language.rawValue),
        ]
    }

    // MARK: As an input

    /// The input, with what can't be put into one noted in `problems`.
    mutating func input(today now: Moment, zone: OfficeZone) -> RegistrationInput {
        var input = RegistrationInput()
        input.channel = form["channel"]
        input.received = received(now: now, zone: zone)
        input.story = form["story"]
        input.customer = personInput("customer.")
        let representative = personInput("representative.")
        if !representative.isEmpty {
            input.representative = representative
            input.authority = form["representative.authority"]
        }
        input.grievances = (1...Self.mostGrievances).map { form.text("grievances.\($0)") }
        input.natureAbout = form["nature.about"]
        input.natureWrong = form["nature.wrong"]
        input.severity = form["severity"]
        input.severityReasons = form.all("severityReasons")
        input.isConfidential = form.has("confidential")
        input.aboutStaff = aboutStaff()
        input.firstCallSolution = solution()
        return input
    }

    private mutating func received(now: Moment, zone: OfficeZone) -> ReceiptInput {
        let (day, time) = (form.text("receivedAt").trimmed, form.text("receivedTime").trimmed)
        if day.isEmpty, time.isEmpty { return .now }
        let typedDay = day.isEmpty ? now.day : try? Day(typed: day, today: now.day)
        guard let typedDay else { return .unreadable }
        if time.isEmpty { return typedDay == now.day ? .now : .day(typedDay) }
        guard let typedTime = TypedMoment.timeOfDay(time) else {
            problems.append(FieldProblem("receivedTime", .malformed))
            return .now
        }
        return .instant(zone.instant(of: CivilTime(typedDay, typedTime)))
    }

    private func personInput(_ prefix: String) -> PersonInput {
        PersonInput(
            name: form[prefix + "name"], organisation: form[prefix + "organisation"], customerNumber: form[prefix + "customerNumber"],
            email: form[prefix + "email"], phone: form[prefix + "phone"], address: form[prefix + "address"],
            language: form[prefix + "language"], preferredContact: form[prefix + "preferredContact"])
    }

    private mutating func aboutStaff() -> StaffID? {
        let text = form.text("aboutStaff").trimmed
        if text.isEmpty { return nil }
        if let id = Int64(text) { return StaffID(id) }
        problems.append(FieldProblem("aboutStaff", .unknown))
        return nil
    }

    /// A solution that is filled in but not ticked is a slip that must not vanish.
    private mutating func solution() -> ResolutionInput? {
        guard form.has("solved") else {
            if isFilled(Self.solution) { problems.append(FieldProblem("solved", .missing)) }
            return nil
        }
        var solution = ResolutionInput()
        solution.cause = form["cause"]
        solution.remedyText = form["remedy.text"]
        solution.remedyAmount = form["remedy.amount"]
        solution.answer = form["answer"]
        return solution
    }

    // MARK: Sent twice

    /// Names this very intake: the same form with the same content is the same intake; with other content it is another one, since a person
    /// who goes back and types a new complaint must not lose it.
    func request(by staff: StaffID?) throws -> IdempotentRequest {
        var content: [UInt8] = []
        for field in form.fields where field.name != FormTokens.field && field.name != DraftSlots.field {
            for text in [field.name, field.value] { content += Array("\(text.utf8.count) ".utf8) + Array(text.utf8) }
        }
        for file in form.files { content += Array(file.fileName.utf8) + file.sha256 }
        let digest = HexDigest.of(content)
        return try IdempotentRequest(token: 0, key: "intake-\(staff?.value ?? 0)-\(digest)", body: content)
    }
}
