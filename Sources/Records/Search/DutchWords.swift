/// What no rule of spelling tells of Dutch words: a few lists, folded. They hold what people write in complaints; a word that is missing
/// is treated as any other.
enum DutchWords {
    /// Words that only look as if they had an ending.
    static let whole: Set<[UInt8]> = set(
        """
        gemeente gegevens gegeven gedeelte geboorte gewoonte gebied gezond gevolg oranje ruimte hoogte ziekte waarde orde einde beide mede heden reden
        rede         eten meten laten tegen eigen open even leven teken wagen regen binnen buiten tussen alleen samen zeker keten haven oven boven
        nieuws iets niets niet soms straks steeds reeds thuis sinds tijdens beste eerste laatste goede onder ander andere verder
        geen een heen been steen teen meen veel heel deel doen gaan staan slaan zien aan dan van kan wet met het dit dat wat
        morgen gisteren vandaag datum termen kilometer
        """)

    /// Nouns in which -ing is no ending.
    static let keepIng: [[UInt8]] = list(
        "rekening korting woning vestiging ketting omgeving mening koning afdeling zitting richting kleding verdieping tekening stichting "
            + "aanleiding instelling spanning regering leerling lezing kring"
    )

    /// Participles of strong verbs without `ge`, and the stem of the verb.
    static let strong: [[UInt8]: [UInt8]] = {
        let pairs = """
            sloten sluit kregen krijg geven geef schreven schrijf sproken spreek bleven blijf zonden zend loren lies kozen kies nomen neem
            vonden vind broken breek gonnen gin reden rijd holpen help bracht breng kocht koop dacht denk trokken trek stolen steel
            slagen sla boden bied schenen schijn worpen werp storven sterf bonden bind wonnen win daan doe weken wijk keken kijk
            zwegen zwijg wezen wijs bogen buig vroren vries drogen drieg zocht zoek leden lijd snapt snap stonden sta
            """
        let words = list(pairs)
        var found: [[UInt8]: [UInt8]] = [:]
        for place in stride(from: 0, to: words.count - 1, by: 2) { found[words[place]] = words[place + 1] }
        return found
    }()

    /// Words that say nothing in a query when others do.
    static let small: Set<String> = Set(
        """
        de het een en of in op van voor met aan te is er bij naar om dat die dit als ook nog dan maar wel al
        the a an and or of to for with at is it
        """.split { $0 == " " || $0 == "\n" }.map(String.init))

    /// What ends words as often as it is one.
    static let suffixes: Set<[UInt8]> = set(
        "ring ding ling ting king ning ging heid baar lijk loos acht ster tien eren elen aren uren iers eurs isch")

    static func list(_ text: String) -> [[UInt8]] {
        text.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.map { Array($0) }
    }

    static func set(_ text: String) -> Set<[UInt8]> { Set(list(text)) }
}
