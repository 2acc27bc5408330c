import Complaints
import Mail
import Records
import Rehearsal
import Testing

@testable import Casework

/// Nobody makes our letters carry their own words to somebody else's address.
@Suite struct GreetingNameTests {
    @Test(arguments: [
        "Anna de Vries", "J.P. Jansen", "Chr. van 't Hof", "Hassan El-Amrani", "O’Brien", "Zoë Çelik", "王芳", "فاطمة", "Jose\u{301} Ruiz",
        "Bakkerij Zon B.V.", "Firma Jansen & Zn.", "Jan & Marie de Vries", "Αννα Παππά", "Анна Иванова", "김민준", "สมชาย",
    ])
    func `a person's name is greeted with`(name: String) { #expect(GreetingName.plausible(name) == name) }

    @Test(arguments: [
        ("Vries, Jan de", "Jan de Vries"), ("Vries, J. de", "J. de Vries"), ("A.B.de Wit", "A.B. de Wit"),
        ("Jan de Vries (thuis)", "Jan de Vries"), ("Jan  de Vries", "Jan de Vries"),
    ])
    func `a name as address books write it is said the other way round`(name: String, said: String) {
        #expect(GreetingName.plausible(name) == said)
    }

    @Test(arguments: [
        "Anna Pаvlova", "evilꓸcom", "Z\u{300}\u{301}\u{302}oe", "Uw rekening is geblokkeerd bel nu onze helpdesk", "X.com", "a.b.com",
        "bank.de Wit", "Vries, Jan, de", "3M Nederland", "Anne/Bert", "(thuis)", "ㅤ",
    ])
    func `what only looks like a name is not`(name: String) { #expect(GreetingName.plausible(name) == nil) }

    @Test(arguments: [
        "", " ", "...", "evil.com", "Win nu op evil.com", "‘evil.com’", "https://evil.nl", "Bel 0900", "x@evil.nl", "a/b", "evil。com",
        "evil．com",
        "evil.xn--qxam", "Anna\nde Vries", "Anna\u{202e}", "<b>Anna</b>", "€ gratis", "🎁 voor u", String(repeating: "a", count: 61),
    ])
    func `what is no name is not`(name: String) { #expect(GreetingName.plausible(name) == nil) }

    @Test func `an acknowledgement passes on nothing that a forged sender wrote`() async throws {
        try await Postbox.open { postbox in
            let mail = plainMail(
                from: "\"Win een iPhone op evil.example\" <slachtoffer@example.nl>", subject: "Prijs op evil.example",
                text: "Haal uw prijs op evil.example.")
            let complaint = try await postbox.complaint(of: postbox.bring(mail))
            let letter = try #require(try await postbox.letters(of: complaint).first)
            #expect(letter.content.body.hasPrefix("Beste klant,"))
            #expect(![letter.content.subject, letter.content.body].contains { $0.contains("evil") || $0.contains("iPhone") })
            let house = try await postbox.rehearsal.records.read { try CurrentHouse().settings(in: $0) }
            let post = LetterPost(
                letter: letter, settings: house.mail, organisation: "Wolkenland", references: postbox.inbox.references,
                link: "https://k.invalid/1", ratingLink: "https://k.invalid/2", answered: nil, now: house.moment(at: postbox.rehearsal.now))
            let sent = try #require(post.mail())
            #expect(sent.to.name.isEmpty && sent.to.address == "slachtoffer@example.nl")
        }
    }

    @Test func `who wrote by mail under their own name is greeted by it`() async throws {
        try await Postbox.open { postbox in
            let complaint = try await postbox.complaint(of: postbox.bring(plainMail()))
            #expect(try await postbox.letters(of: complaint).first?.content.body.hasPrefix("Beste Jan Jansen,") == true)
        }
    }

    @Test func `a name that a colleague typed is taken as it is`() async throws {
        try await withCaseOffice { rehearsal in
            let complaint = try await rehearsal.register { ($0.customer.name, $0.channel) = ("Studio 54 & zn.", "phone") }
            let letters = try await rehearsal.records.read { try $0.letters(of: complaint.id) }
            #expect(letters.first?.content.body.hasPrefix("Beste Studio 54 & zn.,") == true)
        }
    }

    /// An organisation's own text may name it.
    @Test func `why a customer withdraws is not written to the address that they gave`() throws {
        var facts = try LetterSamples.facts(Occurrence(.withdrawn(reason: Complaints.Passage("Kijk op evil.example"))))
        #expect(facts.values(.formalDutch)[.reason] == "Kijk op evil.example")
        facts.isByCustomer = true
        #expect(facts.values(.formalDutch)[.reason] == nil)
    }
}
