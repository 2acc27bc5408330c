import Complaints
import Records
import Testing

@testable import Casework

struct `What a letter's text may say` {
    private func flaws(_ body: String, subject: String = "Over {{number}}", _ kind: LetterKind = .received) -> [LetterFlaw] {
        LetterCheck(kind).flaws(of: LetterTemplate(subject: subject, body: body)).map(\.flaw)
    }

    private let link = "\n{{follow-link}}"

    @Test(arguments: LetterKind.allCases, LetterVoice.allCases)
    func `Gehoor's own letters have no flaw`(kind: LetterKind, voice: LetterVoice) {
        #expect(LetterCheck(kind).flaws(of: LetterTemplates.builtIn(LetterKey(kind, voice))).map(\.flaw) == [])
    }

    @Test func `tags may have blanks in them, and sections may stand in one another`() {
        #expect(flaws("Beste {{ name }},{{#phone}}{{# email }}{{phone}} {{email}}{{/ email }}{{/phone}}" + link) == [])
        #expect(flaws("{{#phone}}Bel {{phone}}.{{/phone}}{{^phone}}Schrijf ons.{{/phone}}" + link) == [])
        #expect(flaws("Accolades { } mogen, en }} ook." + link) == [])
    }

    @Test(arguments: ["{{naam}}", "{{#naam}}x{{/naam}}", "{{^naam}}x{{/naam}}", "{{ naam }}"])
    func `a tag that nothing fills is named, with its line`(tag: String) {
        #expect(flaws("Beste\n\(tag)" + link).allSatisfy { $0 == .unknownTag("naam", line: 2) })
        #expect(!flaws("Beste\n\(tag)" + link).isEmpty)
    }

    @Test(arguments: [
        "{{{name}}", "{{& name}}", "{{> part}}", "{{! remark}}", "{{=<% %>=}}", "{{% X:Y}}", "{{$a}}", "{{<b}}", "{{upper(name)}}", "{{}}",
        "{{.}}", "{{a.b}}", "{{Name}}",
    ])
    func `what else the engine could do is refused`(tag: String) {
        #expect(flaws("\n\n" + tag + link) == [.unreadableTag(String(tag.dropFirst(2).prefix { $0 != "}" }), line: 3)])
    }

    @Test func `braces that are never closed, or on another line, are named`() {
        #expect(flaws("een\n{{name" + link) == [.unclosedTag(line: 2)])
        #expect(flaws("{{name\n}}" + link) == [.unclosedTag(line: 1)])
        #expect(flaws(link + "{{") == [.unclosedTag(line: 2)])
    }

    @Test func `a name behind one brace would go out as it stands, and is not saved; what was saved before goes on`() {
        func slips(_ body: String, subject: String = "{{number}}") -> [LetterFlaw] {
            LetterInput(LetterKey(.received, .formalDutch), subject: subject, body: body + link).flaws.map(\.flaw)
        }
        #expect(slips("Beste {{name}}") == [])
        #expect(slips("Beste {name},\nover { number }}.") == [.oneBrace(.name, line: 1), .oneBrace(.number, line: 2)])
        #expect(
            slips("Tot\n{reopen-until na", subject: "{{number}} {number") == [
                .oneBrace(.number, line: 1), .oneBrace(.reopenUntil, line: 2),
            ])
        #expect(slips("{ } mag, en {iets} ook, {{{name}}} niet.") == [.unreadableTag("{name", line: 1)])
        #expect(flaws("Beste {name}" + link) == [])
    }

    @Test func `a tag of other letters is refused in this one`() {
        #expect(flaws("{{amount}}" + link) == [.notInThisLetter(.amount, line: 1)])
        #expect(flaws("{{reopen-until}}" + link) == [.notInThisLetter(.reopenUntil, line: 1)])
        #expect(flaws("{{reopen-until}}" + link, .closed) == [])
    }

    @Test func `what may be missing stands in its section, so that no sentence gets a hole`() {
        #expect(flaws("Bel {{phone}}." + link) == [.mayBeMissing(.phone, line: 1)])
        #expect(flaws("{{#email}}Bel {{phone}}.{{/email}}" + link) == [.mayBeMissing(.phone, line: 1)])
        #expect(flaws("{{^phone}}Bel {{phone}}.{{/phone}}" + link) == [.mayBeMissing(.phone, line: 1)])
        #expect(flaws("{{#phone}}Bel {{phone}}.{{/phone}}" + link) == [])
    }

    @Test func `sections are closed, and in order`() {
        #expect(flaws("\n{{#phone}}Bel." + link) == [.openSection(.phone, line: 2), .lacks(.followLink)])
        #expect(flaws("Bel.{{/phone}}" + link) == [.strayEnd("phone", line: 1)])
        #expect(flaws("{{#phone}}{{#email}}{{/phone}}{{/email}}" + link).first == .strayEnd("phone", line: 1))
    }

    @Test func `what somebody wrote for the customer, the number and the way to answer are always there`() {
        #expect(flaws("Beste {{name}}") == [.lacks(.followLink)])
        #expect(flaws("x" + link, subject: "Uw klacht") == [.lacks(.number)])
        #expect(flaws("x" + link, .answer) == [.lacks(.text)])
        #expect(flaws("{{#phone}}{{text}}{{/phone}}" + link, .answer) == [.lacks(.text)])
        #expect(
            flaws("{{#text}}{{text}}{{/text}}" + link, .resolved) == [.lacks(.amount), .lacks(.finding), .lacks(.points), .lacks(.remedy)])
        #expect(flaws("{{#text}}{{text}}{{/text}}" + link, .answer) == [])
    }

    @Test func `nothing, too much, and signs that nobody can read are refused`() {
        #expect(flaws(" \n ") == [.empty])
        #expect(flaws(link, subject: " ") == [.empty])
        #expect(flaws(String(repeating: "a", count: 10_001)) == [.tooLong(limit: 10_000)])
        #expect(flaws(link, subject: "{{number}}" + String(repeating: "é", count: 200)) == [.tooLong(limit: 200)])
        #expect(flaws("a\nb\u{0}" + link) == [.unreadableSign(line: 2)])
        #expect(flaws("a\u{E001}" + link) == [.unreadableSign(line: 1)])
    }
}

