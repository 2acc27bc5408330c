import Casework
import HTTPTypes
import Hummingbird
import Markup

/// The form for address and password. What is wrong with an account is never said.
struct SigningInPage {
    let entrance: Entrance
    let typed: TypedForm
    var isSignedOut = false

    private var say: Wording { entrance.say }

    func response(_ refusal: AccountRefusal? = nil) -> Response {
        var response = page(status: Self.status(of: refusal))
        if case .throttled(let seconds)? = refusal { response.headers[.retryAfter] = "\(seconds)" }
        return response
    }

    private static func status(of refusal: AccountRefusal?) -> HTTPResponse.Status {
        switch refusal {
        case nil: .ok
        case .throttled: .tooManyRequests
        default: .unprocessableContent
        }
    }

    private func page(status: HTTPResponse.Status) -> Response {
        let email = typed.field("email", say("E-mailadres", "E-mail address"))
        let password = typed.field("password", say("Wachtwoord", "Password"))
        let title = say("Aanmelden", "Sign in")
        return entrance.page(typed.title(title), status: status) {
            typed.summary([email, password])
            h1 { title }
            if isSignedOut { Notice(.good, isFlash: true) { p { say("U bent afgemeld.", "You are signed out.") } } }
            entrance.form {
                TextField(
                    field: email, value: typed.text("email"), type: .email, autocomplete: "username", isFocused: !typed.hasTrouble)
                TextField(field: password, type: .password, autocomplete: "current-password")
                actions { Button(title, .primary) }
            }
            p(.class("hint")) {
                say(
                    "Wachtwoord kwijt? Vraag uw beheerder om een link waarmee u een nieuw kiest.",
                    "Lost your password? Ask your administrator for a link to choose a new one.")
            }
        }
    }
}
