extension DemoFragments {
    static let migration = DemoFragments(
        problems: [
            "done-wrong": [
                "Na de overgang naar het nieuwe platform doet de helft van onze koppelingen het niet meer.",
                "De migratie van {dag} is zonder onze toestemming gestart, midden op een werkdag.",
                "Bij de verhuizing van {server} zijn de rechten van alle mappen verdwenen.",
                "Ons pakket draait sinds de oplevering op een oude versie, met oude gegevens.",
                "De nieuwe omgeving is opgeleverd met {aantal} openstaande fouten en toch als klaar gemeld.",
                "Na de overzetting krijgen onze klanten mails met de afzender van een vreemd bedrijf.",
            ],
            "not-kept": [
                "De oplevering is nu voor de {derde} keer uitgesteld.",
                "Wij zouden in {maand} over zijn; het is nog steeds niet gepland.",
                "Er zou na de migratie een week lang iemand naast ons zitten. Die kwam één uur.",
                "De proefmigratie die u beloofde, is stilzwijgend geschrapt.",
            ],
            "badly-informed": [
                "Wat er {dag} precies gaat gebeuren met onze omgeving, krijgen wij niet te horen.",
                "Dat er tijdens de overgang {aantal} uur geen mail zou zijn, stond nergens.",
                "De projectleider is gewisseld zonder dat iemand ons dat vertelde.",
            ],
        ],
        details: [
            "Van het draaiboek dat wij samen maakten, is weinig terug te vinden.",
            "Terug naar de oude omgeving kan niet meer, zegt u nu.",
            "Onze leverancier van de software heeft {aantal} uur meegezocht, en dat factureert die aan ons.",
            "De acceptatietest is door uw eigen mensen afgetekend.",
            "Er is die avond met {aantal} verschillende mensen gebeld.",
            "De gebruikers zijn op geen enkele manier voorbereid.",
            "De oude server stond intussen al uit.",
            "Elke oplossing maakt weer iets anders stuk.",
            "Onze eigen beheerder is er een week van zijn vakantie mee kwijt.",
            "In het projectoverleg werd het telkens doorgeschoven.",
            "De overzetting zou in het weekend klaar zijn, maar maandag om {tijd} kon nog steeds niemand werken.",
            "Van de {tien} koppelingen die in het plan stonden, werkten er {dag} nog maar drie.",
            "Uw projectleider {naam} is halverwege vertrokken en zijn opvolger begon weer bij het begin.",
            "De testomgeving op {server} was een kopie van iemand anders, zodat het testen niets heeft gezegd.",
            "Er is {bedrag} aan meerwerk gefactureerd voor dingen die gewoon in de offerte stonden.",
            "Oude bestelgegevens van voor {maand} zijn niet meegekomen en niemand weet waar ze gebleven zijn.",
            "Wij hebben de oplevering {aantal} keer moeten verzetten, telkens op de dag zelf.",
            "Het draaiboek dat wij vooraf kregen, week op bijna elk punt af van wat er gebeurde.",
        ],
        points: ["Koppelingen werken niet na migratie", "Oplevering uitgesteld", "Geen begeleiding na de overgang"])
}
