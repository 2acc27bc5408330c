import Complaints
import Foundation
import Mail
import Records

/// A letter of ours as a mail: addressed, signed with what an answer carries back, with its personal link in place.
struct LetterPost {
    let letter: Records.Letter
    let settings: MailSettings
    let organisation: String
    let references: LetterReferences
    /// The customer's page.
    let link: String
    /// Where the customer says what they think.
    let ratingLink: String
    /// The customer's mail that it answers, by its id.
    let answered: String?
    let now: Moment

    static let linkMark = "{{follow-link}}"
    static let ratingMark = "{{rating-link}}"

    /// Nil where there is no address to send it from or to.
    func mail() -> Mail.Letter? {
        guard let from = MailAddress(name: settings.name.isBlank ? organisation : settings.name, settings.address),
            let to = letter.content.address.flatMap({ MailAddress(name: GreetingName.plausible(letter.content.recipient) ?? "", $0) }),
            let id = messageID
        else { return nil }
        let words = letter.content.body.replacing(Self.linkMark, with: link).replacing(Self.ratingMark, with: ratingLink)
        var mail = Mail.Letter(
            messageID: id, from: from, to: to, subject: HeaderText(letter.content.subject), seconds: now.instant.milliseconds / 1000,
            zoneOffset: zoneOffset, origin: origin, text: words)
        mail.html = LetterMarkup.text(
            of: words, title: letter.content.subject, language: letter.content.language, links: [link, ratingLink])
        mail.replyTo = answerAddress
        if let answered = answered.flatMap({ MessageID($0) }) {
            mail.inReplyTo = answered
            mail.references = [answered]
        }
        return mail
    }

    /// The same however often it is sent.
    private var messageID: MessageID? {
        settings.address.split(separator: "@").last.flatMap { MessageID("\(references.text(.message, of: letter))@\($0)") }
    }

    /// `klachten+…@bedrijf.nl`: where answers know whose they are.
    private var answerAddress: MailAddress? {
        guard settings.takesPlusAddresses else { return nil }
        let parts = settings.address.split(separator: "@", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        return MailAddress("\(parts[0])+\(references.text(.answer, of: letter))@\(parts[1])")
    }

    /// What a member of staff wrote is a person's letter, though a program carries it.
    private var origin: Mail.Letter.Origin {
        switch LetterKind(rawValue: letter.content.kind) {
        case .received, .followLink, .reopeningReceived: .replied
        case .some(let kind) where kind.carriesOwnWords: .person
        default: .generated
        }
    }

    /// How far the office's clock is ahead of UTC now, in seconds.
    private var zoneOffset: Int {
        let civil = now.civil.day.number * 86_400 + now.civil.time.seconds
        return Int(Int64(civil) - now.instant.milliseconds / 1000)
    }
}
