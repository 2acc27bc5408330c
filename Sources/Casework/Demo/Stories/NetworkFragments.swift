extension DemoFragments {
    static let network = DemoFragments(
        problems: [
            "unreachable": [
                "Wij zijn sinds {dag} {tijd} telefonisch niet te bereiken.",
                "De glasvezelverbinding op onze vestiging in {plaats} is al {aantal} dagen weg.",
                "Wie ons nummer belt, hoort dat het niet in gebruik is.",
                "Het internet valt elke dag rond {tijd} een kwartier uit.",
                "De VPN naar {server} komt niet meer tot stand.",
                "Onze pinapparaten en telefoons lagen de hele {dag} plat.",
            ],
            "too-slow": [
                "Van de gigabit waar wij voor betalen, komt nog geen {aantal} megabit aan.",
                "Gesprekken via uw centrale vallen weg of klinken alsof men onder water zit.",
                "Zodra {aantal} mensen tegelijk bellen, loopt het hele netwerk vast.",
                "De wifi die u in {plaats} heeft aangelegd, is in de helft van het gebouw onbruikbaar.",
            ],
            "not-kept": [
                "De monteur zou {dag} tussen 8 en 12 komen en is nooit verschenen.",
                "De nieuwe lijn in {plaats} zou in {maand} klaar zijn; er ligt nog geen kabel.",
                "Het meenemen van ons telefoonnummer zou {aantal} dagen duren en loopt nu al weken.",
                "U zou een noodverbinding via 4G leveren; die doos hebben wij nooit gezien.",
            ],
        ],
        details: [
            "Het modem is al {aantal} keer opnieuw opgestart, op verzoek van uw helpdesk.",
            "De lampjes op de router branden gewoon groen.",
            "Onze buren in het bedrijfsverzamelgebouw hebben nergens last van.",
            "De leverancier van de kabel verwijst naar u, en u verwijst naar de leverancier.",
            "Wij hebben nu een oude mobiele telefoon op de balie liggen.",
            "Een eigen meting, elk uur een dag lang, stuur ik graag toe.",
            "Het keuzemenu stuurt bellers naar een afdeling die wij niet eens hebben.",
            "Bij slecht weer is het nog erger.",
            "Uw voorganger deed dit jarenlang zonder één storing.",
            "Wij werken in ploegen, dus ook 's nachts moet de lijn het doen.",
            "Bellers horen nu al sinds {dag} een ingesprektoon, ook als hier niemand aan het bellen is.",
            "De monteur die om {tijd} zou komen, stond volgens uw planning bij een ander bedrijf met dezelfde naam.",
            "Op onze vestiging in {plaats} halen wij nog geen tiende van de snelheid die in het contract staat.",
            "Het nummer dat wij al twintig jaar hebben, kwam na de overzetting bij een wildvreemde uit.",
            "Een gesprek met een leverancier is die middag {aantal} keer weggevallen, op het laatst werd het gênant.",
            "De reservelijn die juist voor dit soort gevallen is, bleek nooit te zijn aangesloten.",
            "Pinnen kon ook niet meer, zodat wij klanten naar de geldautomaat in het centrum hebben moeten sturen.",
            "Uw storingsdienst vroeg mij drie keer om het kastje uit en aan te zetten, terwijl de straat openlag.",
        ],
        points: ["Telefonie ligt eruit", "Monteur niet verschenen", "Internet te traag in {plaats}", "Nummerbehoud duurt te lang"])
}
