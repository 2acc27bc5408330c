package import Casework
package import Complaints
import Records

/// Every address of the site, written once: routes and links both come from here.
package enum Paths {
    static let home = "/"
    static let health = "/health"

    // Before and at the door.
    static let setUp = "/inrichten/:link"
    package static func setUp(_ link: String) -> String { "/inrichten/\(link)" }
    /// What to do first in a new house.
    static let start = "/begin"
    static let signIn = "/aanmelden"
    static let signOut = "/afmelden"
    static let link = "/toegang/:link"
    package static func link(_ link: String) -> String { "/toegang/\(link)" }
    static let profile = "/profiel"
    static let email = "/profiel/e-mail"
    static let password = "/profiel/wachtwoord"
    static let look = "/profiel/weergave"

    // The desk.
    static let worklist = "/klachten"
    static func worklist(_ view: WorklistView) -> String { "/klachten?lijst=\(view.rawValue)" }
    static let worklistCSV = "/klachten.csv"
    static let worklistSpreadsheet = "/klachten.xlsx"
    static let worklistExcel = "/klachten-excel.csv"
    static let jump = "/spring"
    static let together = "/klachten/samen"
    static let undo = "/ongedaan"
    static let live = "/live"
    static let intake = "/klachten/nieuw"
    static let customerLookUp = "/klachten/nieuw/klanten"
    static let intakeDraft = "/klachten/nieuw/concept"
    static let intakeDraftEnd = "/klachten/nieuw/weg"
    static let file = "/klachten/:nummer"
    package static func file(_ number: ComplaintNumber) -> String { "/klachten/\(number.formatted)" }
    static let act = "/klachten/:nummer/:handeling"
    static func act(_ act: String, _ number: ComplaintNumber) -> String { "/klachten/\(number.formatted)/\(act)" }
    static let actDraft = "/klachten/:nummer/:handeling/concept"
    static func actDraft(_ act: String, _ number: ComplaintNumber) -> String { "/klachten/\(number.formatted)/\(act)/concept" }
    static let actDraftEnd = "/klachten/:nummer/:handeling/weg"
    static func actDraftEnd(_ act: String, _ number: ComplaintNumber) -> String { "/klachten/\(number.formatted)/\(act)/weg" }
    static let document = "/klachten/:nummer/document/:volgnummer"
    static func document(_ ordinal: Int, _ number: ComplaintNumber) -> String { "/klachten/\(number.formatted)/document/\(ordinal)" }
    static let letter = "/klachten/:nummer/brief/:brief"
    static func letter(_ id: LetterID, _ number: ComplaintNumber) -> String { "/klachten/\(number.formatted)/brief/\(id.value)" }
    static let proof = "/klachten/:nummer/bewijs"
    static func proof(_ number: ComplaintNumber) -> String { "/klachten/\(number.formatted)/bewijs" }
    static let conduct = "/klachten/:nummer/procedure"
    static func conduct(_ number: ComplaintNumber) -> String { "/klachten/\(number.formatted)/procedure" }
    package static let contributions = "/bijdragen"
    static let contribution = "/bijdragen/:nummer/:volgnummer"
    static func contribution(_ ordinal: Int, _ number: ComplaintNumber) -> String { "/bijdragen/\(number.formatted)/\(ordinal)" }
    static let contributionDraft = "/bijdragen/:nummer/:volgnummer/concept"
    static func contributionDraft(_ ordinal: Int, _ number: ComplaintNumber) -> String { "\(contribution(ordinal, number))/concept" }
    static let contributionDraftEnd = "/bijdragen/:nummer/:volgnummer/weg"
    static func contributionDraftEnd(_ ordinal: Int, _ number: ComplaintNumber) -> String { "\(contribution(ordinal, number))/weg" }
    static let letters = "/brieven"
    static let post = "/post"
    static let mail = "/post/:post"
    static func mail(_ id: InboxID) -> String { "/post/\(id.value)" }
    static let mailMarkup = "/post/:post/opmaak"
    static func mailMarkup(_ id: InboxID) -> String { "/post/\(id.value)/opmaak" }
    static let mailOriginal = "/post/:post/origineel"
    static func mailOriginal(_ id: InboxID) -> String { "/post/\(id.value)/origineel" }
    static let measures = "/maatregelen"
    static let measuresCSV = "/maatregelen.csv"
    static let measuresSheet = "/maatregelen.xlsx"
    static let themesCSV = "/themas.csv"
    static let themesSheet = "/themas.xlsx"
    static let signalsCSV = "/overzicht/signalen.csv"
    static let signalsSheet = "/overzicht/signalen.xlsx"
    static let newMeasure = "/maatregelen/nieuw"
    /// To take a measure that comes from a complaint.
    static func newMeasure(from number: ComplaintNumber) -> String { "/maatregelen/nieuw?klacht=\(number.formatted)" }
    /// To take one that comes from a signal of the analysis, with what is known of it already filled in.
    static func newMeasure(fromSignal id: Int64, about: String? = nil, wrong: String? = nil, problem: String = "") -> String {
        "/maatregelen/nieuw"
            + QueryText.query([("signaal", "\(id)"), ("about", about ?? ""), ("wrong", wrong ?? ""), ("problem", problem)])
    }
    static let measure = "/maatregelen/:maatregel"
    static func measure(_ id: MeasureID) -> String { "/maatregelen/\(id.value)" }
    static let measureAct = "/maatregelen/:maatregel/:handeling"
    static func measureAct(_ act: String, _ id: MeasureID) -> String { "/maatregelen/\(id.value)/\(act)" }
    static let themes = "/themas"
    /// To put chosen complaints in a theme.
    static let themeAdding = "/themas/toevoegen"
    static func themeAdding(_ numbers: [ComplaintNumber], back: String = "") -> String {
        "/themas/toevoegen" + QueryText.query(numbers.map { ("klacht", $0.formatted) } + [("terug", back)])
    }
    static let theme = "/themas/:thema"
    static func theme(_ id: ThemeID) -> String { "/themas/\(id.value)" }
    static let themeComplaints = "/themas/:thema/klachten"
    static func themeComplaints(_ id: ThemeID) -> String { "/themas/\(id.value)/klachten" }
    static let similar = "/klachten/:nummer/vergelijkbaar"
    static func similar(_ number: ComplaintNumber) -> String { "/klachten/\(number.formatted)/vergelijkbaar" }
    static func newMeasure(fromTheme id: ThemeID) -> String { "/maatregelen/nieuw?thema=\(id.value)" }
    static let overview = "/overzicht"
    static let conductOverview = "/procedure-gevolgd"
    static let conductList = "/procedure-gevolgd/klachten"
    static let conductCSV = "/procedure-gevolgd.csv"
    static let conductSheet = "/procedure-gevolgd.xlsx"
    static let board = "/bord"
    static let quickAssign = "/bord/toewijzen"
    package static let reminders = "/herinneringen"
    static let away = "/afwezigheid"
    static let awayEnd = "/afwezigheid/:afwezigheid/einde"
    static func awayEnd(_ id: Int64) -> String { "/afwezigheid/\(id)/einde" }
    static let signals = "/overzicht/signalen"
    static let signal = "/overzicht/signalen/:signaal"
    static func signal(_ id: Int64) -> String { "/overzicht/signalen/\(id)" }
    static let reports = "/overzicht/rapport"
    static let reportsPDF = "/overzicht/rapport.pdf"
    static let reportOrders = "/overzicht/rapporten"
    /// Where a mail with a report leads.
    package static func report(_ link: ReportLink) -> String {
        switch link {
        case .signals: signals
        case .measures: measures
        case .review(let days): "\(reports)?\(Self.days(days))"
        case .printed(let days): "\(reportsPDF)?\(Self.days(days))"
        }
    }
    private static func days(_ days: DayRange) -> String { "soort=directie&van=\(days.first.iso)&tot=\(days.last.iso)" }
    static let exposure = "/overzicht/omvang"
    static let newWord = "/overzicht/signalen/woord"
    static let flow = "/overzicht/drukte"
    static let limits = "/overzicht/grenzen"
    static let incidents = "/overzicht/incidenten"
    static let incident = "/overzicht/incidenten/:incident"
    static func incident(_ id: Int64) -> String { "/overzicht/incidenten/\(id)" }

    // The house.
    static let retention = "/beheer/bewaartermijn"
    static let erasing = "/beheer/bewaartermijn/wissen"
    static let staff = "/beheer/medewerkers"
    static let newStaff = "/beheer/medewerkers/nieuw"
    static let staffMember = "/beheer/medewerkers/:medewerker"
    static func staffMember(_ id: StaffID) -> String { "/beheer/medewerkers/\(id.value)" }
    static let staffLink = "/beheer/medewerkers/:medewerker/link"
    static func staffLink(_ id: StaffID) -> String { "/beheer/medewerkers/\(id.value)/link" }
    static let natures = "/beheer/aard"
    static let causes = "/beheer/oorzaken"
    static let organisation = "/beheer/organisatie"
    static let calendar = "/beheer/kalender"
    static let procedureSettings = "/beheer/procedure"
    static let snippets = "/beheer/antwoordteksten"
    static let letterTexts = "/beheer/brieven"
    static let letterText = "/beheer/brieven/:brief/:stem"
    static func letterText(_ kind: String, _ voice: String) -> String { "/beheer/brieven/\(kind)/\(voice)" }
    static let tokens = "/beheer/koppelingen"
    static let tokenEnd = "/beheer/koppelingen/:koppeling/einde"
    static func tokenEnd(_ id: Int64) -> String { "/beheer/koppelingen/\(id)/einde" }
    static let mailSettings = "/beheer/e-mail"
    static let mailCheck = "/beheer/e-mail/test"
    static let status = "/beheer/status"
    static let takingOver = "/beheer/overnemen"
    static let seals = "/beheer/zegels"
    static let sealsFile = "/beheer/zegels.txt"

    // Customers.
    static let report = "/klacht"
    static let reportReach = "/klacht/bereik"
    static let reportCheck = "/klacht/controle"
    static let reportSent = "/klacht/ontvangen"
    static let receipt = "/klacht/ontvangen/:bewijs"
    static func receipt(_ proof: String) -> String { "/klacht/ontvangen/\(proof)" }
    static let follow = "/volgen"
    static let followLink = "/volgen/:link"
    package static func followLink(_ link: String) -> String { "/volgen/\(link)" }
    static let followed = "/mijn-klacht"
    static let followedAct = "/mijn-klacht/:handeling"
    static func followedAct(_ act: String) -> String { "/mijn-klacht/\(act)" }
    static let rating = "/mening/:link"
    package static func rating(_ reference: String) -> String { "/mening/\(reference)" }
    static let procedure = "/klachtenprocedure"
    static let securityText = "/.well-known/security.txt"

    // Programs.
    static let api = "/api/v1"
    static let apiDescription = "/api/v1/openapi.json"
    static let apiComplaints = "/api/v1/complaints"
    static let apiComplaint = "/api/v1/complaints/:nummer"
    static func apiComplaint(_ number: ComplaintNumber) -> String { "/api/v1/complaints/\(number.formatted)" }
    static let apiAct = "/api/v1/complaints/:nummer/:handeling"
    static let apiTimeline = "/api/v1/complaints/:nummer/timeline"
    static let apiLetters = "/api/v1/complaints/:nummer/letters"
    static let apiMeasures = "/api/v1/measures"
    static let apiMeasure = "/api/v1/measures/:maatregel"
    static func apiMeasure(_ id: MeasureID) -> String { "/api/v1/measures/\(id.value)" }
    static let apiMeasureAct = "/api/v1/measures/:maatregel/:handeling"
    static let apiMail = "/api/v1/mail"
    static let apiMailStatus = "/api/v1/mail/:post"
    static let apiDocuments = "/api/v1/complaints/:nummer/documents"
    static let apiDocument = "/api/v1/complaints/:nummer/documents/:volgnummer"

    /// The organisation's colour as a style sheet.
    static let brand = "/assets/brand.css"
}
