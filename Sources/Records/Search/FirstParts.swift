/// What Dutch compounds are made of at their front: words that often are a first part, and letters that may meet at a boundary.
enum FirstParts {
    static let known: Set<[UInt8]> = DutchWords.set(
        """
        aan aandelen aanbod aankoop aanmeld aannem aanslag aanvraag account achter actie adres advies af afdeling afhaal afhandel afsluit
        afspraak afval agenda akkoord alarm algemeen ambtenaar apparaat app arbeid archief arts as auto avond baan bad balie band bank basis
        batterij bed bedrag bedrijf beeld begin beheer bel belasting beleid benzine bericht beroep bescherm bestel besteld betaal beurs
        beveilig bewijs bezoek bezorg bezwaar bier bij binnen bloem blok boek boete bon boodschap boom bouw brand breedband brief bron brood
        browser bruto buiten bureau burger bus buurt cadeau cafe camera capaciteit cent centrum check chip cijfer cloud code commissie
        communicatie computer configuratie consult contact contract controle crash dag dak dal data database deel deur dienst diep digitaal
        dokter domein door doos dossier draad druk dubbel duur eet eind elektra elektriciteit energie ervaring export extra fabriek factuur
        familie feest fiets file film filter firewall firma folder foto fout functie gas gast gebied gebouw gebruik gebruiker geheim geld
        geluid gemeente getal gevel gezin gips glas glasvezel goud graf grens groen grof grond groep grond hal hand handel hard haven herstel
        hoek hoofd hosting hotel huis hulp hulp hygiene ijs import incasso incident in info informatie inhoud inkoop inlog installatie intake
        internet inval invoer inwoner jaar jeugd kaart kabel kamer kantoor kas kassa kast keten keuken kind klant klacht kleur koel koers koffie
        koop kop kost krediet kwaliteit kwartaal laad laat land laptop last leen leer leger les lettr letter leven lever levering licentie licht
        lid lijn lift lijst logistiek loon los lucht luister maal maand maat maatwerk machine mail mailbox management manager markt maximum
        medewerk media meet melding mens merk meter metaal middel migratie milieu minimum mobiel modem monitor monteur muur muziek nacht naam
        net netto netwerk nieuw noord nood noot not notitie nul nummer object offerte olie om onderhoud onderwijs ontslag ontwerp ontvangst
        oog oost op open opening operatie oplaad oplever opslag opstart opzeg order orgaan ouder over overlijden overstap overzicht paard
        pagina pakket pand papier park parkeer partij partner pas paspoort patient pc pen pensioen personeel persoon phishing pin plaat plaats
        plan plastic platform poort portaal post praktijk prijs print printer privacy proces product productie proef profiel programma project
        provider provincie punt raad raam radio rand rapport recht reclame regel regio register reis reken rekening reparatie reserve restaurant
        retour riool rol rook route router ruimte saldo samen schade scherm school schoon schuld server service servicedesk sint site slaap sleutel
        slot sms sneltest snel software soort spaar speel spoed spoor sport spraak staat stad stal standaard start station status steen stel
        stem sterk stop storing straat straf stroom student studie stuur systeem taal taak tank tas taxi team technisch tekst telefoon televisie
        tegel tegoed termijn test thuis ticket tijd titel toegang toestel toets ton top totaal transport trap trein tuin tv tussen uit uitvoer update
        uur vak vakantie vast veiligheid verbruik vergader verhuis verkeer verkoop vermogen versie verzeker verzend vezel video virus vlees vlieg
        vlucht voedsel voet volg voor voorbeeld voorraad voorwaard voucher vracht vraag vrij vriend vuil vuur waarde wacht wachtwoord wagen wand
        warm warmte was water web webmail website webwinkel week weer weg wereld werk werkgever werkplek west wet wifi wijk wijn winkel winter
        wissel wit woning woon woord zaak zaal zak zaken zand zee zeker zend zieken ziekenhuis zit zoek zomer zon zonne zorg zuid zuivel
        buitenland microsoft wordpress outlook factureer administratie aansluit aanmaan dividend eindaf stads kwijt jongeren
        """)

    /// Verbal first parts: behind them stands another word, not the one that was asked for (`verander`, `bericht`, `gerecht`).
    static let verbal: Set<[UInt8]> = DutchWords.set("be ge ver ont her er te on al ant wan mis")

    /// Two letters that are a first part before a longer word.
    static let short: Set<[UInt8]> = DutchWords.set("af op in om na tv pc it wc ei ui bv")

    /// Consonants that may end a word together.
    static let codas: Set<Cluster> = clusters(
        """
        ch ck cht cts ct dt ft fd gd gt kt ks kst kt ld lf lg lk lm ln lp ls lt lst lk mp ms mt mst mpt nd ng nk ns nt nst nkt ngst pt ps rd rf rg rk rl rm rn
        rp rs rt rst rkt rts rch rcht sk sp st ts tst ll mm nn pp rr ss tt ff gg kk bb dd sh th nch lch nts nds rds lds ngs nks
        """)

    /// Consonants that may begin a word together.
    static let onsets: Set<Cluster> = clusters(
        """
        bl br ch chr cl cr dr dw fl fr gl gn gr kl kn kr kw ph phr pl pr ps sc sch schr scr sf sh sj sk sl sm sn sp spl spr st str sw th thr tj tr
        ts tw vl vr wr wh zw
        """)

    private static func clusters(_ text: String) -> Set<Cluster> { Set(DutchWords.list(text).map { Cluster($0) }) }

    /// Words whose end looks like a word and is none; the bar stands where no boundary is.
    static let falseBoundaries: [(word: [UInt8], tail: Int)] = DutchWords.list(
        """
        ant|woord voor|beeld mini|ster regi|ster kan|toren kan|toor in|stel oor|deel voor|deel al|tijd na|tuur cul|tuur tem|peratuur struc|tuur
        fac|tuur avon|tuur pa|pier por|tier kwar|tier ma|nier ver|dienste ver|dienst on|geval inter|net kabi|net mag|net cabi|net ge|heel
        bo|venal me|dewerker mede|werker con|tact con|tract pro|ces pro|duct pro|test pro|gramma ab|onnement bo|dem sys|teem pro|bleem
        pro|ject ob|ject in|spectie in|formatie in|valide ver|koper kop|er ka|potter com|puter com|plex pa|tient kli|niek ser|vice
        kantoor|tje trans|actie re|actie ant|woorden onder|nemer onder|nemen over|heid over|eenkomst over|eenkomen
        """
    ).map { word in
        let bar = word.firstIndex(of: UInt8(ascii: "|")) ?? 0
        return (word.filter { $0 != UInt8(ascii: "|") }, word.count - bar - 1)
    }
}
