import Casework
import Complaints
import Testing

/// A change to the standard document, what it is refused for, and the words on the line that is named.
struct Spoiled: CustomTestStringConvertible, Sendable {
    let what: String
    let old: String
    let new: String
    let code: String
    let lineOf: String
    /// How many lines above these words the finding points to: a folded text is named by the line that it begins on.
    let above: Int

    init(_ what: String, _ old: String, _ new: String, _ code: String, at lineOf: String, above: Int = 0) {
        (self.what, self.old, self.new, self.code, self.lineOf, self.above) = (what, old, new, code, lineOf, above)
    }

    var testDescription: String { what }
}

struct ProcedureDocumentTests {
    static let now = Instant(milliseconds: 1_795_166_100_000)
    static let surroundings = ProcedureSurroundings(.standard, at: now)
    private static let standard = ProcedureDocument.standard.yaml

    static func findings(_ yaml: String, _ surroundings: ProcedureSurroundings = surroundings) -> [ProcedureFinding] {
        do { _ = try ProcedureDocument(yaml: yaml).procedure(version: 2, in: surroundings) } catch { return error.findings }
        return []
    }

    /// The standard document with more behind it.
    static func read(adding more: String) throws -> Procedure {
        try ProcedureDocument(yaml: standard + more + "\n").procedure(version: 2, in: surroundings)
    }

    @Test func `the document of a new house has nothing against it, and says what the rules are`() throws {
        var read = try ProcedureDocument.standard.procedure(version: 1, in: Self.surroundings)
        #expect(read.chapters.count == 11)
        #expect(read.title.dutch == "Klachtenprocedure voor klanten")
        (read.title, read.purpose, read.chapters) = (Procedure.standard.title, Procedure.standard.purpose, [])
        #expect(read == .standard)
    }

    @Test func `a document says what starts each clock, and may promise that receipt is acknowledged`() throws {
        let yaml = Self.standard.replacing(
            "promises:\n",
            with: """
                promises:
                  - {promise: acknowledgement, within: 24 hours, starts: [registration]}
                  - {promise: statutory, within: 6 weeks, starts: [contact]}

                """)
        let read = try ProcedureDocument(yaml: yaml).procedure(version: 2, in: Self.surroundings)
        #expect(read.generalRule(for: .acknowledgement)?.starts == [.registration])
        #expect(read.generalRule(for: .acknowledgement)?.within == .hours(24))
        #expect(read.generalRule(for: .statutory)?.starts == [.contact])
        // None begins by what keeps it.
        for kind in ["first-contact, within: 1 day", "acknowledgement, within: 1 day"] {
            let wrong = Self.standard.replacing(
                "promises:\n", with: "promises:\n  - {promise: \(kind), severity: critical, starts: [contact]}\n")
            #expect(Self.findings(wrong).first?.mistake.code == "unknown-value", "\(kind)")
        }
    }

