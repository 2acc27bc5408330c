import Complaints

/// Final answers, in parts that follow one another.
enum DemoAnswers {
    static func dutch(_ finding: Finding, about: String) -> [[String]] {
        switch finding {
        case .upheld: [regrets, faults(about), repairs, closings]
        case .partlyUpheld: [partly, faults(about), repairs, closings]
        case .notUpheld: [["Wij hebben uw klacht zorgvuldig bekeken."] + looked, reasons, closings]
        case .informal: [informal, closings]
        }
    }

    static func english(_ finding: Finding) -> [[String]] {
        switch finding {
        case .upheld: [["You are right, and we are sorry.", "We should have done better."], englishRepairs, englishClosings]
        case .partlyUpheld: [["On one point you are right; on another we see it differently."], englishRepairs, englishClosings]
        case .notUpheld:
            [["We have looked into this carefully and see it differently."], ["What you received is what was agreed."], englishClosings]
        case .informal: [["We are glad that this could be settled on the phone."], englishClosings]
        }
    }

    private static let regrets = [
        "U heeft gelijk en het spijt ons.", "Wij hadden dit beter moeten doen.", "Uw klacht is terecht.",
        "Onze excuses: dit had niet mogen gebeuren.",
        "Dank dat u dit meldde; u heeft er goed aan gedaan.",
    ]

    private static let partly = [
        "Op één punt heeft u gelijk, op het andere zien wij het anders.", "Een deel van uw klacht is terecht.",
        "Wij hebben het niet in alles goed gedaan.",
    ]

    private static func faults(_ about: String) -> [String] {
        let own =
            switch about {
            case "hosting":
                ["De schijven van {server} waren vol voordat onze bewaking het zag.", "Bij onderhoud is een stap overgeslagen."]
            case "workplace":
                ["De rechten van de gebruikers waren bij een wijziging verkeerd gezet.", "Een regel op de mailserver hield uw post tegen."]
            case "network":
                ["Onze leverancier had een kabelbreuk in {plaats} niet doorgegeven.", "De planning van de monteurs klopte niet."]
            case "backup":
                [
                    "De nachtelijke kopie mislukte al {aantal} weken zonder dat iemand het zag.",
                    "De bewaartermijn stond verkeerd ingesteld.",
                ]
            case "security": ["De toegang is te laat ingetrokken.", "Onze waarschuwing kwam later dan wij hadden afgesproken."]
            case "migration": ["De test vooraf is te kort geweest.", "Het draaiboek is op een belangrijk punt niet gevolgd."]
            case "billing": ["In de factuur stond een tarief van een ander pakket.", "Een creditering is door een fout niet geboekt."]
            case "contract": ["De opzegging is ontvangen, maar niet verwerkt.", "De brief over de nieuwe prijs was niet duidelijk genoeg."]
            default: ["Uw melding is bij de overdracht blijven liggen.", "Wij hebben u niet teruggebeld toen wij dat hadden beloofd."]
            }
        return own + ["Het ging mis in de overdracht tussen twee afdelingen.", "Er was niemand die het geheel in de gaten hield."]
    }

    private static let repairs = [
        "Wij hebben het hersteld en {dag} nog eens gecontroleerd.", "De werkwijze is aangepast, zodat dit niet weer kan.",
        "De betrokken collega's zijn hierover gesproken.", "Een vaste contactpersoon houdt het de komende weken in de gaten.",
        "Het bedrag staat binnen vijf werkdagen op uw rekening.", "Wij hebben de bewaking uitgebreid, ook voor andere klanten.",
    ]

    private static let looked = ["Wij hebben alle gesprekken en meldingen nagelopen.", "Wij hebben de afspraken naast elkaar gelegd."]

    private static let reasons = [
        "Wat u heeft gekregen, is wat er in {maand} is afgesproken.", "De termijn staat in de overeenkomst die u heeft getekend.",
        "De storing lag buiten wat wij voor u beheren.", "Wij vinden in onze gegevens geen onderbreking op die dag.",
        "De verhoging is twee maanden vooraf aangekondigd.",
    ]

    private static let informal = [
        "Fijn dat wij dit aan de telefoon konden oplossen.", "Wij hebben het meteen rechtgezet terwijl u aan de lijn was.",
        "Een kleine wijziging was genoeg, en daarmee bent u tevreden.", "Zoals besproken is het opgelost.",
    ]

    private static let closings = [
        "Bent u het er niet mee eens, laat het ons dan weten.", "Heeft u nog vragen, bel mij dan gerust.", "Dank voor uw geduld.",
        "Wij hopen u hiermee goed geholpen te hebben.", "Over een maand neem ik contact op om te horen of het goed blijft gaan.",
    ]

    private static let englishRepairs = [
        "We have repaired it and changed our way of working.", "Somebody will keep an eye on it for the coming weeks.",
    ]
    private static let englishClosings = ["If you disagree, please let us know.", "Thank you for your patience."]
}
