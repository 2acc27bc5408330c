extension DemoFragments {
    static let hosting = DemoFragments(
        problems: [
            "unreachable": [
                "Onze website {domein} is sinds {dag} om {tijd} niet meer bereikbaar.",
                "De server {server} reageert nergens meer op, ook niet na een herstart via uw portaal.",
                "Voor de {derde} keer deze maand lag onze webwinkel er een {dagdeel} lang uit.",
                "Sinds {tijd} krijgen al onze bezoekers een foutmelding 503 te zien.",
                "Onze virtuele machine {server} is vannacht omgevallen en niet meer opgestart.",
                "De database achter {domein} weigert elke verbinding, en daarmee ligt alles stil.",
                "Wij kunnen al {aantal} uur niet bij onze cloudomgeving.",
            ],
            "too-slow": [
                "Onze site {domein} doet er tegenwoordig {aantal} seconden over om te laden.",
                "Elke ochtend rond {tijd} wordt {server} zo traag dat niemand er nog mee kan werken.",
                "De omgeving die u snel en schaalbaar noemt, is bij ons vooral traag.",
                "Sinds de laatste update duurt elke zoekopdracht in ons pakket een halve minuut.",
                "De schijven van {server} halen nog geen tiende van wat er op papier staat.",
                "Onze klanten haken af omdat de betaalpagina blijft hangen op uw server.",
            ],
            "done-wrong": [
                "Bij het onderhoud van {dag} is de verkeerde server herstart.",
                "Wij vroegen om {aantal} GB extra geheugen op {server}, en kregen een kleinere machine terug.",
                "De DNS van {domein} is door uw mensen verkeerd ingesteld.",
                "Bij de upgrade van PHP is onze configuratie overschreven.",
                "Het certificaat van {domein} is vernieuwd op een naam die wij niet gebruiken.",
            ],
            "badly-informed": [
                "Van het onderhoud van {dag} hoorden wij pas toen alles al plat lag.",
                "Op uw statuspagina stond alles op groen terwijl {server} uren weg was.",
                "Wij lazen toevallig op een forum dat ons platform in {maand} ophoudt.",
                "Niemand heeft ons verteld dat {domein} naar een ander datacenter ging.",
                "Over de oorzaak van de storing van {dag} hebben wij nooit iets vernomen.",
            ],
        ],
        details: [
            "Het gaat om {aantal} sites die allemaal op {server} draaien.",
            "De monitoring die wij zelf hebben, telde {aantal} onderbrekingen in een week.",
            "Een herstart helpt even, maar na een uur is het weer mis.",
            "In uw portaal ziet alles er intussen gewoon goed uit.",
            "Wij betalen al jaren voor het duurste pakket, met een beschikbaarheid van 99,9 procent.",
            "De logbestanden staan vol met time-outs vanaf {tijd}.",
            "Onze programmeur heeft alles nagelopen: aan onze kant is niets veranderd.",
            "Zelfs het beheerscherm van {domein} geeft een lege pagina.",
            "Volgens een collega-ondernemer hebben meer klanten op dit cluster er last van.",
            "Uw storingsnummer gaf een bandje dat er geen storingen bekend waren.",
            "De extra rekenkracht die we erbij kochten, maakt geen enkel verschil.",
            "Ook de testomgeving, die er los van zou staan, doet het niet.",
        ],
        points: ["Server {server} niet bereikbaar", "Traagheid van {domein}", "Geen melding vooraf", "Statuspagina klopte niet"])
}
