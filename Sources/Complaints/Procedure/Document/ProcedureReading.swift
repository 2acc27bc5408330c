/// What a procedure is checked against beside itself.
package struct ProcedureSurroundings: Sendable {
    package var calendar: OfficeCalendar
    package var natures: NatureLists
    /// The codes of the letters there are, and of those that carry what somebody wrote to the customer.
    package var letters: Set<String>
    package var neededLetters: Set<String>
    package var today: Day

    package init(calendar: OfficeCalendar, natures: NatureLists, letters: Set<String>, neededLetters: Set<String>, today: Day) {
        (self.calendar, self.natures, self.letters) = (calendar, natures, letters)
        (self.neededLetters, self.today) = (neededLetters, today)
    }
}

extension Procedure {
    /// Reads and judges a document as a whole. What has a finding never comes into force: there is no procedure then.
    ///
    /// - Parameter surroundings: nil for a document that was judged when it came into force; what changed around it since does not matter.
    package init(reading document: DocumentNode, version: Int, in surroundings: ProcedureSurroundings?) throws(ProcedureRefusal) {
        var reading = ProcedureReading(surroundings: surroundings)
        let procedure = reading.procedure(document, version: version)
        guard let procedure, reading.reader.findings.isEmpty else { throw ProcedureRefusal(reading.reader.findings) }
        self = procedure
    }
}

/// Why a document can't come into force: at least one finding, in the order of their lines.
package struct ProcedureRefusal: Error, Hashable, Sendable {
    package let findings: [ProcedureFinding]

    package init(_ findings: [ProcedureFinding]) { self.findings = findings.sorted { ($0.line, $0.place) < ($1.line, $1.place) } }
}

/// The reading of one document, part by part; each part judges itself, and together they are judged at the end.
struct ProcedureReading {
    var reader = DocumentReader()
    let surroundings: ProcedureSurroundings?

    private static let names = [
        "title", "purpose", "chapters", "phases", "promises", "acts", "letters", "reminders", "remedies", "immediate", "attempts",
        "closing", "reopening", "outside", "retention",
    ]
    private static let required = ["title", "purpose", "chapters", "phases", "promises", "reminders", "reopening"]

    init(surroundings: ProcedureSurroundings?) { self.surroundings = surroundings }

    /// Whether it is to come into force now. What did so before goes on, also where more is asked of a document since.
    var isNew: Bool { surroundings != nil }

    /// Nil where a part is missing that the rest can't do without.
    mutating func procedure(_ document: DocumentNode, version: Int) -> Procedure? {
        let fields = reader.fields(of: document, at: "", known: Self.names, required: Self.required)
        let phases = fields["phases"].map { self.phases($0.value) } ?? []
        let promises = fields["promises"].map { self.promises($0.value) } ?? []
        let reminders = fields["reminders"].map { self.reminders($0.value, promises: promises) } ?? []
        let reopening = fields["reopening"].flatMap { self.reopeningDays($0.value) }
        guard let reopening else { return nil }
        var procedure = Procedure(
            version: version, phases: phases, promises: promises, reminders: reminders, reopeningDays: reopening)
        readWords(fields, into: &procedure)
        readRules(fields, into: &procedure)
        if let chapters = fields["chapters"] { judgeMarks(in: chapters.value, of: procedure) }
        if hasNoWorkingDay { reader.note(.alwaysClosed, at: "promises", line: fields["promises"]?.line ?? document.line) }
        return procedure
    }

    private mutating func readWords(_ fields: [String: DocumentNode.Entry], into procedure: inout Procedure) {
        if let title = fields["title"], let text = reader.bilingual(title.value, at: "title") { procedure.title = text }
        if let purpose = fields["purpose"], let text = reader.bilingual(purpose.value, at: "purpose") { procedure.purpose = text }
        procedure.chapters = fields["chapters"].map { chapters($0.value) } ?? []
        procedure.outsideBodies = fields["outside"].map { outsideBodies($0.value) } ?? []
        procedure.retention = fields["retention"].map { retention($0.value) } ?? []
    }

    private mutating func readRules(_ fields: [String: DocumentNode.Entry], into procedure: inout Procedure) {
        procedure.acts = fields["acts"].map { acts($0.value) } ?? [:]
        if let letters = fields["letters"] { self.letters(letters.value, into: &procedure) }
        procedure.remedyLimits = fields["remedies"].map { remedyLimits($0.value) } ?? []
        procedure.immediateSteps = fields["immediate"].map { immediateSteps($0.value) } ?? []
        procedure.attempts = fields["attempts"].flatMap { attempts($0.value) }
        procedure.closingDays = fields["closing"].flatMap { closingDays($0.value) }
    }

    private mutating func reopeningDays(_ node: DocumentNode) -> Int? {
        let fields = reader.fields(of: node, at: "reopening", known: ["within"], required: ["within"])
        return fields["within"].flatMap { reader.calendarDays($0.value, at: "reopening: within") }
    }

    private mutating func closingDays(_ node: DocumentNode) -> Int? {
        let fields = reader.fields(of: node, at: "closing", known: ["after"], required: ["after"])
        return fields["after"].flatMap { reader.term($0.value, at: "closing: after", in: [.workingDays])?.number }
    }

    /// A year without a working day: every promise would be for ever.
    private var hasNoWorkingDay: Bool {
        surroundings.map { $0.calendar.isAlwaysClosed(from: $0.today) } ?? false
    }
}
