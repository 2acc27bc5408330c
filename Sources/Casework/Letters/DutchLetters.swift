/// The letters in Dutch that addresses the customer as "u". Short sentences, real dates, no jargon.
enum DutchLetters {
    static func letter(_ kind: LetterKind) -> LetterTemplate {
        switch kind {
        case .received: LetterTemplate(subject: "Wij hebben uw klacht ontvangen ({{number}})", body: greeting + received + foot)
        case .handlerAssigned: LetterTemplate(subject: "Uw contactpersoon voor klacht {{number}}", body: greeting + assigned + foot)
        case .question: LetterTemplate(subject: "Wij hebben een vraag over uw klacht {{number}}", body: greeting + question + foot)
        case .answer: LetterTemplate(subject: "Bericht over uw klacht {{number}}", body: greeting + answer + foot)
        case .proposal: LetterTemplate(subject: "Ons voorstel voor uw klacht {{number}}", body: greeting + proposal + foot)
        case .resolved: LetterTemplate(subject: "Uw klacht {{number}} is opgelost", body: greeting + resolved + foot)
        case .closed: LetterTemplate(subject: "Wij sluiten uw klacht {{number}}", body: greeting + closed + foot)
        case .newDates: LetterTemplate(subject: "Nieuwe datum voor uw klacht {{number}}", body: greeting + newDates + foot)
        case .extended: LetterTemplate(subject: "Een nieuwe datum voor uw klacht {{number}}", body: greeting + extended + foot)
        case .promiseDropped: LetterTemplate(subject: "Wat wij u toezegden over klacht {{number}}", body: greeting + dropped + foot)
        case .reopeningReceived: LetterTemplate(subject: "Uw verzoek over klacht {{number}}", body: greeting + reopeningReceived + foot)
        case .reopeningGranted:
            LetterTemplate(subject: "Wij bekijken uw klacht {{number}} opnieuw", body: greeting + reopeningGranted + foot)
        case .reopeningRefused: LetterTemplate(subject: "Ons besluit over klacht {{number}}", body: greeting + reopeningRefused + foot)
        case .satisfaction: LetterTemplate(subject: "Bent u tevreden? Klacht {{number}}", body: greeting + satisfaction)
        case .withdrawn: LetterTemplate(subject: "Uw klacht {{number}} is ingetrokken", body: greeting + withdrawn + foot)
        case .referred: LetterTemplate(subject: "Uw klacht {{number}} hoort bij een ander", body: greeting + referred + foot)
        case .merged: LetterTemplate(subject: "Uw klacht {{number}} is samengevoegd", body: greeting + merged + foot)
        case .followLink: LetterTemplate(subject: "Uw nieuwe link voor klacht {{number}}", body: greeting + followLink + foot)
        case .resumed: LetterTemplate(subject: "Uw klacht {{number}} loopt weer apart", body: greeting + resumed + foot)
        }
    }

    private static let greeting = "Beste {{name}},\n\n"

    private static let foot = """


        U kunt uw klacht volgen op uw persoonlijke pagina:
        {{follow-link}}

        {{#phone}}U kunt ons ook bellen: {{phone}}.
        {{#email}}Of mailen: {{email}}.
        {{/email}}Noem dan uw klachtnummer: {{number}}.

        {{/phone}}{{^phone}}{{#email}}U kunt ons ook mailen: {{email}}.
        Noem dan uw klachtnummer: {{number}}.

        {{/email}}{{/phone}}Met vriendelijke groet,
        {{organisation}}
        """

    private static let received = """
        Wij hebben uw klacht{{#received-on}} van {{received-on}}{{/received-on}} ontvangen.
        Uw klachtnummer is {{number}}.

        Zo gaat het verder. Een medewerker zoekt uit wat er is gebeurd.
        {{#contact-by}}U hoort uiterlijk {{contact-by}} van deze persoon.
        {{/contact-by}}{{#resolve-by}}Uiterlijk {{resolve-by}} krijgt u ons antwoord.
        {{/resolve-by}}{{#expectation}}{{expectation}}
        {{/expectation}}
        """

    private static let assigned = """
        {{handler}} zoekt uw klacht {{number}} uit. U kunt ook vragen stellen aan {{handler}}.
        {{#contact-by}}U hoort uiterlijk {{contact-by}} van {{handler}}.
        {{/contact-by}}{{#resolve-by}}Uiterlijk {{resolve-by}} krijgt u ons antwoord.
        {{/resolve-by}}
        """

    private static let answer = """
        {{text}}

        {{#next}}{{next}}
        {{/next}}
        """

    private static let question = """
        Wij zoeken uw klacht uit. Daarvoor hebben wij iets van u nodig.

        {{text}}

        Wilt u hierop antwoorden? Dat kan op uw persoonlijke pagina. U kunt daar ook bestanden toevoegen.
        {{#next}}{{next}}
        {{/next}}
        """

