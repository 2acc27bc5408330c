/// What is wrong with a procedure document, and where: data for a sentence that says what to do.
package struct ProcedureFinding: Error, Hashable, Sendable {
    package let line: Int
    /// The name under which it stands, such as `promises: within`.
    package let place: String
    package let mistake: ProcedureMistake

    package init(_ mistake: ProcedureMistake, at place: String, line: Int) {
        (self.line, self.place, self.mistake) = (line, place, mistake)
    }
}

/// Everything that a procedure is refused for.
package enum ProcedureMistake: Hashable, Sendable {
    // The document as writing.
    case tooLarge
    case empty
    /// What the reader of the format says, in English.
    case unreadable(String?)
    case doubledName(String)
    case notNames
    case notList
    case notText
    case unknownName(String, known: [String])
    case missingName(String)
    case missingText(String)
    case tooLong(limit: Int)
    case tooMany(limit: Int)

    // Values.
    case notATerm(String)
    /// A term of nothing, or of less than nothing.
    case notPositive(String)
    case termTooLong(String, most: Int)
    case wrongUnit(String, allowed: [String])
    case notADay(String)
    case notAnAmount(String)
    case notANumber(String)
    case notYesOrNo(String)
    case unknownValue(String, known: [String])
    case unknownRole(String, known: [String])
    case unknownPhase(String, known: [String])

    // The procedure as a whole.
    case noFirstPhase
    case severalFirstPhases([String])
    case missingPhase(Phase)
    case doubledPhase(Phase)
    case unreachablePhase(Phase)
    /// A way that no procedure can do without.
    case missingWay(from: Phase, to: Phase)
    /// An open phase from which nobody could come to a solution.
    case deadEnd(Phase)
    /// A phase's name that can't be shown or put in a letter.
    case unreadableName
    /// Phases that come after one another in a circle.
    case circle([Phase])
    case missingPromise(PromiseKind)
    /// Every rule of this kind is for some complaints only.
    case noGeneralRule(PromiseKind)
    /// An earlier rule of the same kind takes all that this one is for.
    case ruleNeverHolds(PromiseKind)
    /// A promise to everybody whose clock nothing starts before a reopening.
    case startsOnlyAgain(PromiseKind)
    case removedNature(String)
    case pausesEverywhere
    case endsBeforeItStarts(from: Day, through: Day)
    /// A reminder so long before the end that the shortest term has not begun.
    case reminderBeforeStart(days: Int, term: Int)
    case notLater
    case doubled(String)
    case nobodyMay(Act)
    case mayNever(Act, Standing)
    /// A limit above which the handler alone would be the second pair of eyes.
    case noSecondPair
    case letterNeeded(String)
    case alwaysClosed
    /// A word between braces that nothing fills in, or that tells of a promise that isn't made.
    case unknownMark(String, known: [String])
    /// A brace that nothing closes or opens, with the words behind or before it.
    case loneBrace(String)

    /// The stable code that programs read.
    package var code: String {
        switch self {
        case .tooLarge: "too-large"
        case .empty: "empty"
        case .unreadable: "unreadable"
        case .doubledName: "doubled-name"
        case .notNames, .notList, .notText: "wrong-shape"
        case .unknownName: "unknown-name"
        case .missingName: "missing-name"
        case .missingText: "missing-text"
        case .tooLong: "too-long"
        case .tooMany: "too-many"
        case .notATerm: "not-a-term"
        case .notPositive: "not-positive"
        case .termTooLong: "term-too-long"
        case .wrongUnit: "wrong-unit"
        case .notADay: "not-a-day"
        case .notAnAmount: "not-an-amount"
        case .notANumber: "not-a-number"
        case .notYesOrNo: "not-yes-or-no"
        case .unknownValue: "unknown-value"
        case .unknownRole: "unknown-role"
        case .unknownPhase: "unknown-phase"
        case .noFirstPhase: "no-first-phase"
        case .severalFirstPhases: "several-first-phases"
        case .missingPhase: "missing-phase"
        case .doubledPhase: "doubled-phase"
        case .unreachablePhase: "unreachable-phase"
        case .missingWay: "missing-way"
        case .deadEnd: "dead-end"
        case .unreadableName: "unreadable-name"
        case .circle: "cycle"
        case .missingPromise: "missing-promise"
        case .noGeneralRule: "no-general-rule"
        case .ruleNeverHolds: "rule-never-holds"
        case .startsOnlyAgain: "starts-only-again"
        case .removedNature: "removed-nature"
        case .pausesEverywhere: "pauses-everywhere"
        case .endsBeforeItStarts: "ends-before-it-starts"
        case .reminderBeforeStart: "reminder-before-start"
        case .notLater: "not-later"
        case .doubled: "doubled"
        case .nobodyMay: "nobody-may"
        case .mayNever: "may-never"
        case .noSecondPair: "no-second-pair"
        case .letterNeeded: "letter-needed"
        case .alwaysClosed: "always-closed"
        case .unknownMark: "unknown-mark"
        case .loneBrace: "lone-brace"
        }
    }
}
