package import Complaints

/// A "no" about settings, as data.
package enum SettingsRefusal: Error, Hashable, Sendable {
    /// What was filled in can't be taken; every field that is wrong is named.
    case invalid([FieldProblem])
    /// A letter's text that can't be used; `LetterCheck` tells why.
    case unfitLetter
    /// Somebody else saved a version that the author has not seen.
    case movedOn
    /// Only an administrator does this.
    case notAllowed

    /// The stable code that programs read.
    package var code: String {
        switch self {
        case .invalid, .unfitLetter: "invalid"
        case .movedOn: "moved-on"
        case .notAllowed: "not-allowed"
        }
    }
}