    static let spoiled = [
        Spoiled(
            "a name twice", "back: [in-progress, waiting-for-customer, received]", "back: []\n    then: []", "doubled-name",
            at: "then: [resolved, withdrawn, referred, duplicate]"),
        Spoiled(
            "phases in a circle", "then: [closed, reopened]", "then: [closed, in-progress, reopened]", "cycle", at: "phase: in-progress"),
        Spoiled(
            "a phase missing", "  - {phase: referred, name: {nl: Doorverwezen, en: Referred}}\n", "", "missing-phase",
            at: "- {phase: received"),
        Spoiled(
            "a phase nobody knows", "back: [received]\n  - phase: in", "back: [intake]\n  - phase: in", "unknown-phase",
            at: "back: [intake]"),
        Spoiled(
            "nobody can accept", "then: [in-progress, resolved, withdrawn, referred, duplicate]",
            "then: [waiting-for-customer, resolved, withdrawn, referred, duplicate]", "missing-way", at: "phase: assigned"),
        Spoiled(
            "the customer can't withdraw", "then: [waiting-for-customer, solution-proposed, resolved, withdrawn, referred, duplicate]",
            "then: [waiting-for-customer, solution-proposed, resolved, referred, duplicate]", "missing-way", at: "phase: in-progress"),
        Spoiled(
            "nobody can resolve what is reopened",
            "back: [assigned, in-progress, waiting-for-customer, solution-proposed, received, resolved, withdrawn, referred, duplicate]",
            "then: [withdrawn]", "dead-end", at: "phase: reopened"),
        Spoiled(
            "a name too long", "nl: Doorverwezen", "nl: \(String(repeating: "ver", count: 21))", "too-long", at: "- {phase: referred"),
        Spoiled("a name with a place in it", "nl: Doorverwezen", "nl: \"{{number}}\"", "unreadable-name", at: "- {phase: referred"),
        Spoiled("a name nobody sees", "nl: Doorverwezen", "nl: \"\u{2060}\"", "unreadable-name", at: "- {phase: referred"),
        Spoiled("two phases of one name", "nl: Doorverwezen", "nl: Ontvangen", "doubled", at: "- {phase: referred"),
        Spoiled("a phase without a name", "nl: Doorverwezen", "nl: \"\"", "missing-text", at: "- {phase: referred"),
        Spoiled(
            "the customer can't ask to look again", "name: {nl: Gesloten, en: Closed}, then: [reopened]",
            "name: {nl: Gesloten, en: Closed}",
            "missing-way", at: "- {phase: closed"),
        Spoiled(
            "a phase twice", "  - {phase: referred,", "  - {phase: closed,", "doubled-phase",
            at: "- {phase: closed, name: {nl: Doorverwezen"),
        Spoiled("no first phase", "first: yes, ", "", "no-first-phase", at: "- {phase: received"),
        Spoiled("two first phases", "phase: closed, name", "phase: closed, first: yes, name", "several-first-phases", at: "phase: closed"),
        Spoiled(
            "a phase to which nothing leads", "then: [closed, reopened]", "then: [reopened]", "unreachable-phase", at: "- {phase: closed"),
        Spoiled("a role nobody has", "to: [management]", "to: [director]", "unknown-role", at: "to: [director]"),
        Spoiled("a term of nothing", "within: 2 working days", "within: 0 working days", "not-positive", at: "within: 0"),
        Spoiled("a negative term", "within: 2 working days", "within: -2 working days", "not-positive", at: "within: -2"),
        Spoiled("a term of words", "within: 2 working days", "within: soon", "not-a-term", at: "within: soon"),
        Spoiled("a term in a unit it can't have", "within: 2 working days", "within: 2 months", "wrong-unit", at: "within: 2 months"),
        Spoiled("a term of ages", "within: 2 working days", "within: 1001 working days", "term-too-long", at: "within: 1001"),
        Spoiled(
            "a term that ends before it starts", "  - promise: first-contact\n",
            "  - {promise: first-contact, within: 1 working day, from: 2027-02-01, through: 2027-01-31}\n  - promise: first-contact\n",
            "ends-before-it-starts", at: "from: 2027-02-01"),
        Spoiled(
            "a reminder before the start", "1 working day before", "3 working days before", "reminder-before-start",
            at: "3 working days before"),
        Spoiled("reminders out of order", "when: 3 working days after", "when: due", "not-later", at: "when: due, to: [management]"),
        Spoiled(
            "nothing promised", "  - promise: first-contact\n", "  - promise: progress\n", "unknown-value", at: "ends: [contact, informed"),
        Spoiled(
            "a rule for a nature that is not there", "  - promise: first-contact\n",
            "  - {promise: first-contact, within: 1 working day, about: [telex]}\n  - promise: first-contact\n", "removed-nature",
            at: "about: [telex]"),
        Spoiled(
            "a rule that never holds", "\n# Who is reminded",
            "\n  - {promise: resolution, within: 5 working days, severity: critical}\n# Who",
            "rule-never-holds", at: "severity: critical"),
        Spoiled(
            "a rule for some complaints only", "    within: 2 working days\n", "    within: 2 working days\n    severity: [critical]\n",
            "no-general-rule", at: "- promise: first-contact"),
        Spoiled(
            "a promise that nobody has at first", "    starts: [receipt, reopening]\n    pauses: []\n  - promise",
            "    starts: [reopening]\n    pauses: []\n  - promise", "starts-only-again", at: "starts: [reopening]"),
        Spoiled(
            "a promise that some don't have at first", "  - promise: first-contact\n",
            "  - {promise: first-contact, within: 1 day, severity: critical, starts: reopening}\n  - promise: first-contact\n",
            "starts-only-again", at: "severity: critical, starts: reopening"),
        Spoiled(
            "a clock that never runs", "    pauses: []\n  - promise", "    pauses: [received]\n  - promise", "pauses-everywhere",
            at: "pauses: [received]"),
        Spoiled(
            "an extension beyond what a term can be", "extension: {by: 10 working days, times: 1}",
            "extension: {by: 999 working days, times: 1}", "term-too-long", at: "extension: {by: 999"),
        Spoiled(
            "a term by law that does not roll over", "  - promise: resolution\n",
            "  - {promise: statutory, within: 42 days}\n  - promise: resolution\n", "wrong-unit", at: "within: 42 days"),
        Spoiled(
            "an extension in another unit", "extension: {by: 10 working days", "extension: {by: 2 weeks", "wrong-unit", at: "by: 2 weeks"),
        Spoiled("no reopening", "reopening: {within: 6 weeks}", "", "missing-name", at: "title: {nl"),
        Spoiled("a name nobody knows", "reopening: {within", "heropenen: {within", "unknown-name", at: "heropenen"),
        Spoiled(
            "a text in one language", "{nl: Een klacht indienen, en: Making a complaint}", "{nl: Een klacht indienen}", "missing-name",
            at: "{nl: Een klacht indienen}"),
        Spoiled(
            "a text that promises what no rule does", "binnen {first-contact} contact", "binnen {statutory} contact", "unknown-mark",
            at: "binnen {statutory}", above: 1),
        Spoiled("a brace that nothing closes", "tot {reopening} na", "tot {reopening na", "lone-brace", at: "tot {reopening na", above: 1),
        Spoiled("a brace that nothing opens", "tot {reopening} na", "tot reopening} na", "lone-brace", at: "tot reopening} na", above: 1),
        Spoiled(
            "a brace in another", "binnen {first-contact} contact", "binnen {first-contact contact {resolution} ", "lone-brace",
            at: "binnen {first-contact contact", above: 1),
        Spoiled("what is no YAML", "promises:\n", "promises: [\n", "unreadable", at: "- promise: first-contact"),
    ]

