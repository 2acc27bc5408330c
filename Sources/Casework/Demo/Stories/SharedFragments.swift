/// What people write whatever their complaint is about.
enum DemoShared {
    static let phoneOpenings = [
        "Aan de telefoon, in de woorden van de klant:", "Klant belt en vertelt:", "Telefonisch opgenomen.",
        "Genoteerd tijdens het gesprek:",
        "De klant belde {dag} om {tijd} en zei het volgende.", "Gebeld door de klant, die dit kwijt wil:", "Woordelijk uit het gesprek:",
    ]

    static let letterOpenings = [
        "Geachte heer, mevrouw,", "Geachte directie,", "L.S.,", "Aan de klachtencommissie,", "Geachte klachtenmanager,",
        "Mijne dames en heren,",
    ]

    static let mailOpenings = [
        "Beste mensen,", "Goedemorgen,", "Hallo,", "Geachte heer/mevrouw,", "Beste klantenservice,", "Goedemiddag,", "Dag,", "Beste,", "",
        "",
    ]

    static let calmOpenings = [
        "Ik wil graag een klacht indienen.", "Met deze melding vraag ik uw aandacht voor het volgende.",
        "Ik had gehoopt dat dit niet nodig was.",
        "Hierbij laat ik u weten dat wij niet tevreden zijn.", "Misschien kunt u mij helpen met iets wat maar niet lukt.",
        "Normaal ben ik niet zo van het klagen, maar nu moet het even.", "Wij zijn al jaren klant en meestal gaat het goed.",
        "Ik schrijf u namens ons hele team.", "Het gaat om iets dat al een tijdje speelt.",
        "Na overleg met mijn compagnon dienen wij een klacht in.",
        "Graag zou ik zien dat iemand hier serieus naar kijkt.",
    ]

    static let angryOpenings = [
        "Dit is werkelijk de druppel.", "Ik ben er helemaal klaar mee.", "Wat een puinhoop is het bij u geworden.",
        "Na alles wat er al is gebeurd, nu weer dit.", "Ik ben woedend, en dat is nog zacht uitgedrukt.",
        "Hoe is het mogelijk dat een bedrijf als het uwe dit niet voor elkaar krijgt?", "Zo ga je niet met klanten om.",
        "Ik heb lang gewacht met deze klacht, maar mijn geduld is op.", "Elke maand is er wel iets, en nu gaat het te ver.",
        "Schandalig, een ander woord heb ik er niet voor.",
    ]

    static let history = [
        "Ik heb hierover al {aantal} keer gebeld.", "Op {dag} heb ik het gemeld onder nummer {ticket}, zonder resultaat.",
        "Vorige maand is hetzelfde gebeurd, en toen zou het eenmalig zijn.",
        "Uw collega {naam} beloofde het uit te zoeken, daarna bleef het stil.",
        "Mijn mail van {dag} is onbeantwoord gebleven.", "In het portaal staat de melding op afgehandeld, wat niet klopt.",
        "De eerste keer werd ik keurig geholpen, daarna ging het mis.", "Tot nu toe kreeg ik alleen standaardantwoorden.",
        "Drie medewerkers gaven drie verschillende verklaringen.", "Dit is de {derde} keer in een half jaar.",
        "Ik ben van het kastje naar de muur gestuurd.", "Een leidinggevende zou mij bellen; daar wacht ik nog op.",
        "Eerder dit jaar hebben wij ook al een klacht gehad, over iets vergelijkbaars.", "Via de chat kreeg ik het advies om te wachten.",
        "Wat er in melding {ticket} staat, is niet wat ik heb gezegd.", "Tijdens het laatste overleg is dit ook al aan de orde geweest.",
        "Wij hebben zelf al alles geprobeerd wat op uw site staat.", "Na {aantal} mailtjes over en weer zijn we geen stap verder.",
    ]

    static let consequences = [
        "Wij lopen hierdoor elke dag omzet mis.", "Onze klanten bellen boos op en wij kunnen niets zeggen.",
        "Er zitten hier {aantal} mensen duimen te draaien.", "Een opdracht van {bedrag} is hierdoor naar een ander gegaan.",
        "Het kost mij elke avond een paar uur extra werk.", "Wij staan voor gek tegenover onze eigen relaties.",
        "De salarissen moesten deze maand met de hand worden overgemaakt.", "Een belangrijke inschrijving hebben wij net niet gehaald.",
        "Ik slaap er slecht van, dat mag u best weten.", "De schade schatten wij voorlopig op {bedrag}.",
        "Voor een klein bedrijf als het onze is dit niet te dragen.", "Onze accountant heeft er inmiddels vragen over.",
        "Patiënten en cliënten hebben hier last van, niet alleen wij.", "Wij hebben tijdelijk een ander moeten inhuren voor {bedrag}.",
        "Het hele seizoen hangt af van deze weken.", "De directie vraagt mij elke dag hoe het ermee staat.",
        "Gelukkig is de schade beperkt gebleven, maar dat is niet aan u te danken.", "Het vertrouwen is hier flink gedaald.",
        "Eerlijk gezegd is het meer de ergernis dan de schade.", "Mijn collega's vragen zich af waarom wij nog bij u zitten.",
        "Vrijwilligers haken erdoor af.", "Op de drukste dag van het jaar konden wij niet leveren.",
    ]

    static let demands = [
        "Ik hoor graag wat u hieraan gaat doen.", "Graag ontvang ik binnen een week een inhoudelijk antwoord.",
        "Ik verwacht een oplossing en een vergoeding van {bedrag}.", "Zou u mij willen bellen om dit door te nemen?",
        "Ik wil dat dit vóór {dag} is opgelost.", "Kunt u uitleggen hoe dit heeft kunnen gebeuren?",
        "Wij vragen u om een deel van het abonnementsgeld terug te betalen.", "Als dit niet snel verandert, zeg ik het contract op.",
        "Een excuus zou al veel schelen.", "Wij stellen u aansprakelijk voor de schade.",
        "Ik wil één vaste persoon die dit oppakt tot het klaar is.", "Laat alstublieft weten waar wij aan toe zijn.",
        "Zorg dat dit een ander niet ook overkomt.", "Ik neem aan dat ik voor deze periode niets hoef te betalen.",
        "Graag een schriftelijke bevestiging van wat wij afspreken.", "Bellen kan het beste na {tijd}.",
        "Reageer dit keer alstublieft niet met een standaardmail.", "Anders zie ik mij genoodzaakt een jurist in te schakelen.",
        "Ik zie uw voorstel met belangstelling tegemoet.", "Ik wil gewoon dat het werkt, meer niet.",
    ]

    static let signOffs = [
        "Met vriendelijke groet,", "Hoogachtend,", "Groeten,", "Met groet,", "In afwachting van uw antwoord,", "Alvast bedankt,", "Mvg,",
    ]
}
