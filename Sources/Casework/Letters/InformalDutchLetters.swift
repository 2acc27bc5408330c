/// The letters in Dutch that addresses the customer as "je".
enum InformalDutchLetters {
    static func letter(_ kind: LetterKind) -> LetterTemplate {
        switch kind {
        case .received: LetterTemplate(subject: "Wij hebben je klacht ontvangen ({{number}})", body: greeting + received + foot)
        case .handlerAssigned: LetterTemplate(subject: "Je contactpersoon voor klacht {{number}}", body: greeting + assigned + foot)
        case .question: LetterTemplate(subject: "Wij hebben een vraag over je klacht {{number}}", body: greeting + question + foot)
        case .answer: LetterTemplate(subject: "Bericht over je klacht {{number}}", body: greeting + answer + foot)
        case .proposal: LetterTemplate(subject: "Ons voorstel voor je klacht {{number}}", body: greeting + proposal + foot)
        case .resolved: LetterTemplate(subject: "Je klacht {{number}} is opgelost", body: greeting + resolved + foot)
        case .closed: LetterTemplate(subject: "Wij sluiten je klacht {{number}}", body: greeting + closed + foot)
        case .newDates: LetterTemplate(subject: "Nieuwe datum voor je klacht {{number}}", body: greeting + newDates + foot)
        case .extended: LetterTemplate(subject: "Een nieuwe datum voor je klacht {{number}}", body: greeting + extended + foot)
        case .promiseDropped: LetterTemplate(subject: "Wat wij je toezegden over klacht {{number}}", body: greeting + dropped + foot)
        case .reopeningReceived: LetterTemplate(subject: "Je verzoek over klacht {{number}}", body: greeting + reopeningReceived + foot)
        case .reopeningGranted:
            LetterTemplate(subject: "Wij bekijken je klacht {{number}} opnieuw", body: greeting + reopeningGranted + foot)
        case .reopeningRefused: LetterTemplate(subject: "Ons besluit over klacht {{number}}", body: greeting + reopeningRefused + foot)
        case .satisfaction: LetterTemplate(subject: "Ben je tevreden? Klacht {{number}}", body: greeting + satisfaction)
        case .withdrawn: LetterTemplate(subject: "Je klacht {{number}} is ingetrokken", body: greeting + withdrawn + foot)
        case .referred: LetterTemplate(subject: "Je klacht {{number}} hoort bij een ander", body: greeting + referred + foot)
        case .merged: LetterTemplate(subject: "Je klacht {{number}} is samengevoegd", body: greeting + merged + foot)
        case .followLink: LetterTemplate(subject: "Je nieuwe link voor klacht {{number}}", body: greeting + followLink + foot)
        case .resumed: LetterTemplate(subject: "Je klacht {{number}} loopt weer apart", body: greeting + resumed + foot)
        }
    }

    private static let greeting = "Beste {{name}},\n\n"

    private static let foot = """


        Je kunt je klacht volgen op je persoonlijke pagina:
        {{follow-link}}

        {{#phone}}Je kunt ons ook bellen: {{phone}}.
        {{#email}}Of mailen: {{email}}.
        {{/email}}Noem dan je klachtnummer: {{number}}.

        {{/phone}}{{^phone}}{{#email}}Je kunt ons ook mailen: {{email}}.
        Noem dan je klachtnummer: {{number}}.

        {{/email}}{{/phone}}Met vriendelijke groet,
        {{organisation}}
        """

    private static let received = """
        Wij hebben je klacht{{#received-on}} van {{received-on}}{{/received-on}} ontvangen.
        Je klachtnummer is {{number}}.

        Zo gaat het verder. Een medewerker zoekt uit wat er is gebeurd.
        {{#contact-by}}Je hoort uiterlijk {{contact-by}} van deze persoon.
        {{/contact-by}}{{#resolve-by}}Uiterlijk {{resolve-by}} krijg je ons antwoord.
        {{/resolve-by}}{{#expectation}}{{expectation}}
        {{/expectation}}
        """

    private static let assigned = """
        {{handler}} zoekt je klacht {{number}} uit. Je kunt ook vragen stellen aan {{handler}}.
        {{#contact-by}}Je hoort uiterlijk {{contact-by}} van {{handler}}.
        {{/contact-by}}{{#resolve-by}}Uiterlijk {{resolve-by}} krijg je ons antwoord.
        {{/resolve-by}}
        """

    private static let answer = """
        {{text}}

        {{#next}}{{next}}
        {{/next}}
        """

    private static let question = """
        Wij zoeken je klacht uit. Daarvoor hebben wij iets van je nodig.

        {{text}}

        Wil je hierop antwoorden? Dat kan op je persoonlijke pagina. Je kunt daar ook bestanden toevoegen.
        {{#next}}{{next}}
        {{/next}}
        """

    private static let proposal = """
        Wij hebben een voorstel om je klacht op te lossen.

        {{text}}

        Laat ons weten wat je ervan vindt. Dat kan op je persoonlijke pagina.
        {{#next}}{{next}}
        {{/next}}
        """