    @Test(arguments: spoiled) func `what is wrong is refused by its name, on its line`(spoiled: Spoiled) throws {
        try #require(Self.standard.contains(spoiled.old), "nothing was spoiled")
        let yaml = Self.standard.replacing(spoiled.old, with: spoiled.new, maxReplacements: 1)
        let found = Self.findings(yaml)
        let finding = try #require(found.first { $0.code == spoiled.code }, "found \(found)")
        #expect(finding.line == Self.line(of: spoiled.lineOf, in: yaml).map { $0 - spoiled.above }, "\(finding)")
        for language in Language.allCases { #expect(finding.sentence(in: language).contains("\(finding.line)")) }
    }

    @Test func `a phase whose name is missing is not also said to be missing`() {
        let found = Self.findings(Self.standard.replacing("nl: Doorverwezen", with: "nl: \"\"", maxReplacements: 1))
        #expect(found.map(\.code) == ["missing-text"])
    }

    @Test func `a term of its own for what is reopened is read, and so is what came into force before more was asked`() throws {
        let again = "\n  - {promise: statutory, within: 6 weeks, starts: [reopening]}\n# Who"
        #expect(Self.findings(Self.standard.replacing("\n# Who is reminded", with: again)) == [])
        let before =
            Self.standard.replacing("    starts: [receipt, reopening]\n", with: "    starts: [reopening]\n").replacing(
                "tot {reopening} na", with: "tot {reopening} na {het") + "retention: [{keep: 99999 months, reason: {nl: a, en: b}}]\n"
        #expect(Self.findings(before).map(\.code).sorted() == ["lone-brace", "starts-only-again", "starts-only-again", "term-too-long"])
        #expect(try ProcedureDocument(yaml: before).procedure(version: 2, in: nil).retention.map(\.months) == [99_999])
    }

    private static func line(of words: String, in yaml: String) -> Int? {
        yaml.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains(words) }.map { $0 + 1 }
    }

