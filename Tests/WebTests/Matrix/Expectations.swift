/// Who gets what from which route, written by hand: the other half of every `if` about permission in the site.
///
/// A row has a letter for each visitor, in this order:
/// stranger, customer, intake, handler, manager, management, auditor, administrator.
///
/// * `P` a page (200) · `S` done, or shown elsewhere on the site (303) · `D` shown to the door (303 to signing in)
/// * `.` not there (404) · `X` signed out (401) · `F` refused (403) · `U` mistaken input (422)
enum Expectations {
    /// Routes that are about no complaint: what is sent, and what comes of it.
    static let plain: [String: String] = [
        "GET /": "SSSSSSSS",
        "GET /assets/{name}": "PPPPPPPP",
        "GET /assets/brand.css": "PPPPPPPP",
        "GET /aanmelden": "PPSSSSSS",
        "POST /aanmelden": "UUUUUUUU",
        "POST /afmelden": "SSSSSSSS",
        "GET /toegang/{link}": "........",
        "POST /toegang/{link}": "..UUUUUU",
        "GET /inrichten/{link}": "........",
        "POST /inrichten/{link}": "........",
        "GET /begin": "DD.....P",
        "GET /brieven": "DDPPP...",
        // Nothing chosen.
        "POST /brieven": "XX<400><400><400>...",
        "GET /post": "DDPPP...",
        "GET /post/{post}": "DD......",
        "POST /post/{post}": "XX......",
        "GET /post/{post}/opmaak": "DD......",
        "GET /post/{post}/origineel": "DD......",
        "GET /beheer/e-mail": "DD.....P",
        "POST /beheer/e-mail": "XX.....<400>",
        "POST /beheer/e-mail/test": "XX.....P",
        "GET /bijdragen": "DDPPPPPP",
        "GET /.well-known/security.txt": "PPPPPPPP",
        "GET /klachtenprocedure": "PPPPPPPP",
        "GET /klacht": "PPPPPPPP",
        "GET /klacht/bereik": "SSSSSSSS",
        "GET /klacht/controle": "SSSSSSSS",
        "GET /klacht/ontvangen": "SSSSSSSS",
        "GET /klacht/ontvangen/{bewijs}": "........",
        "POST /klacht/bereik": "UUUUUUUU",
        "POST /klacht/controle": "UUUUUUUU",
        "POST /klacht/ontvangen": "UUUUUUUU",
        "GET /volgen": "PPPPPPPP",
        "POST /volgen": "UUUUUUUU",
        "GET /volgen/{link}": "........",
        "POST /volgen/{link}": "........",
        "GET /mijn-klacht": "FPFFFFFF",
        "POST /mijn-klacht/{handeling}": "........",
        "GET /mening/{link}": "........",
        "POST /mening/{link}": "........",
        "GET /profiel": "DDPPPPPP",
        "POST /profiel": "XXUUUUUU",
        "POST /profiel/e-mail": "XXUUUUUU",
        "POST /profiel/wachtwoord": "XXUUUUUU",
        "POST /profiel/weergave": "XXSSSSSS",
        "GET /klachten": "DDPPPPP.",
        "GET /klachten.csv": "DDPPPPP.",
        "GET /klachten-excel.csv": "DDPPPPP.",
        "GET /spring": "DDPPPPPP",
        // Nothing chosen yet, nothing named.
        "GET /klachten/samen": "DD.UU...",
        "POST /klachten/samen": "XX.<400><400>...",
        "POST /ongedaan": "XX......",
        "GET /live": "DD......",
        "GET /overzicht": "DDPPPPP.",
        "GET /procedure-gevolgd": "DDPPPPP.",
        "GET /procedure-gevolgd/klachten": "DD......",
        "GET /procedure-gevolgd.csv": "DDPPPPP.",
        "GET /procedure-gevolgd.xlsx": "DDPPPPP.",
        "GET /themas.csv": "DDPPPPP.",
        "GET /themas.xlsx": "DDPPPPP.",
        "GET /overzicht/signalen.csv": "DDPPPPP.",
        "GET /overzicht/signalen.xlsx": "DDPPPPP.",
        "GET /bord": "DD..P...",
        "POST /bord/toewijzen": "XX..<400>...",
        "GET /afwezigheid": "DD.PP...",
        "POST /afwezigheid": "XX.UU...",
        "POST /afwezigheid/{afwezigheid}/einde": "XX......",
        "GET /themas": "DDPPPPP.",
        "POST /themas": "XXUUUU..",
        "GET /themas/toevoegen": "DDPPPP..",
        "POST /themas/toevoegen": "XXUUUU..",
        "GET /themas/{thema}": "DD......",
        "POST /themas/{thema}": "XX......",
        "POST /themas/{thema}/klachten": "XX......",
        "GET /maatregelen": "DD.PPPP.",
        "GET /maatregelen.csv": "DD.PPPP.",
        "GET /maatregelen.xlsx": "DD.PPPP.",
        "GET /maatregelen/nieuw": "DD..PP..",
        "POST /maatregelen/nieuw": "XX..UU..",
        // None of this key.
        "GET /maatregelen/{maatregel}": "DD......",
        "POST /maatregelen/{maatregel}/{handeling}": "XX......",
        "GET /herinneringen": "DD.PPP..",
        "GET /overzicht/drukte": "DDPPPPP.",
        // No word is new in a new house.
        "GET /overzicht/signalen/woord": "DD......",
        "GET /overzicht/signalen": "DDPPPPP.",
        "GET /overzicht/signalen/{signaal}": "DD......",
        "POST /overzicht/signalen/{signaal}": "XX......",
        "GET /overzicht/rapport": "DD..PP..",
        "GET /overzicht/rapport.pdf": "DD..PP..",
        "GET /klachten.xlsx": "DDPPPPP.",
        "GET /overzicht/rapporten": "DD..PP..",
        "POST /overzicht/rapporten": "XX..SS..",
        "GET /overzicht/grenzen": "DD..PP..",
        "POST /overzicht/grenzen": "XX..UU..",
        "GET /overzicht/omvang": "DD..PP..",
        "POST /overzicht/omvang": "XX..UU..",
        "GET /overzicht/incidenten": "DD..PP..",
        "POST /overzicht/incidenten": "XX..UU..",
        "GET /overzicht/incidenten/{incident}": "DD......",
        "POST /overzicht/incidenten/{incident}": "XX......",
        "GET /klachten/nieuw": "DDPPP...",
        "GET /klachten/nieuw/klanten": "DDPPP...",
        "POST /klachten/nieuw": "XXUUU...",
        "POST /klachten/nieuw/concept": "XX<400><400><400>...",
        "POST /klachten/nieuw/weg": "XX<400><400><400>...",
        "GET /beheer/aard": "DD.....P",
        "GET /beheer/antwoordteksten": "DD.....P",
        "GET /beheer/bewaartermijn": "DD..P...",
        "POST /beheer/bewaartermijn": "XX..U...",
        "POST /beheer/bewaartermijn/wissen": "XX..U...",
        "GET /beheer/oorzaken": "DD..P...",
        "POST /beheer/oorzaken": "XX..<400>...",
        "GET /beheer/brieven": "DD.....P",
        "GET /beheer/brieven/{brief}/{stem}": "DD......",
        "GET /beheer/kalender": "DD.....P",
        "GET /beheer/procedure": "DD.....P",
        "GET /beheer/koppelingen": "DD.....P",
        "GET /beheer/medewerkers": "DD.....P",
        "GET /beheer/medewerkers/nieuw": "DD.....P",
        "GET /beheer/organisatie": "DD.....P",
        "GET /beheer/overnemen": "DD.....P",
        "GET /beheer/status": "DD.....P",
        "GET /beheer/zegels": "DD....PP",
        "GET /beheer/zegels.txt": "DD....PP",
        "GET /beheer/medewerkers/{medewerker}": "DD......",
        "POST /beheer/aard": "XX.....<400>",
        "POST /beheer/antwoordteksten": "XX.....<400>",
        "POST /beheer/brieven": "XX.....<400>",
        "POST /beheer/brieven/{brief}/{stem}": "XX......",
        "POST /beheer/kalender": "XX.....<400>",
        "POST /beheer/procedure": "XX.....<400>",
        "POST /beheer/koppelingen": "XX.....U",
        "POST /beheer/koppelingen/{koppeling}/einde": "XX......",
        "POST /beheer/medewerkers/nieuw": "XX.....U",
        "POST /beheer/medewerkers/{medewerker}": "XX......",
        "POST /beheer/medewerkers/{medewerker}/link": "XX......",
        "POST /beheer/organisatie": "XX.....<400>",
        "POST /beheer/overnemen": "XX.....U",
        "POST /beheer/status": "XX.....S",
        "POST /beheer/zegels": "XX.....S",
    ]

