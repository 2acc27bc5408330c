extension DemoFragments {
    static let billing = DemoFragments(
        problems: [
            "wrong-amount": [
                "Op de factuur van {maand} staat {bedrag} te veel.",
                "Wij betalen al maanden voor {aantal} gebruikers die hier niet meer werken.",
                "Dezelfde dienst is in {maand} twee keer in rekening gebracht.",
                "De korting van tien procent die wij afspraken, is nergens te vinden.",
                "Voor {server} krijgen wij een rekening, terwijl die in {maand} al is opgezegd.",
                "Er is {bedrag} afgeschreven zonder dat er een factuur tegenover staat.",
                "Het verbruik op de nota is {aantal} keer zo hoog als wat uw eigen portaal laat zien.",
            ],
            "badly-informed": [
                "De factuur bestaat uit afkortingen waar geen mens wijs uit wordt.",
                "Waar de post 'overige diensten' van {bedrag} voor is, kan niemand uitleggen.",
                "Dat wij voor dataverkeer apart betalen, is nooit gezegd.",
            ],
            "not-kept": [
                "De creditnota die {dag} zou komen, is er na {aantal} weken nog niet.",
                "Afgesproken was dat wij per kwartaal betalen; u stuurt elke maand een aanmaning.",
                "De terugbetaling van {bedrag} laat nu al sinds {maand} op zich wachten.",
            ],
        ],
        details: [
            "Toch kregen wij vorige week een aanmaning met {bedrag} aan kosten erbij.",
            "De boekhouding heeft dit al {aantal} keer per mail gemeld.",
            "Ik heb de betaling stopgezet tot dit is rechtgezet.",
            "Op mijn vraag om een specificatie kwam een kopie van dezelfde factuur.",
            "Wij moeten onze btw-aangifte doen en kunnen dit zo niet boeken.",
            "Automatisch incasseren gaat bij u kennelijk beter dan terugbetalen.",
            "Volgens de offerte zou het {bedrag} per maand zijn, en niet meer.",
            "Ook het adres en de naam op de nota kloppen niet.",
            "Uw incassobureau belde intussen onze directeur op zijn privénummer.",
            "Over heel het jaar gaat het om zo'n {bedrag}.",
            "Voor {server} staan er in {maand} drie verschillende regels op de nota, die samen {bedrag} zijn.",
            "Uw administratie zegt dat het klopt, maar kan de berekening niet laten zien.",
            "Ik heb {dag} om {tijd} iemand gesproken die toegaf dat er een fout in zat, en daarna kwam er weer een aanmaning.",
            "De creditnota die wij kregen, was voor een ander bedrijf in {plaats}.",
            "Sinds de verhoging in {maand} betalen wij {procent} procent meer voor precies hetzelfde.",
            "Wij hebben {aantal} licenties opgezegd en zien ze elke maand gewoon weer terug.",
            "Uw factuur vermeldt een inkoopnummer dat niet van ons is, dus onze boekhouding weigert hem terecht.",
            "Er is {bedrag} afgeschreven op de vijfde, terwijl wij betaling op de dertigste hebben afgesproken.",
        ],
        points: ["Te hoge factuur van {maand}", "Creditnota niet ontvangen", "Aanmaning ten onrechte"])
}