    static let more: [(String, String)] = [
        ("acts: {assign: [director]}", "unknown-role"), ("acts: {assign: [customer]}", "may-never"), ("acts: {assign: []}", "nobody-may"),
        ("acts: {dance: [manager]}", "unknown-name"), ("letters: {answer: nobody}", "letter-needed"),
        ("letters: {answer: [manager]}", "letter-needed"),
        ("letters: {closed: [nobody, manager]}", "doubled"),
        ("letters: {closed: everybody}", "unknown-role"), ("remedies: [{above: 500, agreed-by: handler}]", "no-second-pair"),
        ("remedies: [{above: 500, agreed-by: manager}, {above: 100, agreed-by: manager}]", "not-later"),
        ("remedies: [{above: much, agreed-by: manager}]", "not-an-amount"),
        ("immediate: [{reason: privacy, within: 0 hours, step: {nl: a, en: b}}]", "not-positive"),
        ("immediate: [{reason: noise, within: 72 hours, step: {nl: a, en: b}}]", "unknown-value"),
        ("attempts: {after: 0, advice: {nl: a, en: b}}", "not-positive"),
        ("retention: [{keep: 2 weeks, reason: {nl: a, en: b}}]", "wrong-unit"),
        ("retention: [{keep: 361 months, reason: {nl: a, en: b}}]", "term-too-long"),
        ("retention: [{keep: 99999 months, reason: {nl: a, en: b}}]", "term-too-long"),
        ("closing: {after: 100000 working days}", "term-too-long"), ("attempts: {after: 100000, advice: {nl: a, en: b}}", "term-too-long"),
        ("immediate: [{reason: privacy, within: 100000 hours, step: {nl: a, en: b}}]", "term-too-long"),
        ("remedies: [{above: \"99999999999999999999\", agreed-by: manager}]", "not-an-amount"),
        ("retention: [{keep: 0 months, reason: {nl: a, en: b}}]", "not-positive"), ("closing: {after: 0 working days}", "not-positive"),
        ("outside: [{name: {nl: a, en: b}, for: dogs, text: {nl: a, en: b}}]", "unknown-value"), ("title: {nl: a, en: b}", "doubled-name"),
        ("letters: [closed]", "wrong-shape"), ("purpose", "unreadable"),
    ]

    @Test(arguments: more) func `so is what can be added`(line: String, code: String) {
        #expect(Self.findings(Self.standard + line + "\n").map(\.code).contains(code))
    }

    @Test func `what can be added is read`() throws {
        let procedure = try Self.read(
            adding: """
                acts: {assign: [manager, intake]}
                letters: {closed: nobody}
                remedies: [{above: "500,00", agreed-by: manager}]
                immediate: [{reason: privacy, within: 72 hours, step: {nl: Meld het datalek, en: Report the breach}}]
                attempts: {after: 3, advice: {nl: Schrijf een brief, en: Write a letter}}
                closing: {after: 10 working days}
                retention: [{outcome: upheld, keep: 60 months, reason: {nl: a, en: b}}, {keep: 24 months, reason: {nl: a, en: b}}]
                outside: [{name: {nl: De rechter, en: The court}, for: everybody, text: {nl: a, en: b}}]
                """)
        #expect(procedure.acts == [.assign: [.manager, .intake]] && procedure.silentLetters == ["closed"])
        #expect(procedure.remedyLimits == [RemedyLimit(above: Money(cents: 50_000), by: .manager)])
        #expect(procedure.immediateSteps.map(\.within) == [.hours(72)] && procedure.attempts?.after == 3 && procedure.closingDays == 10)
        #expect(procedure.retention.map(\.months) == [60, 24] && procedure.outsideBodies.count == 1)
    }

    @Test func `an office that is closed all year can promise nothing`() throws {
        var closed = Self.surroundings
        let days = (0...400).map { ClosingDay(closed.today + $0, "dicht") }
        closed.calendar = try OfficeCalendar(version: 2, zone: closed.calendar.zone, closingDays: days)
        #expect(Self.findings(Self.standard, closed).map(\.code) == ["always-closed"])
    }

    @Test(arguments: [
        "", "   \n", "- a\n", "a", "\u{0}", String(repeating: "[", count: 5_000), String(repeating: "- ", count: 500), "&a [*a]",
    ])
    func `what is no procedure at all is refused in words`(yaml: String) {
        let found = Self.findings(yaml)
        #expect(!found.isEmpty)
        for finding in found { #expect(!finding.sentence(in: .dutch).isEmpty) }
    }

    @Test func `parts that repeat themselves without end are refused`() {
        let bomb =
            "a: &a [x,x,x,x,x,x,x,x,x]\n"
            + zip("bcdefg", "abcdef").map { "\($0): &\($0) [*\($1),*\($1),*\($1),*\($1),*\($1),*\($1),*\($1),*\($1)]\n" }.joined()
        #expect(Self.findings(bomb).map(\.code) == ["too-large"])
    }
}

extension ProcedureFinding {
    var code: String { mistake.code }
}