    /// Routes about one complaint: a row for each thing that the complaint can be to the visitors.
    /// * `own`: assigned to the handler · `foreign`: assigned to another · `confidential`: so, and assigned to another
    /// * `confidentialOwn`: so, and assigned to the handler · `aboutMe`: about the visitor · `absent`: a number nobody has
    struct Rows {
        let own, foreign, confidential, confidentialOwn, aboutMe, absent: String

        func row(_ kind: Kind) -> String {
            switch kind {
            case .own: own
            case .foreign: foreign
            case .confidential: confidential
            case .confidentialOwn: confidentialOwn
            case .aboutMe: aboutMe
            case .absent: absent
            }
        }
    }

    enum Kind: String, CaseIterable { case own, foreign, confidential, confidentialOwn, aboutMe, absent }

    /// Whoever may read the file reads all of it.
    private static let reading = Rows(
        own: "DDPPP.P.", foreign: "DDPPP.P.", confidential: "DD..P...", confidentialOwn: "DD.PP...", aboutMe: "DD......",
        absent: "DD......")

    static let files: [String: Rows] = [
        "GET /klachten/{nummer}": reading,
        "GET /klachten/{nummer}/bewijs": reading,
        "GET /klachten/{nummer}/procedure": reading,
        "GET /klachten/{nummer}/vergelijkbaar": reading,
        "GET /klachten/{nummer}/brief/{brief}": reading,
        // Making a link for the customer is for whoever may hand the letter over.
        "POST /klachten/{nummer}/brief/{brief}": Rows(
            own: "XXPPP...", foreign: "XXP.P...", confidential: "XX..P...", confidentialOwn: "XX.PP...", aboutMe: "XX......",
            absent: "XX......"),
        "GET /klachten/{nummer}/document/{volgnummer}": reading,
        // Whoever may write a note may have a draft of one.
        "POST /klachten/{nummer}/{handeling}/concept": Rows(
            own: "XXPPP...", foreign: "XXP.P...", confidential: "XX..P...", confidentialOwn: "XX.PP...", aboutMe: "XX......",
            absent: "XX......"),
        "POST /klachten/{nummer}/{handeling}/weg": Rows(
            own: "XXSSS...", foreign: "XXS.S...", confidential: "XX..S...", confidentialOwn: "XX.SS...", aboutMe: "XX......",
            absent: "XX......"),
        // Asked of nobody here: whoever is not asked has no such page.
        "GET /bijdragen/{nummer}/{volgnummer}": Rows(
            own: "DD......", foreign: "DD......", confidential: "DD......", confidentialOwn: "DD......", aboutMe: "DD......",
            absent: "DD......"),
        "POST /bijdragen/{nummer}/{volgnummer}/concept": Rows(
            own: "XX......", foreign: "XX......", confidential: "XX......", confidentialOwn: "XX......", aboutMe: "XX......",
            absent: "XX......"),
        "POST /bijdragen/{nummer}/{volgnummer}/weg": Rows(
            own: "XX......", foreign: "XX......", confidential: "XX......", confidentialOwn: "XX......", aboutMe: "XX......",
            absent: "XX......"),
        "POST /bijdragen/{nummer}/{volgnummer}": Rows(
            own: "XX......", foreign: "XX......", confidential: "XX......", confidentialOwn: "XX......", aboutMe: "XX......",
            absent: "XX......"),
    ]

