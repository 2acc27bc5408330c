extension DemoFragments {
    static let workplace = DemoFragments(
        problems: [
            "unreachable": [
                "Sinds {dag} kan niemand op kantoor nog inloggen op de digitale werkplek.",
                "Onze mailbox info@ ontvangt al {aantal} uur niets meer.",
                "Outlook vraagt de hele dag om een wachtwoord en weigert het vervolgens.",
                "Het e-mailverkeer ligt er bij ons al sinds {tijd} uit.",
                "De werkplek op afstand geeft bij {aantal} collega's alleen een zwart scherm.",
            ],
            "done-wrong": [
                "Een nieuwe collega zou {dag} kunnen beginnen, maar kreeg de rechten van de directeur.",
                "Bij het verhuizen van de mailboxen zijn de agenda's door elkaar gehaald.",
                "Uw monteur heeft het account verwijderd van iemand die hier nog gewoon werkt.",
                "De doorstuurregel voor facturen staat sinds {dag} op een adres dat niet bestaat.",
                "Wij vroegen om {aantal} licenties en kregen het verkeerde pakket, op naam van een ander bedrijf.",
                "De gedeelde map Verkoop is na uw wijziging voor iedereen zichtbaar, ook voor stagiairs.",
            ],
            "too-slow": [
                "Het opstarten van de werkplek duurt 's ochtends meer dan {aantal} minuten.",
                "Een mailtje met een bijlage doet er een {dagdeel} over om aan te komen.",
                "Typen in de werkplek op afstand loopt {aantal} seconden achter op het toetsenbord.",
                "Sinds {maand} hapert elk videogesprek zodra er een derde bij komt.",
            ],
            "data-lost": [
                "Alle mail van vóór {maand} is uit de mailbox van onze boekhouder verdwenen.",
                "De map met offertes stond {dag} nog in de cloud en is nu leeg.",
                "Na het opschonen door uw helpdesk is een heel postvak weg.",
                "Mijn agenda van de komende {aantal} weken is gewist.",
            ],
        ],
        details: [
            "Het gaat om {aantal} werkplekken op twee vestigingen.",
            "Op de telefoon komt de mail soms wel binnen, op de laptop niet.",
            "Afzenders krijgen een bericht dat ons adres niet bestaat.",
            "Opnieuw installeren, zoals uw medewerker aanraadde, heeft niets opgelost.",
            "De spammap loopt intussen over van post die gewoon van klanten komt.",
            "Wij hebben onze mensen naar huis gestuurd om daar verder te werken.",
            "De handleiding die u stuurde, hoort bij een versie die wij niet hebben.",
            "Onze secretaresse houdt nu alles bij op papier.",
            "In de cloudmap staan van elk bestand inmiddels {aantal} kopieën met een conflict.",
            "Het tweede scherm van de inlogcode komt bij de helft van ons niet aan.",
            "Op maandag is het altijd het ergst.",
            "Sinds de update van {dag} moeten {aantal} collega's elke ochtend opnieuw hun wachtwoord invoeren.",
            "De gedeelde agenda van de afdeling in {plaats} loopt een dag achter, waardoor afspraken dubbel zijn gemaakt.",
            "Bijlagen die wij om {tijd} versturen, komen soms pas de volgende dag bij de ontvanger aan.",
            "Een nieuwe medewerker zit hier nu {aantal} werkdagen zonder account naast een collega mee te kijken.",
            "Belangrijke berichten van een opdrachtgever belandden in een map waar niemand van wist dat die bestond.",
            "Thuiswerken is voor onze mensen in {plaats} op deze manier niet te doen.",
            "De laptop die in {maand} is geleverd, had de instellingen van een ander bedrijf er nog op staan.",
            "Wij hebben uit nood een gratis mailadres aangemaakt om klanten te kunnen antwoorden.",
        ],
        points: ["E-mail komt niet aan", "Inloggen lukt niet", "Rechten verkeerd gezet", "Agenda's door elkaar"])
}
