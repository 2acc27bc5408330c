/// What colleagues write for one another.
enum DemoDeskWords {
    static func notes(_ about: String) -> [String] {
        let own =
            switch about {
            case "hosting": ["Logboek van {server} opgevraagd bij beheer.", "Zelfde cluster als de klacht van vorige week, zie {ticket}."]
            case "workplace": ["Account nagekeken: rechten stonden inderdaad verkeerd.", "Mailtrace opgevraagd van {dag}."]
            case "network": ["Lijnmeting aangevraagd bij de leverancier.", "Router op afstand bekeken, firmware is oud."]
            case "backup": ["Back-uprapport van {maand} gecontroleerd: {aantal} fouten die niemand zag.", "Hersteltest ingepland."]
            case "security": ["Gemeld bij de functionaris gegevensbescherming.", "Toegang van het oude account direct ingetrokken."]
            case "migration": ["Draaiboek erbij gepakt: stap {aantal} is overgeslagen.", "Projectleider om het testverslag gevraagd."]
            case "servicedesk": ["Gesprek teruggeluisterd; de klant heeft een punt.", "Meldingen van deze klant op een rij gezet."]
            case "billing": ["Facturen van {maand} naast het contract gelegd.", "Administratie zoekt uit waar {bedrag} vandaan komt."]
            default: ["Getekende versie van het contract gevonden in het archief.", "Opzegbrief is wel binnengekomen, maar niet verwerkt."]
            }
        return own + notes
    }

    private static let notes = [
        "Klant is terecht boos; rustig gebleven.", "Overlegd met {naam}, wacht op bevestiging.", "Let op: klant heeft eerder geklaagd.",
        "Afgesproken om {dag} weer te bellen.", "Teruggebeld willen worden na {tijd}.", "Vergelijkbare melding gevonden onder {ticket}.",
        "Klant wil vooral een verklaring, geen geld.", "Dit raakt waarschijnlijk meer klanten; gemeld in het teamoverleg.",
        "Stukken van de klant bekeken, verhaal klopt.", "Nog een keer nagevraagd bij beheer.", "Accountmanager op de hoogte gebracht.",
    ]

    static let attempts = [
        "Voicemail ingesproken met het klachtnummer.", "Ging niet over.", "Collega aan de lijn: klant is in vergadering.",
        "Na acht keer overgaan opgehangen.",
        "Receptie vraagt om na {tijd} te bellen.",
    ]

    static let contacts = [
        "Goed gesprek gehad. Klant vertelde dat het vooral om {dag} gaat.", "Klant was eerst kortaf, later vriendelijk.",
        "Verhaal doorgenomen en uitgelegd wat wij gaan doen.", "Klant wil graag per mail op de hoogte blijven.",
        "Excuses gemaakt. Er speelt meer dan in de klacht staat.", "Afspraken: wij zoeken het uit, klant stuurt schermafdrukken.",
        "Bericht gestuurd met mijn naam en directe nummer.", "Klant vraagt om een vergoeding van {bedrag}; niets toegezegd.",
        "Besproken wat een goede uitkomst zou zijn.", "Klant heeft begrip, maar wil wel dat het niet weer gebeurt.",
        "Partner van de klant gesproken, die ervan weet.", "Samengevat wat er misging; klant kon zich daarin vinden.",
    ]

    static func consultations(_ about: String) -> [String] {
        let own =
            switch about {
            case "hosting", "backup": ["Wat zegt het logboek van {server} over {dag} {tijd}?", "Was er toen onderhoud op dit cluster?"]
            case "billing": ["Klopt het dat {bedrag} dubbel is geboekt?", "Kun je de creditnota voorbereiden?"]
            case "contract": ["Welke voorwaarden golden hier in {maand}?", "Mogen we deze klant uit coulance laten gaan?"]
            case "network": ["Heeft de leverancier een storing gemeld in {plaats}?", "Wanneer is de monteur ingepland?"]
            case "security": ["Welke gegevens waren precies zichtbaar, en voor wie?", "Moet dit gemeld worden?"]
            default: ["Kun jij kijken wat er met {ticket} is gebeurd?", "Hoe hoort dit volgens de werkwijze te gaan?"]
            }
        return own + ["Heb jij deze klant in {maand} gesproken?", "Wat zou jij de klant hierop antwoorden?"]
    }

    static func contributions(_ about: String) -> [String] {
        let own =
            switch about {
            case "hosting", "backup", "workplace":
                ["De schijf liep vol, daarna viel {server} om.", "Een wijziging van {dag} is niet teruggedraaid."]
            case "billing": ["Ja, dubbel geboekt. Creditnota van {bedrag} staat klaar.", "De prijs in het systeem was van vorig jaar."]
            case "contract":
                ["De klant heeft gelijk, de verlenging is niet aangekondigd.", "Volgens de getekende versie klopt de termijn wel."]
            case "network": ["Kabelbreuk in {plaats}, leverancier had het niet doorgegeven.", "Monteur was dubbel geboekt."]
            default: ["Stap {aantal} van de werkwijze is overgeslagen.", "De melding is bij de verkeerde groep beland."]
            }
        return own + [
            "Hier ging het mis in de overdracht.", "Ik kan niets bijzonders vinden rond {tijd}.",
            "Dit speelt bij meer klanten, zie {ticket}.",
            "Ik heb de klant toen gesproken en het niet goed vastgelegd.",
        ]
    }

    static let returning = [
        "Dit is iets voor iemand die facturen kan inzien.", "Ik ken deze klant persoonlijk.", "Ik ben vanaf morgen twee weken vrij.",
        "Hier is kennis van netwerken voor nodig.", "Ik was zelf bij dit project betrokken.", "Mijn bord is te vol om dit op tijd te doen.",
    ]

    static let duplicates = [
        "Zelfde klacht, nu ook per mail.", "Collega van dezelfde klant meldt hetzelfde.", "Klant belde na het formulier nog een keer.",
    ]

    static let elsewhere = [
        "de leverancier van de glasvezel", "de leverancier van het boekhoudpakket", "de verhuurder van het kantoor",
        "de beheerder van het oude domein",
        "de verzekeraar van de klant",
    ]
}
