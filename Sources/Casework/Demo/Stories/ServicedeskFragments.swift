extension DemoFragments {
    static let servicedesk = DemoFragments(
        problems: [
            "too-slow": [
                "Mijn melding {ticket} staat al {aantal} dagen open zonder dat iemand ernaar kijkt.",
                "Op een eenvoudige vraag wacht ik nu ruim {aantal} werkdagen.",
                "Melding {ticket} is {aantal} keer doorgezet en nog steeds niet opgelost.",
                "Elke keer krijg ik een automatisch bericht dat mijn vraag in behandeling is, en daarna niets.",
                "Een spoedmelding van {dag} {tijd} is pas de volgende middag gelezen.",
                "Voor het aanmaken van één gebruiker had uw servicedesk {aantal} dagen nodig.",
            ],
            "unreachable": [
                "Ik stond {dag} {aantal} minuten in de wacht en werd toen verbroken.",
                "Uw helpdesk neemt na vier uur 's middags eenvoudig niet meer op.",
                "De chat op uw site sluit zichzelf zodra ik een vraag stel.",
                "Het noodnummer voor buiten kantooruren gaf een voicemail die vol was.",
            ],
            "treatment": [
                "De medewerker die ik {dag} aan de lijn had, lachte me zowat uit.",
                "Ik werd afgesnauwd omdat ik een technisch woord niet kende.",
                "Midden in mijn verhaal hing uw medewerker op.",
                "Er werd gedaan of ik het zelf stuk had gemaakt, nog voordat iemand had gekeken.",
                "De toon van het antwoord op {ticket} vind ik ronduit beledigend.",
                "Als vrouw die over netwerken belt, word ik bij u blijkbaar niet serieus genomen.",
            ],
            "not-kept": [
                "Ik zou {dag} vóór {tijd} worden teruggebeld. Dat is niet gebeurd.",
                "Mij is nu {aantal} keer beloofd dat een specialist contact opneemt.",
                "Melding {ticket} is gesloten als opgelost, terwijl er niets is gedaan.",
                "Er zou iemand langskomen in {plaats}; wij hebben voor niets gewacht.",
                "De toezegging dat dit vóór het weekend klaar was, bleek niets waard.",
            ],
        ],
        details: [
            "Elke keer moet ik mijn hele verhaal opnieuw vertellen.",
            "Bij ieder gesprek kreeg ik weer iemand anders, met een ander advies.",
            "De tekst van het antwoord was duidelijk geknipt en geplakt.",
            "Mijn meldingsnummer is {ticket}, maar dat kende men niet.",
            "Het wachtmuziekje kan ik inmiddels dromen.",
            "Collega's van mij hebben precies hetzelfde meegemaakt.",
            "Van een dienst met eigen contactpersoon had ik iets anders verwacht.",
            "Op mijn laatste {aantal} mailtjes is niet gereageerd.",
            "Volgens uw eigen voorwaarden is de reactietijd vier uur.",
            "{naam} van uw afdeling was overigens wel vriendelijk, maar mocht niets beslissen.",
            "Doorverbinden leidde drie keer naar dezelfde persoon.",
        ],
        points: ["Niet teruggebeld", "Melding {ticket} ten onrechte gesloten", "Toon van het gesprek", "Lange wachttijd"])
}
