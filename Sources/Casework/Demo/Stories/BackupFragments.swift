extension DemoFragments {
    static let backup = DemoFragments(
        problems: [
            "data-lost": [
                "Toen wij {dag} een bestand wilden terugzetten, bleek er sinds {maand} geen back-up meer gemaakt.",
                "De back-up van {server} is er wel, maar laat zich niet openen.",
                "Na het terugzetten missen wij {aantal} dagen aan orders.",
                "De kopie van onze database die u terugzette, was van de verkeerde klant.",
                "Wij zijn {aantal} jaar aan foto's van projecten kwijt.",
            ],
            "not-kept": [
                "Afgesproken was elke nacht een kopie; in werkelijkheid was het eens per week.",
                "De jaarlijkse hersteltest die in het contract staat, is nog nooit gehouden.",
                "Back-ups zouden {aantal} maanden bewaard blijven, maar na twee weken zijn ze al weg.",
                "U beloofde {dag} de herstelde bestanden te leveren, en wij wachten nog.",
            ],
            "too-slow": [
                "Het terugzetten van één map duurt nu al {aantal} dagen.",
                "De nachtelijke back-up is om {tijd} nog bezig, zodat {server} de hele ochtend traag is.",
                "Op een verzoek om herstel kregen wij pas na {aantal} werkdagen antwoord.",
            ],
        ],
        details: [
            "In de maandelijkse rapportage stond steeds dat alles geslaagd was.",
            "Het gaat om ongeveer {aantal}00 GB aan tekeningen en contracten.",
            "Wij hebben een deel kunnen overtypen uit oude mailtjes, maar lang niet alles.",
            "De waarschuwingen gingen naar een collega die al een jaar weg is.",
            "Volgens uw eigen portaal is er ruimte genoeg.",
            "Niemand kon ons zeggen wie er bij u over back-ups gaat.",
            "Ook de kopie op de tweede locatie bleek leeg.",
            "Onze verzekeraar vraagt nu om een verklaring van u.",
            "Voor de belastingdienst moeten wij dit zeven jaar bewaren.",
            "Volgens het rapport van {maand} waren alle back-ups geslaagd, maar van {server} is geen enkele bruikbaar.",
            "De map met projecten waar {aantal} mensen een half jaar aan hebben gewerkt, is leeg teruggezet.",
            "Wij hebben {dag} om {tijd} gevraagd om een herstel en kregen pas de volgende week een inschatting.",
            "In het contract staat dat er dertig dagen wordt bewaard; het bleken er {aantal} te zijn.",
            "De jaarlijkse hersteltest die wij betalen, is volgens uw eigen lijst nooit uitgevoerd.",
            "Wat terugkwam was een versie van {maand}, met alles wat daarna is gebeurd weg.",
            "Onze administratie heeft {tien} dagen boekingen opnieuw moeten invoeren aan de hand van papieren bonnen.",
            "Niemand kon zeggen waar de kopieën op dit moment staan, en dat is misschien nog wel het ergste.",
        ],
        points: ["Back-up van {server} ontbreekt", "Herstel duurt te lang", "Rapportage klopte niet"])
}
