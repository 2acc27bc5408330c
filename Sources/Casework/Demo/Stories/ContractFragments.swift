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
        ],
        points: ["Opzegging niet verwerkt", "Prijsverhoging niet aangekondigd", "Verlenging zonder toestemming"])
}