    /// What `POST /klachten/{nummer}/{handeling}` does, act by act; the complaints are assigned and nothing more.
    static let acts: [String: Rows] = [
        "note": Rows(
            own: "XXSSS...", foreign: "XXS.S...", confidential: "XX..S...", confidentialOwn: "XX.SS...", aboutMe: "XX......",
            absent: "XX......"),
        "assign": Rows(
            own: "XX..S...", foreign: "XX..S...", confidential: "XX..S...", confidentialOwn: "XX..S...", aboutMe: "XX......",
            absent: "XX......"),
        "accept": Rows(
            own: "XX.SS...", foreign: "XX..S...", confidential: "XX..S...", confidentialOwn: "XX.SS...", aboutMe: "XX......",
            absent: "XX......"),
        "contact": Rows(
            own: "XXSSS...", foreign: "XXS.S...", confidential: "XX..S...", confidentialOwn: "XX.SS...", aboutMe: "XX......",
            absent: "XX......"),
        "answer": Rows(
            own: "XX.SS...", foreign: "XX..S...", confidential: "XX..S...", confidentialOwn: "XX.SS...", aboutMe: "XX......",
            absent: "XX......"),
        "withdraw": Rows(
            own: "XXSSS...", foreign: "XXS.S...", confidential: "XX..S...", confidentialOwn: "XX.SS...", aboutMe: "XX......",
            absent: "XX......"),
        "register": Rows(
            own: "XX......", foreign: "XX......", confidential: "XX......", confidentialOwn: "XX......", aboutMe: "XX......",
            absent: "XX......"),
    ]

    static let act = "POST /klachten/{nummer}/{handeling}"
}
