import Casework
import Complaints
import Markup

/// The next step where something is due first that no act does by itself: what was promised in somebody's own words, or must be done at once.
struct KeptPromiseStep {
    let desk: Desk
    let file: Casefile
    let possible: Set<Act>
    let typed: TypedForms
    let promise: Promise

    private var say: Wording { desk.say }
    private var complaint: Complaint { file.complaint }
    private var by: String { say.by(promise.due, now: desk.now, on: desk.calendar) }

    var step: NextStep {
        NextStep(
            title: say("Volgende stap", "Next step"), step: words, aside: aside,
            act: group {
                desk.form(to: Paths.act(Act.keepPromise.rawValue, complaint.number)) {
                    input(.type(.hidden), .name("promise"), .value("\(promise.ordinal)"))
                    actions { Button(say("Dit is gedaan", "This was done"), .primary) }
                }
                if possible.contains(.resolve), !complaint.owesFirstContact {
                    ResolveForm(desk: desk, complaint: complaint, typed: typed).html
                }
            })
    }

    /// For an aside: what must be done at once, until when.
    var beforehand: String { say("Direct te doen\(by): \(name.ended)", "To be done at once\(by): \(name.ended)") }

    private var name: String { file.name(of: promise, say, desk.house) }

    private var words: String {
        if promise.kind == .immediate { return say("Doe wat direct moet,\(by): \(name)", "Do what must be done at once,\(by): \(name)") }
        if promise.words(in: file.history) != nil {
            return say(
                "Doe wat de klant is toegezegd\(by): \(name)", "Do what the customer was promised\(by): \(name)")
        }
        guard let message = file.beginning(of: promise) else {
            return say("Laat de klant iets horen\(by).", "Let the customer hear from us\(by).")
        }
        return say(
            "Laat de klant iets horen\(by), zoals toegezegd in: “\(message)”",
            "Let the customer hear from us\(by), as promised in: “\(message)”")
    }

    private var aside: String? {
        if promise.kind == .immediate { return say("Hiervan krijgt de klant geen brief.", "The customer gets no letter of this.") }
        if complaint.phase == .resolved {
            return say(
                "Daarna kan het dossier dicht. Gaat het niet door? Trek het dan in bij “Toezeggingen”.",
                "The file can be closed after that. Is it not going to happen? Then withdraw it under “Promises”.")
        }
        if complaint.movablePromises(at: desk.now.instant).contains(promise.ordinal) {
            return say(
                "Lukt dat niet? Geef het een andere dag bij “Toezeggingen”, of trek het daar in.",
                "Is that not possible? Give it another day under “Promises”, or withdraw it there.")
        }
        return say(
            "De dag is voorbij. Laat de klant weten wanneer het wel gebeurt.",
            "The day has passed. Let the customer know when it will happen.")
    }
}
