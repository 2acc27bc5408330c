extension DemoFragments {
    static let security = DemoFragments(
        problems: [
            "data-breach": [
                "In uw klantportaal kreeg ik {dag} de gegevens van een ander bedrijf te zien.",
                "Een lijst met wachtwoorden van onze mensen is per ongeluk naar een derde gemaild.",
                "De map met personeelsdossiers bleek voor iedereen op internet open te staan.",
                "Een oud-medewerker van u kan nog steeds in onze omgeving.",
            ],
            "badly-informed": [
                "Dat er ingebroken is op {server} lazen wij in de krant.",
                "Pas {aantal} dagen na het lek in de software kregen wij een bericht.",
                "U stuurde een waarschuwing zo vol jargon dat niemand hier wist wat te doen.",
                "Of onze gegevens bij de aanval van {dag} betrokken waren, wil niemand ons zeggen.",
            ],
            "done-wrong": [
                "Bij het aanscherpen van de firewall is ook ons eigen kantoor buitengesloten.",
                "De verplichte tweestapsverificatie is ingesteld op het telefoonnummer van een vertrokken collega.",
                "Een update die {aantal} maanden geleden uit moest, bleek nooit geïnstalleerd op {server}.",
                "Uw virusscanner heeft onze boekhouding in quarantaine gezet.",
            ],
        ],
        details: [
            "Het gaat om persoonsgegevens van zeker {aantal} mensen.",
            "Wij hebben zelf meteen alle wachtwoorden laten veranderen.",
            "Onze functionaris gegevensbescherming wil hier schriftelijk antwoord op.",
            "Een melding bij de Autoriteit Persoonsgegevens hebben wij al voorbereid.",
            "Het logboek dat wij opvroegen, begint pas een dag later.",
            "Uw medewerker vond het allemaal wel meevallen.",
            "In het contract staat dat u zulke dingen binnen 24 uur meldt.",
            "Schermafdrukken hebben wij bewaard.",
            "Vorig jaar is dit ook al eens besproken.",
            "Een collega kreeg {dag} om {tijd} een mail met daarin gegevens van een klant die niet van ons was.",
            "Het account van een oud-medewerker in {plaats} bleek na {aantal} maanden nog gewoon te werken.",
            "U meldde het lek pas toen wij er zelf naar vroegen, en dan nog in twee regels.",
            "Wij moeten dit mogelijk melden bij de toezichthouder en hebben daarvoor feiten nodig, geen geruststellingen.",
            "De nieuwe firewall op {server} liet volgens onze auditor zo'n beetje alles door.",
            "Om een wachtwoord te laten wijzigen vroeg uw medewerker mij het oude aan de telefoon voor te lezen.",
            "Sinds {maand} krijgen wij valse facturen uit uw naam, met gegevens die alleen u en wij kennen.",
            "Het toegezegde rapport over wat er precies is ingezien, laat al {aantal} weken op zich wachten.",
        ],
        points: ["Gegevens van een ander zichtbaar", "Te laat gewaarschuwd", "Update niet uitgevoerd op {server}"])
}