    private static let proposal = """
        Wij hebben een voorstel om uw klacht op te lossen.

        {{text}}

        Laat ons weten wat u ervan vindt. Dat kan op uw persoonlijke pagina.
        {{#next}}{{next}}
        {{/next}}
        """

    private static let resolved = """
        Uw klacht {{number}} is opgelost.

        {{#text}}{{text}}

        {{/text}}{{#finding}}Ons oordeel: {{finding}}

        {{/finding}}{{#points}}Ons oordeel per punt:
        {{points}}

        {{/points}}{{#remedy}}Dit doen wij voor u: {{remedy}}

        {{/remedy}}{{#amount}}U krijgt van ons {{amount}}.

        {{/amount}}Bent u niet tevreden? Vertel ons waarom. Dat kan op uw persoonlijke pagina. De klachtenmanager beslist dan of wij uw klacht opnieuw bekijken.
        """

    private static let closed = """
        Uw klacht {{number}} was opgelost. Wij sluiten uw klacht nu.

        Bent u toch niet tevreden? Dan kunt u tot en met {{reopen-until}} vragen om een nieuwe blik. Daarna bewaren wij uw klacht alleen nog.

        {{#outside}}Komt u er met ons niet uit? Dan kunt u ook hier terecht:
        {{outside}}
        {{/outside}}
        """

    private static let newDates = """
        Wij hebben de datum van uw klacht {{number}} verbeterd. Daardoor verandert ook wat wij met u afspreken.
        {{#contact-by}}U hoort uiterlijk {{contact-by}} van ons.
        {{/contact-by}}{{#resolve-by}}Uiterlijk {{resolve-by}} krijgt u ons antwoord.
        {{/resolve-by}}
        """

    private static let extended = """
        Een datum voor uw klacht {{number}} verandert. U zou uiterlijk {{former-date}} van ons horen. Dat wordt een andere dag.

        {{#promised}}Dit zegden wij u toe: {{promised}}

        {{/promised}}Dit is de reden:
        {{reason}}

        U hoort nu uiterlijk {{new-date}} van ons.
        {{#next}}{{next}}
        {{/next}}
        """

    private static let dropped = """
        Wij zegden u toe dat u uiterlijk {{former-date}} van ons zou horen. Dat gaat niet door.

        {{#promised}}Dit zegden wij u toe: {{promised}}

        {{/promised}}Dit is de reden:
        {{reason}}

        {{#next}}{{next}}
        {{/next}}
        """

    private static let satisfaction = """
        Wij hebben uw klacht {{number}} gesloten. Wat vond u van ons werk?
        Het zijn twee korte vragen. U kunt tot en met {{rate-until}} antwoorden:
        {{rating-link}}

        Bent u niet tevreden? Vertel het ons daar. Dan kijkt een andere medewerker naar uw klacht.

        Met vriendelijke groet,
        {{organisation}}
        """

    private static let reopeningReceived = """
        U vraagt ons om klacht {{number}} opnieuw te bekijken. Dat verzoek hebben wij ontvangen.

        Wij kijken of dat kan. {{#contact-by}}U hoort uiterlijk {{contact-by}} van ons.
        {{/contact-by}}{{^contact-by}}U krijgt daarna bericht van ons.
        {{/contact-by}}
        """

    private static let reopeningGranted = """
        Wij bekijken uw klacht {{number}} opnieuw. {{reason}}
        {{#contact-by}}U hoort uiterlijk {{contact-by}} van ons.
        {{/contact-by}}{{#resolve-by}}Uiterlijk {{resolve-by}} krijgt u ons antwoord.
        {{/resolve-by}}
        """

    private static let reopeningRefused = """
        U vroeg ons om klacht {{number}} opnieuw te bekijken. Wij doen dat niet. Dit is de reden:

        {{reason}}

        {{#outside}}Komt u er met ons niet uit? Dan kunt u ook hier terecht:
        {{outside}}
        {{/outside}}
        """

    private static let withdrawn = """
        U heeft uw klacht {{number}} ingetrokken. Wij stoppen met de behandeling.

        Vergist u zich? Laat het ons weten. Dan kijken wij er opnieuw naar.
        """

    private static let referred = """
        Wij kunnen uw klacht {{number}} niet zelf oplossen. Uw klacht hoort bij: {{referred-to}}.

        {{reason}}
        """

    private static let merged = """
        Wij hadden uw klacht twee keer. Daarom gaan wij verder onder één nummer: {{other-number}}.

        Alles wat u ons vertelde blijft bewaard. Uw klacht {{number}} loopt zelf niet meer door.
        """

    private static let followLink = """
        U vroeg om een nieuwe link voor uw klacht {{number}}. Die vindt u hieronder.

        Vroeg u dit niet? Dan hoeft u niets te doen. Deel de link met niemand.
        """

    private static let resumed = """
        Wij hadden uw klacht {{number}} samengevoegd met een andere. Dat was niet juist.

        Wij behandelen uw klacht {{number}} nu weer apart.
        {{#resolve-by}}Uiterlijk {{resolve-by}} krijgt u ons antwoord.
        {{/resolve-by}}
        """
}
