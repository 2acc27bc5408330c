import Complaints
import Records

/// What mails to colleagues say: no more of a file than its number and its dates, since mail lies about where files don't.
struct MemoTexts {
    static let linkMark = "{{link}}"

    let member: StaffMember
    let organisation: String

    private var language: Language { member.language }

    private func say(_ dutch: String, _ english: String) -> String { language == .dutch ? dutch : english }

    func assigned(_ number: ComplaintNumber, by author: String, next: (day: Day, isContact: Bool)?, today: Day) -> NewMemo {
        let due = next.map { next in
            let day = DateWords.told(next.day, today: today, language)
            return next.isContact
                ? say("Eerste contact met de klant: uiterlijk \(day).", "First contact with the customer: by \(day).")
                : say("Uiterlijk \(day).", "By \(day).")
        }
        return memo(
            .assigned, say("Klacht \(number.formatted) is voor u", "Complaint \(number.formatted) is yours"),
            [
                say(
                    "\(author) heeft klacht \(number.formatted) aan u toegewezen.",
                    "\(author) assigned complaint \(number.formatted) to you."),
                due, say("Het dossier:", "The file:") + "\n\(Self.linkMark)", off,
            ])
    }

    /// That the customer was written to, the letter itself stays in the file; or that they are not, by the procedure's will.
    func following(_ kind: LetterKind, isSilent: Bool, _ number: ComplaintNumber) -> NewMemo {
        let name = kind.name(in: language)
        let what =
            isSilent
            ? say(
                "Klacht \(number.formatted) is bij “\(name)”. Volgens de procedure krijgt de klant daarvan geen brief.",
                "Complaint \(number.formatted) has come to “\(name)”. By the procedure the customer gets no letter of it.")
            : say(
                "De brief “\(name)” over klacht \(number.formatted) is geschreven. U leest die in het dossier.",
                "The letter “\(name)” about complaint \(number.formatted) was written. You can read it in the file.")
        return memo(
            .assigned, say("Brief over klacht \(number.formatted)", "Letter about complaint \(number.formatted)"),
            [what, say("Het dossier:", "The file:") + "\n\(Self.linkMark)", off])
    }

    func asked(_ number: ComplaintNumber, by author: String, due: Day, today: Day) -> NewMemo {
        let day = DateWords.told(due, today: today, language)
        return memo(
            .asked, say("Vraag over klacht \(number.formatted)", "Question about complaint \(number.formatted)"),
            [
                say(
                    "\(author) vraagt u om een bijdrage aan klacht \(number.formatted), graag uiterlijk \(day).",
                    "\(author) asks you for a contribution to complaint \(number.formatted), please by \(day)."),
                say("De vraag staat op uw bureau, en daar antwoordt u ook:", "The question is on your desk, where you answer it too:")
                    + "\n\(Self.linkMark)", off,
            ])
    }

    /// The one that holds what was asked, since who gets it has no desk to read it on.
    func question(_ number: ComplaintNumber, _ text: String, by author: String, due: Day, today: Day) -> NewMemo {
        let day = DateWords.told(due, today: today, language)
        return memo(
            .question,
            say("Vraag van \(author) over klacht \(number.formatted)", "Question from \(author) about complaint \(number.formatted)"),
            [
                say(
                    "\(author) van \(organisation) vraagt uw hulp bij klacht \(number.formatted), graag uiterlijk \(day):",
                    "\(author) of \(organisation) asks for your help with complaint \(number.formatted), please by \(day):"), text,
                say(
                    "Beantwoord deze mail: uw antwoord komt als uw bijdrage in het dossier. Stuur hem niet door.",
                    "Answer this mail: your answer goes into the file as your contribution. Please don't forward it."),
            ])
    }

