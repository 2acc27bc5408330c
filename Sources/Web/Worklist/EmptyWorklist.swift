import Complaints
import Markup
import Records

/// A list without rows: why, and what to do.
struct EmptyWorklist {
    let desk: Desk
    let query: WorklistQuery
    let filter: WorklistFilter

    private var say: Wording { desk.say }
    private var mayRegister: Bool { PermissionTable.mayRegister(desk.actor) }

    var html: HTML {
        if !query[.words].isEmpty { return nothingFound.html }
        if query.hasFilters { return nothingFits.html }
        return view.html
    }

    private var nothingFound: EmptyState {
        let looksLikeNumber = query[.words].utf8.filter { (0x30...0x39).contains($0) }.count == 9
        let words =
            looksLikeNumber && ComplaintNumber(parsing: query[.words]) == nil
            ? say(
                "Een klachtnummer heeft negen cijfers die bij elkaar horen; dit nummer klopt niet. Kijk het nog eens na.",
                "A complaint number has nine digits that belong together; this one doesn't add up. Look at it once more.")
            : Visibility(desk.actor).seesOrdinaryFiles
                ? say(
                    "Zoek op een klachtnummer, een naam of een woord uit het verhaal; het begin van een woord is genoeg.",
                    "Search a complaint number, a name or a word from the story; the beginning of a word will do.")
                : say("U kunt op een heel klachtnummer zoeken.", "You can search a whole complaint number.")
        let act = query.view == .all && !query.hasFilters ? nil : Button(say("Zoek in alles", "Search everything"), to: everywhere)
        return EmptyState(icon: .search, title: say("Niets gevonden", "Nothing found"), words: words, act: act)
    }

    private var everywhere: String {
        var wide = WorklistQuery()
        wide[.words] = query[.words]
        return wide.address()
    }

    private var nothingFits: EmptyState {
        EmptyState(
            icon: .search, title: say("Geen klacht past hierbij", "No complaint fits"),
            words: say("Haal een filter weg om meer te zien.", "Remove a filter to see more."),
            act: Button(say("Haal alle filters weg", "Remove all filters"), to: Paths.worklist(query.view)))
    }

    private var view: EmptyState {
        switch query.view {
        case .mine:
            state(
                say("U hebt geen open klachten", "You have no open complaints"),
                say("Wijst de klachtenmanager u een klacht toe, dan staat die hier.", "When the manager assigns one to you, it is here."))
        case .new:
            state(say("Niets nieuws voor u", "Nothing new for you"), say("U hebt alles aangenomen.", "You have accepted everything."))
        case .unassigned:
            state(
                say("Alles is toegewezen", "Everything is assigned"),
                say("Elke open klacht heeft een behandelaar.", "Every open complaint has a handler."))
        case .today:
            state(
                say("Vandaag hoeft er niets meer af", "Nothing more is due today"),
                say("Kijk wat hierna komt.", "See what comes next."),
                Button(say("Alle open klachten", "All open complaints"), to: Paths.worklist(.open)))
        case .late:
            state(say("Niets is te laat", "Nothing is late"), say("Elke toezegging is nog op tijd.", "Every promise is still in time."))
        case .waiting:
            state(
                say("Niemand hoeft ons te antwoorden", "No customer owes us an answer"),
                say(
                    "Stelt u een klant een vraag, dan wacht de klacht hier.", "When you ask a customer something, the complaint waits here."
                ))
        case .reaction:
            state(
                say("Elke reactie is beantwoord", "Every reply is answered"),
                say("Schrijft een klant, dan staat de klacht hier.", "When a customer writes, the complaint is here."))
        case .reopening:
            state(
                say("Niemand vraagt om te heropenen", "Nobody asks to reopen"),
                say("Komt er een verzoek, dan beslist u hier.", "When somebody asks, you decide here."))
        case .open:
            state(
                say("Er zijn geen open klachten", "There are no open complaints"), say("Alles is opgelost.", "Everything is resolved."),
                register)
        case .all:
            state(
                say("Er is nog geen klacht", "There is no complaint yet"),
                mayRegister
                    ? say(
                        "Registreer de eerste, of wacht tot een klant het formulier invult.",
                        "Register the first, or wait until a customer fills in the form.")
                    : say("Zodra er een is, staat die hier.", "As soon as there is one, it is here."), register)
        }
    }

    private var register: Button? {
        mayRegister ? Button(say("Klacht registreren", "Register complaint"), icon: .plus, to: Paths.intake) : nil
    }

    private func state(_ title: String, _ words: String, _ act: Button? = nil) -> EmptyState {
        EmptyState(title: title, words: words, act: act)
    }
}
