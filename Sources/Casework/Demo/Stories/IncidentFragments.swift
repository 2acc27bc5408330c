/// What people write about something that struck many at once.
enum DemoIncidentTexts {
    static func problems(_ kind: DemoIncident.Kind) -> [String] {
        switch kind {
        case .storageOutage:
            [
                "Door de storing in uw opslag zijn wij sinds {dag} {tijd} al onze systemen kwijt.",
                "De grote opslagstoring heeft ons {aantal} dagen stilgelegd.",
                "Na het uitvallen van de opslag is {server} wel terug, maar blijft hij vastlopen.",
                "Ook wij zijn slachtoffer van de opslagstoring, en wij horen er bijna niets over.",
                "Sinds de storing aan uw opslagcluster krijgt {domein} elke paar minuten een foutmelding.",
                "U meldt dat de opslag is hersteld. Bij ons is daar op {dag} nog niets van te merken.",
            ]
        case .billingRun:
            [
                "De factuur van {maand} is ineens {bedrag} hoger, net als bij anderen hoor ik.",
                "Bij uw laatste facturatie is alles dubbel berekend, {bedrag} in ons geval.",
                "U heeft {bedrag} geïncasseerd op grond van een factuurronde die niet klopt.",
                "In één week ontvingen wij {aantal} facturen over dezelfde maand.",
                "De nieuwe factuur rekent diensten die wij nooit hebben gehad.",
            ]
        case .migration:
            [
                "Sinds u ons naar het nieuwe platform heeft overgezet, werkt {domein} niet goed meer.",
                "De grote overgang van {dag} is bij ons op vrijwel elk punt misgegaan.",
                "Na de platformmigratie staan onze gegevens op de verkeerde plek.",
                "Wij zijn ongevraagd gemigreerd en sindsdien vallen de koppelingen met ons pakket weg.",
                "Het nieuwe platform is voor ons een stap terug: {aantal} functies ontbreken.",
            ]
        case .mailOutage:
            [
                "Door de mailstoring van {dag} hebben wij zeker {aantal} opdrachten gemist.",
                "Bij de grote e-mailstoring is onze post niet vertraagd maar verdwenen.",
                "Sinds de storing van de mailservers komen berichten pas na een {dagdeel} binnen.",
                "De mail lag er {dag} uit en van u hoorden wij niets.",
            ]
        case .lineTrouble:
            [
                "De internetlijn van onze vestiging valt sinds {dag} steeds weg.",
                "Onze verbinding is deze maand al {aantal} keer uitgevallen.",
                "Bellen lukt niet meer zodra de lijn wegvalt, en dat gebeurt elke {dagdeel}.",
            ]
        case .crowdedDesk:
            [
                "Wij hingen {aantal} keer een half uur in de wacht bij uw servicedesk.",
                "Op onze melding van {dag} heeft nog niemand van de servicedesk gereageerd.",
                "De servicedesk zou op {dag} terugbellen. Wij wachten nog steeds.",
            ]
        case .priceRise:
            [
                "Per 1 januari verhoogt u de prijs met {procent} procent zonder dat er iets beter is geworden.",
                "De prijsverhoging kwam bij ons pas binnen toen hij al was afgeschreven.",
                "In de brief over de nieuwe tarieven staat {bedrag}, op de factuur iets heel anders.",
                "Op grond waarvan u de tarieven met {procent} procent verhoogt, wordt nergens uitgelegd.",
            ]
        }
    }
}
