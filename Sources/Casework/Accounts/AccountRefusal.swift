package import Complaints

/// A "no" about accounts, as data: one place in Web turns it into a status and a page, the command line into a code and a sentence.
package enum AccountRefusal: Error, Hashable, Sendable {
    /// No such account, another password, not active: all look alike.
    case wrongCredentials
    /// Too many attempts; when to come again. Nothing was checked.
    case throttled(seconds: Int)
    /// The link was used, has expired, was replaced, or never was.
    case linkNotThere
    case unfitPassword(Password.Problem)
    /// Somebody else has this e-mail address.
    case emailTaken
    /// Without this one nobody could manage staff any more.
    case lastAdministrator
    /// So many open complaints would be left with somebody who does not handle complaints here any more.
    case leavesFiles(Int)
    /// Only an administrator does this.
    case notAllowed
    case notThere
    /// What was filled in can't be taken; every field that is wrong is named.
    case invalid([FieldProblem])

    /// The stable code that programs read.
    package var code: String {
        switch self {
        case .wrongCredentials: "wrong-credentials"
        case .throttled: "throttled"
        case .linkNotThere: "link-not-there"
        case .unfitPassword(let problem): "password-\(problem.rawValue)"
        case .emailTaken: "email-taken"
        case .lastAdministrator: "last-administrator"
        case .leavesFiles: "leaves-files"
        case .notAllowed: "not-allowed"
        case .notThere: "not-there"
        case .invalid: "invalid"
        }
    }
}
