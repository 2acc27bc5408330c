extension DemoFragments {
    static let contract = DemoFragments(
        problems: [
            "cannot-cancel": [
                "Ik heb {dag} opgezegd en krijg nu te horen dat ik er nog {aantal} maanden aan vastzit.",
                "De knop om op te zeggen in uw portaal leidt naar een lege pagina.",
                "Mijn opzegging van {maand} zou nooit zijn ontvangen, terwijl ik de bevestiging hier heb.",
                "Voor het meeverhuizen van {domein} heb ik een code nodig die ik al weken niet krijg.",
                "Telkens als ik wil opzeggen, krijg ik een verkoper aan de lijn.",
            ],
            "badly-informed": [
                "De prijs gaat met {procent} procent omhoog, en dat staat in een bijzin onder aan een nieuwsbrief.",
                "Over de stilzwijgende verlenging met {aantal} maanden heeft niemand iets gezegd.",
                "Dat ondersteuning sinds {maand} apart kost, moesten wij zelf ontdekken.",
                "De nieuwe voorwaarden zijn ingegaan voordat wij ze kregen.",
            ],
            "not-kept": [
                "In de offerte stond een vaste prijs voor drie jaar; na één jaar is daar niets meer van over.",
                "De beloofde beschikbaarheid is {aantal} maanden achtereen niet gehaald, maar een vergoeding blijft uit.",
                "Onze vaste accountmanager, die in het contract staat, is er al sinds {maand} niet meer.",
            ],
        ],
        details: [
            "Ik ben klant sinds 20{tien} en heb nog nooit eerder geklaagd.",
            "Het contract dat u stuurde, is niet het contract dat wij tekenden.",
            "Een andere aanbieder vraagt voor hetzelfde {bedrag} minder.",
            "Uw medewerker zei letterlijk dat dit met een jaar geleden te maken had.",
            "Wij zijn een kleine organisatie en moeten op elke euro letten.",
            "De handtekening onder de verlenging is niet van ons.",
            "Op mijn aangetekende brief is niet gereageerd.",
            "Wij willen best blijven, maar niet op deze manier.",
            "Volgens de wet mag dit bij consumenten niet eens.",
            "De verkoper die dit alles toezegde, {naam}, werkt inmiddels elders.",
            "De opzegging is {dag} aangetekend verstuurd en door uw receptie in {plaats} in ontvangst genomen.",
            "Volgens uw brief van {maand} zitten wij er nog {tien} maanden aan vast, en dat is nooit besproken.",
            "In de offerte stond {bedrag} per maand, in het contract dat u daarna stuurde stond iets anders.",
            "Toen wij in {maand} tekenden, zei {naam} dat tussentijds afschalen geen enkel probleem was.",
            "De prijs is met {procent} procent verhoogd op grond van een artikel dat wij niet kunnen vinden.",
            "Wij hebben {aantal} keer gevraagd om een kopie van wat er is ondertekend en krijgen die niet.",
            "Overstappen wordt ons op deze manier bewust moeilijk gemaakt, die indruk krijg ik sterk.",
            "Ons bedrijf in {plaats} is verkocht, en voor de nieuwe eigenaar blijkt niets te zijn vastgelegd.",
        ],
        points: ["Opzegging niet verwerkt", "Prijsverhoging niet aangekondigd", "Verlenging zonder toestemming"])
}