    /// What somebody was reminded of, by number alone.
    func digest(_ count: Int, late: Int, waiting: Int = 0) -> NewMemo {
        let promises =
            count == 1 ? say("1 toezegging vraagt", "1 promise asks for") : say("\(count) toezeggingen vragen", "\(count) promises ask for")
        let overdue =
            late == 1
            ? say("Daarvan is er 1 te laat.", "Of these 1 is late.") : say("Daarvan zijn er \(late) te laat.", "Of these \(late) are late.")
        let quiet =
            waiting == 1
            ? say("Bij 1 klacht zwijgt de klant al te lang", "In 1 complaint the customer has said nothing for too long")
            : say(
                "Bij \(waiting) klachten zwijgt de klant al te lang", "In \(waiting) complaints the customer has said nothing for too long")
        let subject = count == 0 ? quiet : say("\(promises) vandaag uw aandacht", "\(promises) your attention today")
        return memo(
            .digest, subject,
            [
                "\(subject).", late == 0 ? nil : overdue, count == 0 || waiting == 0 ? nil : "\(quiet).",
                say("Het overzicht:", "The list:") + "\n\(Self.linkMark)", off,
            ])
    }

    /// A report, or where it stands; `ReportMail` has the words.
    func report(_ subject: String, _ paragraphs: [String]) -> NewMemo { memo(.report, subject, paragraphs + [off]) }

    func link(_ kind: MemoKind, hours: Int) -> NewMemo {
        let isNew = kind == .invitation
        return memo(
            kind,
            isNew
                ? say("Uw account bij Gehoor van \(organisation)", "Your account at Gehoor of \(organisation)")
                : say("Een nieuw wachtwoord voor Gehoor", "A new password for Gehoor"),
            [
                isNew
                    ? say(
                        "U krijgt een account voor de klachten van \(organisation). Kies hier uw wachtwoord:",
                        "You get an account for the complaints of \(organisation). Choose your password here:") + "\n\(Self.linkMark)"
                    : say("Kies hier een nieuw wachtwoord:", "Choose a new password here:") + "\n\(Self.linkMark)",
                say(
                    "De link werkt één keer, \(hours) uur lang. Wie hem heeft, kan zich als u aanmelden: geef hem aan niemand.",
                    "The link works once, for \(hours) hours. Whoever has it can sign in as you: give it to nobody."),
            ])
    }

    /// A mail that is no complaint, for somebody else of the house; the mail itself goes along.
    func forward(_ mail: InboxMail, to address: EmailAddress) -> NewMemo {
        let sender = [mail.senderName ?? "", mail.sender ?? ""].filter { !$0.isBlank }.joined(separator: ", ")
        let paragraphs = [
            say(
                "\(member.name) stuurt u deze e-mail door. Hij kwam binnen bij de klachten van \(organisation) en is geen klacht.",
                "\(member.name) forwards this e-mail to you. It came in with the complaints of \(organisation) and is no complaint."),
            sender.isBlank ? nil : say("Afzender: \(sender).", "Sender: \(sender)."),
            say(
                "De afzender weet niet dat de mail is doorgestuurd en heeft geen antwoord gekregen. De mail zit in de bijlage, zoals hij kwam.",
                "The sender does not know that the mail was forwarded, and has had no answer. The mail is attached as it came."),
        ]
        let subject = [say("Doorgestuurd", "Forwarded"), mail.subject ?? ""].filter { !$0.isBlank }.joined(separator: ": ")
        return NewMemo(
            forwarding: mail.id, to: address, by: member.id, subject: subject,
            body: paragraphs.compactMap(\.self).joined(separator: "\n\n") + "\n")
    }

    private var off: String {
        say("Liever geen mail hierover? Zet dat uit op uw profiel.", "Rather no mail about this? Turn it off on your profile.")
    }

    private func memo(_ kind: MemoKind, _ subject: String, _ paragraphs: [String?]) -> NewMemo {
        let greeting = say("Beste \(member.name),", "Dear \(member.name),")
        return NewMemo(
            kind, to: member, subject: subject, body: ([greeting] + paragraphs.compactMap(\.self)).joined(separator: "\n\n") + "\n")
    }
}
