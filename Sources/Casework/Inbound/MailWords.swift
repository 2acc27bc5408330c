import Complaints
import Mail

/// A mail's words as a file takes them: what its sender wrote now. The whole mail stays beside it.
enum MailWords {
    /// A complaint's story: the subject, and all that was written. What it quotes belongs to the story when it is all there is.
    static func story(of mail: ReadMail) -> String {
        let written = own(mail, with: [.own, .signature, .forwarded])
        let text = written.isBlank ? mail.text.trimmed : written
        let isSaid = text.isBlank || text.hasPrefix(mail.subject)
        return cut(
            [isSaid && !text.isBlank ? "" : mail.subject, text].filter { !$0.isBlank }.joined(separator: "\n\n"), Complaint.longestStory)
    }

    /// A mail as a complaint that is to be registered.
    static func registration(of mail: ReadMail, receivedAt: Instant) -> RegistrationInput {
        var input = RegistrationInput()
        input.channel = Channel.email.rawValue
        input.received = .instant(receivedAt)
        let story = story(of: mail)
        input.story = story.isBlank ? "(zie de bijlagen)" : story
        let from = mail.from.first
        let name = from?.name ?? ""
        input.customer = PersonInput(
            name: name.isBlank ? from?.address : name, email: from?.address, language: MailLanguage.guess(story).rawValue)
        return input
    }

    /// An answer in a file: without what it quotes and how it is signed, unless there is nothing else; the subject where that is all.
    static func answer(of mail: ReadMail) -> String {
        let written = own(mail, with: [.own])
        let text = written.isBlank ? mail.text.trimmed : written
        return cut(text.isBlank && mail.attachments.isEmpty ? mail.subject : text, Complaint.longestText)
    }

    /// Its first words, on one line.
    static func opening(of mail: ReadMail) -> String {
        let text = own(mail, with: [.own])
        return cut(text.isBlank ? mail.text.trimmed : text, 200).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func own(_ mail: ReadMail, with kinds: Set<Mail.Passage.Kind>) -> String {
        mail.passages.filter { kinds.contains($0.kind) }.map(\.text).joined().trimmed
    }

    /// Too long a text ends where its limit is, and says so; the whole mail is kept.
    private static func cut(_ text: String, _ limit: Int) -> String {
        let scalars = text.unicodeScalars
        guard text.utf8.count > limit, scalars.count > limit else { return text }
        return String(String.UnicodeScalarView(scalars.prefix(limit - 4))) + " […]"
    }
}

/// Which of our two languages a mail is in, by its commonest words. Dutch unless it is clearly English.
enum MailLanguage {
    private static let dutch: Set<Substring> = [
        "de", "het", "een", "ik", "en", "van", "niet", "is", "dat", "mijn", "op", "voor", "met", "u", "jullie", "wij",
    ]
    private static let english: Set<Substring> = [
        "the", "a", "i", "and", "of", "not", "is", "that", "my", "on", "for", "with", "you", "your", "we", "to",
    ]

    static func guess(_ text: String) -> Language {
        let words = text.lowercased().split { !$0.isLetter }.prefix(400)
        let counts = words.reduce(into: (dutch: 0, english: 0)) { counts, word in
            if dutch.contains(word) { counts.dutch += 1 }
            if english.contains(word) { counts.english += 1 }
        }
        return counts.english >= 3 && counts.english > 2 * counts.dutch ? .english : .dutch
    }
}