struct `Letters of one's own` {
    @Test func `stand in the place of Gehoor's, in their own voice only`() throws {
        var own = OwnLetters()
        let text = LetterTemplate(subject: "Dossier {{number}}", body: "Dag {{name}}\n{{follow-link}}")
        own.texts[LetterKey(.received, .formalDutch)] = text
        let templates = LetterTemplates(own)
        let facts = try LetterSamples.facts(LetterSamples.occurrence(for: .received))
        #expect(try templates.write(.received, to: Person(name: "Anna"), facts: facts).body.hasPrefix("Dag "))
        #expect(try templates.write(.received, to: Person(name: "Anna", language: .english), facts: facts).body.hasPrefix("Dear "))
        own.addressing = .informal
        #expect(try LetterTemplates(own).write(.received, to: Person(name: "Anna"), facts: facts).subject.hasPrefix("Wij hebben je klacht"))
    }

    @Test func `are passed over when they can't be used, so that the customer still hears`() throws {
        var own = OwnLetters()
        let key = LetterKey(.received, .formalDutch)
        own.texts[key] = LetterTemplate(subject: "Dossier", body: "{{oud}}")
        #expect(own.unusable == [key])
        #expect(LetterTemplates(own).template(key) == LetterTemplates.builtIn(key))
    }

    @Test func `of a later version are kept as they are`() throws {
        let later = #"{"addressing":"je","texts":[{"kind":"survey","voice":"nl-u","subject":"a","body":"b"}]}"#
        var stored = StoredLetters.stored(in: later)
        #expect(stored.letters.addressing == .informal && stored.letters.texts.isEmpty)
        stored.set(LetterTemplate(subject: "c", body: "d"), at: LetterKey(.closed, .english))
        #expect(try SettingCoding.text(stored).contains("survey"))
        stored.set(nil, at: LetterKey(.closed, .english))
        #expect(stored.texts.map(\.kind) == ["survey"])
    }

    @Test(arguments: LetterKind.allCases, LetterVoice.allCases)
    func `can be looked at with all there may be, and with only what is always there`(kind: LetterKind, voice: LetterVoice) throws {
        let key = LetterKey(kind, voice)
        let specimen = LetterSpecimen(house: .standard, now: LetterSamples.now)
        let tags = LetterTags(kind)
        #expect(tags.always.isSubset(of: specimen.values(key).keys))
        for isBare in [false, true] {
            let letter = try #require(specimen.letter(LetterTemplates.builtIn(key), key, isBare: isBare))
            #expect(!letter.body.contains("{{") && !letter.body.contains("\n\n\n") && !letter.subject.isEmpty)
        }
        #expect(specimen.letter(LetterTemplate(subject: "", body: ""), key) == nil)
    }
}
