import Casework
import Complaints

/// What stands in the way of accounts, as sentences that say what to do.
extension Wording {
    func refusal(_ refusal: AccountRefusal) -> String {
        switch refusal {
        case .wrongCredentials:
            self(
                "Dit e-mailadres en wachtwoord horen niet bij elkaar. Controleer ze allebei.",
                "This e-mail address and password do not belong together. Check them both.")
        case .throttled(let seconds):
            self(
                "Dit was te vaak achter elkaar. Probeer het over \(duration(seconds)) opnieuw.",
                "This was too often in a row. Try again in \(duration(seconds)).")
        case .linkNotThere:
            self("Deze link werkt niet (meer). Vraag een nieuwe.", "This link does not work (any more). Ask for a new one.")
        case .unfitPassword(let problem): password(problem)
        case .emailTaken:
            self("Een collega heeft dit e-mailadres al. Kies een ander.", "A colleague has this e-mail address already. Choose another.")
        case .lastAdministrator:
            self(
                "Dit is de laatste beheerder die kan inloggen. Maak eerst een ander beheerder; anders kan niemand meer iets instellen.",
                "This is the last administrator who can sign in. Make somebody else administrator first; otherwise nobody can set anything."
            )
        case .leavesFiles(let count):
            leavesFiles(self.count(count, ("open klacht", "open klachten"), ("open complaint", "open complaints")))
        case .notAllowed, .notThere: self("Dit is er niet, of niet voor u.", "This is not there, or not for you.")
        case .invalid: self("Er is een probleem met wat u invulde.", "There is a problem with what you filled in.")
        }
    }

    private func leavesFiles(_ many: String) -> String {
        self(
            "Deze collega behandelt nog \(many). Laat die eerst overdragen; anders kijkt niemand ernaar om.",
            "This colleague still handles \(many). Have them handed over first; otherwise nobody looks after them.")
    }

    func password(_ problem: Password.Problem) -> String {
        switch problem {
        case .tooShort:
            self(
                "Kies een wachtwoord van minstens \(Password.fewestCharacters) tekens.",
                "Choose a password of at least \(Password.fewestCharacters) characters.")
        case .tooLong:
            self(
                "Kies een wachtwoord van hoogstens \(Password.mostCharacters) tekens.",
                "Choose a password of at most \(Password.mostCharacters) characters.")
        case .common:
            self(
                "Dit wachtwoord is een van de eerste die een inbreker probeert. Kies een ander.",
                "This password is among the first that burglars try. Choose another.")
        case .personal:
            self("Kies een wachtwoord dat niet uw naam of e-mailadres is.", "Choose a password that is not your name or e-mail address.")
        }
    }

    /// What a person is told who chooses a password.
    var passwordAdvice: String {
        self(
            "Minstens \(Password.fewestCharacters) tekens; \(Password.advisedCharacters) of meer is beter, zoals een paar losse woorden.",
            "At least \(Password.fewestCharacters) characters; \(Password.advisedCharacters) or more is better, such as a few loose words.")
    }

    func accountProblem(_ problem: FieldProblem) -> String {
        switch (problem.field, problem.reason) {
        case ("name", .missing): self("Vul een naam in.", "Fill in a name.")
        case ("email", .missing): self("Vul een e-mailadres in.", "Fill in an e-mail address.")
        case ("roles", .missing): self("Kies ten minste één rol.", "Choose at least one role.")
        case ("organisation", .missing): self("Vul de naam van uw organisatie in.", "Fill in the name of your organisation.")
        default: self.problem(problem)
        }
    }

    /// "45 seconden", "3 minuten", "2 uur", "3 dagen": rounded up, so that coming back in time is never too early.
    func duration(_ seconds: Int) -> String {
        func up(_ unit: Int) -> Int { (seconds + unit - 1) / unit }
        if seconds < 60 { return count(max(1, seconds), ("seconde", "seconden"), ("second", "seconds")) }
        if seconds < 3600 { return count(up(60), ("minuut", "minuten"), ("minute", "minutes")) }
        if seconds < 48 * 3600 { return count(up(3600), ("uur", "uur"), ("hour", "hours")) }
        return count(up(86_400), ("dag", "dagen"), ("day", "days"))
    }
}
