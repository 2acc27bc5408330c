/// What customers read and write after their story.
enum DemoCustomerWords {
    static func questions(_ about: String) -> [String] {
        let own =
            switch about {
            case "hosting": ["Om welk adres of welke server gaat het precies?", "Ziet u nog een foutmelding, en zo ja welke?"]
            case "workplace": ["Bij welke gebruikers gebeurt dit?", "Kunt u ons een voorbeeld sturen van een bericht dat niet aankwam?"]
            case "network": ["Welke lampjes branden er op het modem?", "Op welke tijden viel de verbinding weg?"]
            case "backup": ["Welke mappen mist u, en tot welke datum?", "Heeft u zelf nog ergens een kopie?"]
            case "security": ["Kunt u ons de schermafdruk sturen die u maakte?", "Wie heeft er bij u toegang tot dit account?"]
            case "migration": ["Welke koppelingen doen het niet?", "Wie was bij u aanwezig bij de oplevering?"]
            case "billing": ["Om welke factuur gaat het?", "Wat zou volgens u het juiste bedrag zijn?"]
            case "contract": ["Op welke dag heeft u opgezegd, en hoe?", "Kunt u ons de brief sturen die u kreeg?"]
            default: ["Weet u nog met wie u sprak?", "Wat is het nummer van uw melding?"]
            }
        return own + ["Wanneer kunnen wij u het beste bellen?", "Wat zou voor u een goede oplossing zijn?"]
    }

    static let replies = [
        "Het gebeurde {dag} rond {tijd}.", "Het gaat om {server}, dat stond ook in mijn melding.", "Zie het nummer {ticket}.",
        "Bij {aantal} mensen, en elke dag bij iemand anders.", "Dat heb ik uw collega al verteld, maar goed: sinds {maand}.",
        "Ik wil gewoon terug wat ik te veel betaald heb, {bedrag}.", "U kunt mij elke middag bellen.",
        "Het gaat om de factuur van {maand}.",
        "De schermafdrukken heb ik net gemaild.", "Met {naam}, geloof ik. Een achternaam kreeg ik niet.", "Nee, een kopie hebben wij niet.",
        "Voor mij is het klaar als iemand uitlegt hoe het kon gebeuren.",
    ]

    static let updates = [
        "Wij zijn nog bezig. Een collega van beheer kijkt er nu naar; {dag} weten wij meer.",
        "Het onderzoek duurt iets langer dan gedacht, omdat wij op onze leverancier wachten.",
        "De eerste oorzaak is gevonden, de herstelwerkzaamheden lopen.",
        "Wij hebben uw stukken ontvangen en nemen ze mee.",
    ]

    static let proposals = [
        "Wij stellen voor om {bedrag} terug te betalen en de instellingen samen met u na te lopen.",
        "Wij bieden aan om u zonder kosten over te zetten naar een ruimere omgeving.",
        "Voorstel: een vast aanspreekpunt en een maand zonder kosten.",
        "Wij laten u per direct uit het contract gaan, als u dat nog wilt.",
        "Wij zetten de gegevens van {dag} terug en controleren dat samen.",
        "Een monteur komt {dag} langs en blijft tot het werkt.",
    ]

    static let consents = [
        "Daar kan ik mij in vinden.", "Prima, als het maar deze week gebeurt.", "Akkoord. Fijn dat er nu naar gekeken is.",
        "Niet helemaal wat ik hoopte, maar vooruit.", "Dank u, dat is netjes.", "Goed, maar ik wil het wel op papier.",
    ]

    static let remedies = [
        "Een maand zonder kosten", "Excuusbrief van de directie", "Vast aanspreekpunt voor een half jaar", "Overzetting zonder kosten",
        "Opzegging alsnog verwerkt per {maand}", "Extra controle elke maand", "Bloemen en een bos excuses",
        "Aanmaningskosten kwijtgescholden",
        "Gratis uitbreiding van het geheugen", "Training voor de gebruikers",
    ]

    static let reopenings = [
        "Het is sinds {dag} weer precies hetzelfde.", "De beloofde betaling van {bedrag} is er nog steeds niet.",
        "U heeft maar op de helft van mijn klacht gereageerd.", "De oplossing hield welgeteld {aantal} dagen stand.",
        "Met deze uitleg ben ik het niet eens.", "Wat er in uw antwoord staat over {dag}, klopt niet.",
    ]

    static let granted = [
        "De klant heeft gelijk: het is niet blijvend opgelost.", "Er is iets nieuws aan het licht gekomen.",
        "Wij hebben een punt overgeslagen.",
        "De toezegging is niet nagekomen.",
    ]

    static let refused = [
        "Alle punten zijn beantwoord; er is niets nieuws aangevoerd.", "Dit gaat over iets anders en krijgt een eigen klacht.",
        "Wij begrijpen de teleurstelling, maar blijven bij ons antwoord.",
    ]

    static let withdrawals = [
        "Het is inmiddels vanzelf opgelost.", "Ik heb er geen tijd meer voor.", "Het lag achteraf aan ons eigen kantoor.",
        "Uw collega heeft het telefonisch al rechtgezet.", "Wij zijn overgestapt, dus laat maar.",
    ]

    static let referrals = [
        "Het gaat om een dienst die wij niet leveren.", "De storing zit in een lijn die niet van ons is.",
        "Het contract is met een ander gesloten.",
        "De fout zit in het pakket zelf, niet in de omgeving waarop het draait.",
    ]
}
