/// The passwords that are tried first: the most used ones of the world and of the Netherlands, in lower case. A list to refuse, not a
/// measure of strength. Those under 8 characters stand here for what people hang on to them: `welkom01`, `zomer2026!`.
enum CommonPasswords {
    /// Of one of the words below, with at most this many digits and signs around it.
    private static let mostAround = 6

    /// - Parameter folded: the password in lower case.
    static func contains(_ folded: String) -> Bool {
        let bytes = Array(folded.utf8)
        if Set(bytes).count <= 2 || isRun(bytes) || rows.contains(folded) { return true }
        let isLetter = { (byte: UInt8) in (0x61...0x7A).contains(byte) || byte >= 0x80 }
        guard let first = bytes.firstIndex(where: isLetter), let last = bytes.lastIndex(where: isLetter) else { return false }
        let core = bytes[first...last]
        guard bytes.count - core.count <= mostAround else { return false }
        return words.contains(String(decoding: core, as: UTF8.self))
            || words.contains(String(decoding: core.map(spelledOut), as: UTF8.self))
    }

    /// `12345678`, `hgfedcba`: each the next of the one before.
    private static func isRun(_ bytes: [UInt8]) -> Bool {
        let steps = Set(zip(bytes, bytes.dropFirst()).map { Int($1) - Int($0) })
        return steps == [1] || steps == [-1]
    }

    /// Signs that stand for a letter: `p@ssw0rd`.
    private static func spelledOut(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "@"), UInt8(ascii: "4"): UInt8(ascii: "a")
        case UInt8(ascii: "0"): UInt8(ascii: "o")
        case UInt8(ascii: "1"), UInt8(ascii: "!"): UInt8(ascii: "i")
        case UInt8(ascii: "3"): UInt8(ascii: "e")
        case UInt8(ascii: "5"), UInt8(ascii: "$"): UInt8(ascii: "s")
        default: byte
        }
    }

    /// Walks over the keyboard, and numbers.
    private static let rows = list(
        """
        qwertyuiop qwertyui qwerty123 qwerty1234 qwerty12345 qwertyuiop123 asdfghjk asdfghjkl asdfasdf asdf1234 zxcvbnm, zxcvbnm1 zxcvbnm123
        1qaz2wsx 1qaz2wsx3edc 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5 qazwsx123 qazwsxedc zaq12wsx zaq1zaq1 1qazxsw2 !qaz2wsx
        qwer1234 qweasdzxc qweasd123 123qweasd 123qwe123 qweqweqwe 1234qwer 12qwaszx azertyui azertyuiop azerty123 1234567890 0987654321
        0123456789 123456789 987654321 12345679 123123123 123321123 12341234 11223344 1122334455 12344321 123454321 147258369 159753456 159357258
        147852369 741852963 789456123 963852741 10203040 20202020 13131313 69696969 88888888 11112222 12121212 31415926 314159265 14141414
        abcd1234 abcdefg1 abc12345 abc123456 abcd12345 a1b2c3d4 a1234567 a12345678 a123456789 aa123456 aa12345678 1234abcd 123456ab 12345abc
        123456abc 12345678a 123456789a 1234567q 12345qwert q1234567 q12345678 q123456789 p0o9i8u7 test1234 user1234 pass1234 p@ssw0rd p@$$w0rd
        passw0rd pa$$word pa55word w@chtwoord w8woord123 w8woord1 w8woord! admin123 admin1234 root1234 guest123 temp1234
        """)

    /// Words.
    private static let words = list(
        """
        password passwords passwort motdepasse contrasena parola haslo letmein letmeinnow welcome welcomeback iloveyou iloveu ilovegod qwerty
        azerty qwertz asdf asdfgh zxcvbnm zxcvbn abc abcd abcdef abcdefg abcdefgh admin administrator adminadmin root rootroot toor guest user
        username login test testtest testing tester demo default changeme changeit secret secrets topsecret temp temporary access master
        superuser system server oracle cisco monkey dragon football baseball basketball soccer hockey superman batman spiderman pokemon pikachu
        naruto starwars trustno sunshine princess shadow michael jennifer jordan hunter ranger buster thomas tigger robert daniel charlie andrew
        michelle jessica pepper ashley nicole matthew amanda joshua harley cookie summer winter spring autumn chelsea liverpool arsenal
        barcelona realmadrid juventus ferrari mercedes porsche mustang corvette yamaha samsung google facebook instagram whatsapp youtube
        linkedin microsoft windows apple iphone android internet computer whatever freedom killer killers matrix hello hellohello helloworld
        goodluck forever lovely loveme loveyou iloveme babygirl flower flowers butterfly chocolate cheese cheesecake banana orange purple silver
        golden diamond phoenix midnight thunder blink fuckyou fuckoff asshole biteme jesus jesuschrist blessed blahblah company business office
        wachtwoord wachtwoorden mijnwachtwoord nieuwwachtwoord wachtwoordje welkom welkomwelkom welkomterug hallo hallohallo hoi geheim geheimpje
        geheimen supergeheim inloggen toegang beheer beheerder gebruiker gast tijdelijk verander wijzigen veranderen kantoor bedrijf klant
        klanten klacht klachten gehoor nederland holland oranje amsterdam rotterdam denhaag utrecht eindhoven groningen tilburg almere breda
        nijmegen enschede haarlem arnhem zaanstad amersfoort apeldoorn maastricht leiden dordrecht zwolle deventer delft alkmaar leeuwarden
        friesland brabant limburg zeeland drenthe gelderland ajax feyenoord psvpsv vitesse sparta heerenveen kaas kaaskop stroopwafel hagelslag
        pannenkoek fiets fietsen fietsbel appeltaart bloemen bloemetje zonnebloem vlinder konijn konijntje hondje poesje paard paardje schatje
        schatjes liefje lieverd liefde ikhouvanjou ikhouvanje mama papa mamapapa oma opa familie zomer winters lente herfst voorjaar najaar
        vakantie weekend vrijdag maandag dinsdag woensdag donderdag zaterdag zondag januari februari maart april mei juni juli augustus
        september oktober november december kerst kerstmis kerstboom sinterklaas koningsdag voetbal voetballen hockeyen schaatsen zwemmen
        sneeuw regenboog zonneschijn computers laptop werkplek printer netwerk school schooltijd leraar student studenten piet jan kees sandra
        linda monique marieke johan peter martijn jeroen dennis daan sanne lisa lotte anouk bram sophie emma julia lieke fleur
        """)

    private static func list(_ text: String) -> Set<String> {
        Set(text.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { String(Substring($0)) })
    }
}
