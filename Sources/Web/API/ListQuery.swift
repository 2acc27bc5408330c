import Complaints
import Hummingbird
import Records

/// The query of a list: which complaints, how many, from where on. What isn't known or can't be read is refused, each by its name.
struct ListQuery {
    private(set) var filter = WorklistFilter()
    private(set) var limit = 50
    private(set) var cursor: WorklistCursor?

    static let mostItems = 200

    init(_ request: Request, say: Wording, zone: OfficeZone, in snapshot: Snapshot) throws {
        var reader = QueryReader(try SubmittedForm(queryOf: request))
        filter.words = reader.text("q", limit: 500) ?? ""
        filter.phase = reader.word("phase")
        filter.channel = reader.word("channel")
        filter.severity = reader.word("severity")
        filter.about = reader.text("about", limit: 100)
        filter.wrong = reader.text("wrong", limit: 100)
        filter.isOpen = reader.truth("open")
        filter.isLate = reader.truth("late")
        filter.receivedFrom = reader.day("from").map { zone.instant(of: CivilTime($0, TimeOfDay(0))) }
        filter.receivedBefore = reader.day("to").map { zone.instant(of: CivilTime($0.next, TimeOfDay(0))) }
        limit = reader.number("limit", 1...Self.mostItems) ?? limit
        cursor = reader.value("cursor") { WorklistCursor($0) }
        try readHandler(&reader, in: snapshot)
        try reader.finish(say)
    }

    private mutating func readHandler(_ reader: inout QueryReader, in snapshot: Snapshot) throws {
        guard let text = reader.text("handler", limit: 300) else { return }
        if text == "none" {
            filter.hasHandler = false
        } else if let email = try? EmailAddress(parsing: text), let member = try snapshot.staffMember(email: email) {
            filter.handler = member.id
        } else {
            reader.refuse("handler", .unknown)
        }
    }
}

/// Takes parameters of a query one by one; each may come once.
private struct QueryReader {
    private let form: SubmittedForm
    private var known: Set<String> = []
    private var problems: [FieldProblem] = []

    init(_ form: SubmittedForm) { self.form = form }

    mutating func refuse(_ name: String, _ reason: FieldProblem.Reason) { problems.append(FieldProblem(name, reason)) }

    mutating func value<Value>(_ name: String, or reason: FieldProblem.Reason = .malformed, _ read: (String) -> Value?) -> Value? {
        known.insert(name)
        let values = form.all(name)
        guard let text = values.first else { return nil }
        if values.count == 1, let value = read(text) { return value }
        refuse(name, values.count == 1 ? reason : .tooMany(limit: 1))
        return nil
    }

    mutating func text(_ name: String, limit: Int) -> String? {
        value(name, or: .tooLong(limit: limit)) { $0.unicodeScalars.count <= limit ? $0 : nil }
    }

    mutating func word<Word: RawRepresentable>(_ name: String) -> Word? where Word.RawValue == String {
        value(name, or: .unknown) { Word(rawValue: $0) }
    }

    mutating func truth(_ name: String) -> Bool? { value(name, or: .unknown) { $0 == "true" ? true : $0 == "false" ? false : nil } }

    mutating func day(_ name: String) -> Day? { value(name) { Day(iso: $0) } }

    mutating func number(_ name: String, _ range: ClosedRange<Int>) -> Int? {
        value(name) { text in
            guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), range.contains(number) else {
                return nil
            }
            return number
        }
    }

    func finish(_ say: Wording) throws(ProblemDetails) {
        let unknown = Set(form.fields.map(\.name)).subtracting(known).sorted().map {
            ProblemField(
                field: FieldText.shortened($0, to: 100), code: "unknown-field",
                detail: say("Dit filter is er niet.", "There is no such filter."))
        }
        let errors = problems.map { ProblemField(field: $0.field, code: $0.reason.code, detail: Self.detail($0, say)) } + unknown
        guard errors.isEmpty else {
            throw ProblemDetails(
                .unprocessableContent, code: "invalid",
                detail: say("Er is een probleem met wat u vroeg.", "There is a problem with what you asked."),
                errors: errors)
        }
    }

    private static func detail(_ problem: FieldProblem, _ say: Wording) -> String {
        switch (problem.field, problem.reason) {
        case ("limit", .malformed): say("Geef een getal van 1 tot en met 200.", "Give a number from 1 to 200.")
        case ("cursor", .malformed): say("Geef de next van de vorige bladzijde.", "Give the next of the page before.")
        case (_, .malformed): say("Geef een dag: 2026-11-20.", "Give a day: 2026-11-20.")
        default: say.problem(problem)
        }
    }
}
