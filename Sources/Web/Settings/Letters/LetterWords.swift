import Casework
import Complaints

extension Wording {
    func voice(_ voice: LetterVoice) -> String {
        switch voice {
        case .formalDutch: self("Nederlands, u", "Dutch, formal")
        case .informalDutch: self("Nederlands, je", "Dutch, informal")
        case .english: self("Engels", "English")
        }
    }

    func letter(_ kind: LetterKind) -> String { kind.name(in: language) }

    /// When it goes.
    func occasion(of kind: LetterKind) -> String {
        switch kind {
        case .received: self("Meteen nadat een klacht geregistreerd is.", "As soon as a complaint is registered.")
        case .handlerAssigned: self("Als een klacht aan een behandelaar is toegewezen.", "When a complaint is assigned to a handler.")
        case .question: self("Als de behandelaar de klant iets vraagt.", "When the handler asks the customer something.")
        case .answer: self("Als de behandelaar de klant schrijft.", "When the handler writes to the customer.")
        case .proposal: self("Als de behandelaar een oplossing voorstelt.", "When the handler proposes a solution.")
        case .resolved: self("Als de klacht is opgelost.", "When the complaint is resolved.")
        case .closed: self("Als het dossier gesloten wordt.", "When the file is closed.")
        case .newDates: self("Als de datum van ontvangst verbeterd is.", "When the date of receipt was corrected.")
        case .extended: self("Als een toezegging later wordt, met de reden.", "When a promise gets a later date, with the reason.")
        case .promiseDropped:
            self("Als een toezegging niet doorgaat, met de reden.", "When a promise is taken back, with the reason.")
        case .reopeningReceived: self("Als de klant vraagt om te heropenen.", "When the customer asks to reopen.")
        case .reopeningGranted: self("Als dat verzoek is toegewezen.", "When that request is granted.")
        case .reopeningRefused: self("Als dat verzoek is afgewezen.", "When that request is refused.")
        case .satisfaction:
            self("Op de eerste werkdag nadat een klacht gesloten is.", "On the first working day after a complaint was closed.")
        case .withdrawn: self("Als de klant de klacht intrekt.", "When the customer withdraws the complaint.")
        case .referred: self("Als de klacht bij een ander hoort.", "When the complaint belongs with somebody else.")
        case .merged: self("Als de klacht dubbel bleek.", "When the complaint turned out to be a duplicate.")
        case .resumed: self("Als samenvoegen niet juist bleek.", "When the merging turned out to be wrong.")
        case .followLink:
            self("Als de klant de link kwijt is en een nieuwe vraagt.", "When the customer lost the link and asks for a new one.")
        }
    }
}

/// What is wrong with a letter's text, in sentences that say what to do.
struct LetterFlawWords {
    let say: Wording

    /// By field.
    func sentences(for input: LetterInput) -> [String: String] {
        let byPart = Dictionary(grouping: input.flaws) { $0.part.rawValue }
        return byPart.mapValues { flaws in flaws.map { sentence($0.flaw, input.key.kind) }.joined(separator: " ") }
    }

    private func sentence(_ flaw: LetterFlaw, _ kind: LetterKind) -> String {
        switch flaw {
        case .empty: return say("Vul een tekst in.", "Fill in a text.")
        case .tooLong(let limit): return say("Maak het korter: hoogstens \(limit) tekens.", "Make it shorter: \(limit) characters at most.")
        case .unreadableSign(let line):
            return say("Regel \(line): haal het onleesbare teken weg.", "Line \(line): take out the unreadable sign.")
        case .unclosedTag(let line):
            return say("Regel \(line): sluit {{ op dezelfde regel met }}.", "Line \(line): close {{ with }} on the same line.")
        case .oneBrace(let tag, let line):
            return say(
                "Regel \(line): zet \(tag.rawValue) tussen twee accolades: {{\(tag.rawValue)}}.",
                "Line \(line): put \(tag.rawValue) between two braces: {{\(tag.rawValue)}}.")
        case .unreadableTag(let tag, let line):
            return say("Regel \(line): {{\(tag)}} kan hier niet.", "Line \(line): {{\(tag)}} can't be used here.")
        case .unknownTag(let tag, let line):
            return say(
                "Regel \(line): {{\(tag)}} bestaat niet. Kies uit de lijst onder deze tekst.",
                "Line \(line): there is no {{\(tag)}}. Choose from the list below this text.")
        case .notInThisLetter(let tag, let line):
            return say(
                "Regel \(line): {{\(tag.rawValue)}} is er in deze brief niet. Haal het weg.",
                "Line \(line): {{\(tag.rawValue)}} is not there in this letter. Take it out.")
        case .mayBeMissing(let tag, let line): return mayBeMissing(tag.rawValue, line)
        case .openSection(let tag, let line):
            return say(
                "Regel \(line): sluit {{#\(tag.rawValue)}} met {{/\(tag.rawValue)}}.",
                "Line \(line): close {{#\(tag.rawValue)}} with {{/\(tag.rawValue)}}.")
        case .strayEnd(let tag, let line):
            return say(
                "Regel \(line): {{/\(tag)}} sluit niet wat het laatst open ging.",
                "Line \(line): {{/\(tag)}} does not close what was opened last.")
        case .lacks(let tag): return lacks(tag, kind)
        case .unreadable:
            return say("Deze tekst kan niet gelezen worden. Kijk de accolades na.", "This text can't be read. Check the braces.")
        }
    }

    private func mayBeMissing(_ tag: String, _ line: Int) -> String {
        say(
            "Regel \(line): {{\(tag)}} kan ontbreken. Zet de hele zin tussen {{#\(tag)}} en {{/\(tag)}}.",
            "Line \(line): {{\(tag)}} may be missing. Put the whole sentence between {{#\(tag)}} and {{/\(tag)}}.")
    }

    private func lacks(_ tag: LetterTag, _ kind: LetterKind) -> String {
        let mark =
            LetterTags(kind).sometimes.contains(tag) ? "{{#\(tag.rawValue)}}{{\(tag.rawValue)}}{{/\(tag.rawValue)}}" : "{{\(tag.rawValue)}}"
        return say(
            "Zet \(mark) erin: zonder dat mist de klant iets.", "Put \(mark) in: without it the customer misses something.")
    }
}