    private static let resolved = """
        Je klacht {{number}} is opgelost.

        {{#text}}{{text}}

        {{/text}}{{#finding}}Ons oordeel: {{finding}}

        {{/finding}}{{#points}}Ons oordeel per punt:
        {{points}}

        {{/points}}{{#remedy}}Dit doen wij voor je: {{remedy}}

        {{/remedy}}{{#amount}}Je krijgt van ons {{amount}}.

        {{/amount}}Ben je niet tevreden? Vertel ons waarom. Dat kan op je persoonlijke pagina. De klachtenmanager beslist dan of wij je klacht opnieuw bekijken.
        """

    private static let closed = """
        Je klacht {{number}} was opgelost. Wij sluiten je klacht nu.

        Ben je toch niet tevreden? Dan kun je tot en met {{reopen-until}} vragen om een nieuwe blik. Daarna bewaren wij je klacht alleen nog.

        {{#outside}}Kom je er met ons niet uit? Dan kun je ook hier terecht:
        {{outside}}
        {{/outside}}
        """

    private static let newDates = """
        Wij hebben de datum van je klacht {{number}} verbeterd. Daardoor verandert ook wat wij met je afspreken.
        {{#contact-by}}Je hoort uiterlijk {{contact-by}} van ons.
        {{/contact-by}}{{#resolve-by}}Uiterlijk {{resolve-by}} krijg je ons antwoord.
        {{/resolve-by}}
        """

    private static let extended = """
        Een datum voor je klacht {{number}} verandert. Je zou uiterlijk {{former-date}} van ons horen. Dat wordt een andere dag.

        {{#promised}}Dit zegden wij je toe: {{promised}}

        {{/promised}}Dit is de reden:
        {{reason}}

        Je hoort nu uiterlijk {{new-date}} van ons.
        {{#next}}{{next}}
        {{/next}}
        """

    private static let dropped = """
        Wij zegden je toe dat je uiterlijk {{former-date}} van ons zou horen. Dat gaat niet door.

        {{#promised}}Dit zegden wij je toe: {{promised}}

        {{/promised}}Dit is de reden:
        {{reason}}

        {{#next}}{{next}}
        {{/next}}
        """

    private static let satisfaction = """
        Wij hebben je klacht {{number}} gesloten. Wat vond je van ons werk?
        Het zijn twee korte vragen. Je kunt tot en met {{rate-until}} antwoorden:
        {{rating-link}}

        Ben je niet tevreden? Vertel het ons daar. Dan kijkt een andere medewerker naar je klacht.

        Met vriendelijke groet,
        {{organisation}}
        """

    private static let reopeningReceived = """
        Je vraagt ons om klacht {{number}} opnieuw te bekijken. Dat verzoek hebben wij ontvangen.

        Wij kijken of dat kan. {{#contact-by}}Je hoort uiterlijk {{contact-by}} van ons.
        {{/contact-by}}{{^contact-by}}Je krijgt daarna bericht van ons.
        {{/contact-by}}
        """

    private static let reopeningGranted = """
        Wij bekijken je klacht {{number}} opnieuw. {{reason}}
        {{#contact-by}}Je hoort uiterlijk {{contact-by}} van ons.
        {{/contact-by}}{{#resolve-by}}Uiterlijk {{resolve-by}} krijg je ons antwoord.
        {{/resolve-by}}
        """

    private static let reopeningRefused = """
        Je vroeg ons om klacht {{number}} opnieuw te bekijken. Wij doen dat niet. Dit is de reden:

        {{reason}}

        {{#outside}}Kom je er met ons niet uit? Dan kun je ook hier terecht:
        {{outside}}
        {{/outside}}
        """

    private static let withdrawn = """
        Je hebt je klacht {{number}} ingetrokken. Wij stoppen met de behandeling.

        Vergis je je? Laat het ons weten. Dan kijken wij er opnieuw naar.
        """

    private static let referred = """
        Wij kunnen je klacht {{number}} niet zelf oplossen. Je klacht hoort bij: {{referred-to}}.

        {{reason}}
        """

    private static let merged = """
        Wij hadden je klacht twee keer. Daarom gaan wij verder onder één nummer: {{other-number}}.

        Alles wat je ons vertelde blijft bewaard. Je klacht {{number}} loopt zelf niet meer door.
        """

    private static let followLink = """
        Je vroeg om een nieuwe link voor je klacht {{number}}. Die vind je hieronder.

        Vroeg je dit niet? Dan hoef je niets te doen. Deel de link met niemand.
        """

    private static let resumed = """
        Wij hadden je klacht {{number}} samengevoegd met een andere. Dat was niet juist.

        Wij behandelen je klacht {{number}} nu weer apart.
        {{#resolve-by}}Uiterlijk {{resolve-by}} krijg je ons antwoord.
        {{/resolve-by}}
        """
}
