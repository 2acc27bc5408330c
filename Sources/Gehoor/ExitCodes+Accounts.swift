import Casework
import Complaints

extension CommandFault {
    /// What the refusals about accounts mean on the command line.
    init(_ refusal: AccountRefusal) {
        switch refusal {
        case .invalid(let problems): self.init(.badInput, problems.map(Self.sentence).joined(separator: " "))
        case .unfitPassword(let problem): self.init(.badInput, Self.sentence(problem))
        case .emailTaken: self.init(.badInput, "Somebody has this e-mail address already.")
        case .notThere, .linkNotThere: self.init(.notThere, "That is not there.")
        case .throttled(let seconds): self.init(.busy, "Too many attempts. Try again in \(seconds) seconds.")
        case .wrongCredentials: self.init(.notAllowed, "The account or the password is wrong.")
        case .lastAdministrator: self.init(.notAllowed, "This is the last administrator: name another one first.")
        case .leavesFiles(let count):
            self.init(
                .notAllowed,
                "This colleague still handles \(Counted.words(count, "open complaint")): have \(count == 1 ? "it" : "them") handed over first."
            )
        case .notAllowed: self.init(.notAllowed, "Only an administrator may do this.")
        }
    }

    private static func sentence(_ problem: FieldProblem) -> String {
        switch problem.reason {
        case .missing: "The \(problem.field) is missing."
        case .tooLong(let limit): "The \(problem.field) is longer than \(limit) characters."
        default: "The \(problem.field) can't be read."
        }
    }

    private static func sentence(_ problem: Password.Problem) -> String {
        switch problem {
        case .tooShort: "The password needs at least \(Password.fewestCharacters) characters; \(Password.advisedCharacters) are better."
        case .tooLong: "The password has more than \(Password.mostCharacters) characters."
        case .common: "This password is among the first that are tried. Choose another one."
        case .personal: "The password is the person's own name or address. Choose another one."
        }
    }
}

extension CommandFault {
    /// Why a house is not filled with invented history.
    init(_ refusal: DemoRefusal) {
        switch refusal {
        case .realComplaints:
            self.init(
                .badInput, "There are complaints of real people in this house: sample data never mixes with them. Give an empty folder.")
        case .staffChanged:
            self.init(.badInput, "The invented staff of this house were changed since it was filled. Give an empty folder.")
        }
    }
}
