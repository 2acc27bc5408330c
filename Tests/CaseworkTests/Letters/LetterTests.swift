import Complaints
import Records
import Rehearsal
import Testing

@testable import Casework

struct LetterTests {
    @Test(arguments: LetterKind.allCases, LetterVoice.allCases)
    func `a letter has a subject, no leftover tags, no empty sentences and no holes`(kind: LetterKind, voice: LetterVoice) throws {
        for organisation in [LetterSamples.organisation, .unnamed] {
            let facts = try LetterSamples.facts(LetterSamples.occurrence(for: kind), organisation: organisation)
            let letter = try voice.templates.write(kind, to: Person(name: "Anna", language: voice.language), facts: facts)
            #expect(!letter.subject.isEmpty)
            #expect(letter.subject.contains(facts.complaint.number.formatted))
            let link = kind == .satisfaction ? "{{rating-link}}" : "{{follow-link}}"
            let body = letter.body.replacing(link, with: "LINK", maxReplacements: 1)
            for sign in ["{", "}", "\u{E000}", "\n\n\n", " \n", " .", " ,", "..", ": .", "  "] {
                #expect(!body.contains(sign), "\(sign.debugDescription) in \(letter.body)")
            }
            #expect(letter.body.first != "\n" && letter.body.last != "\n")
            #expect(body.contains("LINK"))
            #expect(body.hasSuffix(organisation.name))
        }
    }

    /// A promise is moved or taken back before its day passes: those letters always have one to tell.
    @Test(arguments: LetterKind.allCases.filter { ![.extended, .promiseDropped].contains($0) }, LetterVoice.allCases)
    func `a letter with nothing to tell but the event still reads as one`(kind: LetterKind, voice: LetterVoice) throws {
        let late = OfficeZone.amsterdam.moment(of: CivilTime("2027-03-01", TimeOfDay(10)))
        let bare: Occurrence =
            kind == .resolved ? Occurrence(.resolved(Resolution(findings: [.informal]))) : LetterSamples.occurrence(for: kind)
        let facts = try LetterSamples.facts(bare, organisation: .unnamed, at: late)
        let body = try voice.templates.write(kind, to: Person(name: "Anna", language: voice.language), facts: facts).body
        #expect(!body.contains("\n\n\n"))
        #expect(!body.contains("2026") && !body.contains("november") && !body.contains("November"), "\(body)")
    }

    @Test func `signs that mean something elsewhere and combining marks go through unchanged, and so do blank lines of one's own`() throws {
        let naughty = "\" < > & ' {{name}} \u{E001} a\u{0301}\u{0323}\n\n\n  ingesprongen\t& wit "
        let facts = try LetterSamples.facts(Occurrence(.answered(Passage(naughty))))
        let letter = try LetterTemplates.standard.write(.answer, to: Person(name: "<b>O'Brien</b> & \u{65}\u{301}"), facts: facts)
        #expect(Array(letter.body.utf8).contains(Array(naughty.utf8)))
        #expect(letter.recipient == "<b>O'Brien</b> & \u{65}\u{301}")
    }

    @Test func `each finding is told in the customer's words, one by one when there are several`() throws {
        let resolution = Resolution(findings: [.notUpheld, .informal])
        let facts = try LetterSamples.facts(Occurrence(.resolved(resolution))) { $0.grievances = ["De storing", "De factuur"] }
        let body = try LetterTemplates.standard.write(.resolved, to: Person(name: "Anna"), facts: facts).body
        #expect(body.contains("1. De storing: Wij zien dit anders dan u.\n2. De factuur: Dit is samen met u opgelost."))
        #expect(!body.contains("gegrond"))
    }

    @Test func `an informal solution gives no verdict`() throws {
        let facts = try LetterSamples.facts(Occurrence(.resolved(Resolution(findings: [.informal]))))
        let body = try LetterTemplates.standard.write(.resolved, to: Person(name: "Anna"), facts: facts).body
        #expect(!body.contains("oordeel"))
    }

    /// How somebody can be reached and would like to be × the way a letter takes.
    @Test(
        arguments: [
            (nil, "a@b.invalid", "0612345678", nil, LetterMeans.email), ("phone", "a@b.invalid", "0612345678", nil, .email),
            ("letter", "a@b.invalid", nil, "Markt 1", .print), ("letter", "a@b.invalid", nil, nil, .email),
            (nil, nil, "0612345678", "Markt 1", .print),
            ("phone", nil, "0612345678", "Markt 1", .phone), ("phone", nil, nil, "Markt 1", .print), (nil, nil, "0612345678", nil, .phone),
            ("letter", nil, "0612345678", nil, .phone), ("email", nil, nil, "Markt 1", .print),
        ] as [(String?, String?, String?, String?, LetterMeans)])
    func `a letter goes by the way that is there and wanted`(
        preference: String?, email: String?, phone: String?, address: String?, means: LetterMeans
    ) throws {
        let letter = try LetterSamples.letter(.answer, .formalDutch) {
            $0.customer = PersonInput(name: "Anna", email: email, phone: phone, address: address, preferredContact: preference)
        }
        #expect(letter.means == means)
        #expect(letter.address == (means == .email ? email : means == .print ? address : "+31612345678"))
    }

    /// Number and e-mail address of the organisation × what the letter says of calling and mailing.
    @Test(
        arguments: [("", ""), ("020 123 4567", ""), ("", "klachten@bank.nl"), ("020 123 4567", "klachten@bank.nl")], LetterVoice.allCases)
    func `a letter asks for the number where one can call or mail, and only there`(reach: (String, String), voice: LetterVoice) throws {
        let organisation = Organisation(name: "De Bank", phone: reach.0, email: reach.1)
        let facts = try LetterSamples.facts(Occurrence(.answered(Passage("Ja."))), organisation: organisation)
        let body = try voice.templates.write(.answer, to: Person(name: "Anna", language: voice.language), facts: facts).body
        let asks = ["Noem dan uw klachtnummer", "Noem dan je klachtnummer", "Please mention your complaint number"]
        #expect(asks.contains { body.contains($0) } == (reach.0 + reach.1 != ""), "\(body)")
        #expect(["bellen: ", "call us: "].contains { body.contains($0) } == !reach.0.isEmpty)
        let onlyMail = ["ook mailen: ", "also send an e-mail: "].contains { body.contains($0) }
        #expect(onlyMail == (reach.0.isEmpty && !reach.1.isEmpty) && !body.contains("\n\n\n"), "\(body)")
    }
}
