import Casework
import Complaints
import Records

/// A mail that stayed at its server: which one it is there, how large, and why it is not here.
extension Desk {
    func words(of unfetched: UnfetchedMail, _ mail: InboxMail) -> String {
        let known = house.mail.mailboxes.first { $0.id == unfetched.mailbox }
        let box = known?.place ?? MailSettings.Mailbox.place(of: unfetched.mailbox)
        let size = mail.size > 0 ? " (\(say.size(mail.size)))" : ""
        let place = say("Mail nummer \(unfetched.uid)\(size) in \(box)", "Mail number \(unfetched.uid)\(size) in \(box)")
        let quoted = unfetched.words.isEmpty ? "" : say(" De server zei: “\(unfetched.words)”", " The server said: “\(unfetched.words)”")
        return "\(place): \(say.fetchTrouble(unfetched.trouble))\(quoted)\(what(becomesOf: unfetched))"
    }

    private func what(becomesOf unfetched: UnfetchedMail) -> String {
        if !house.mail.looks(into: unfetched.mailbox) {
            return say(
                " Deze postbus staat niet meer in de instellingen: hij wordt niet meer opgehaald. Lees hem op de mailserver en sluit hem hier.",
                " This mailbox is not in the settings any more: it is not fetched again. Read it at the mail server and close it here.")
        }
        return unfetched.isWanted ? say(" Wordt zo opnieuw opgehaald.", " Is about to be fetched again.") : ""
    }
}

extension Wording {
    /// Why a mail is not here, and what to do about it.
    fileprivate func fetchTrouble(_ trouble: FetchTrouble) -> String {
        switch trouble {
        case .tooLarge:
            self(
                "te groot om op te halen. Lees hem op de mailserver.", "too large to be fetched. Read it at the mail server.")
        case .refused: self("de mailserver weigert hem te geven.", "the mail server refuses to give it.")
        case .tooSlow: self("het ophalen duurde te lang.", "fetching it took too long.")
        case .closed:
            self("de mailserver verbrak er de verbinding bij.", "the mail server closed the connection over it.")
        case .garbled: self("de mailserver gaf geen bruikbaar antwoord.", "the mail server gave no usable answer.")
        case .nothing: self("de mailserver noemt hem en geeft er niets van.", "the mail server lists it and gives nothing of it.")
        case .gone: self("hij staat niet meer op de mailserver.", "it is no longer at the mail server.")
        case .renumbered:
            self(
                "de postbus heeft nu andere nummers. Staat hij er nog, dan komt hij vanzelf.",
                "the mailbox has other numbers now. If it is still there, it comes by itself.")
        case .other: self("ophalen lukte niet.", "it could not be fetched.")
        }
    }
}
