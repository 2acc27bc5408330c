import Casework
import Mail

/// What whoever reads a mail should know of it: what of it was not read, what is not what it seems, and whether its sender is who it says.
extension Wording {
    func remarks(on mail: ReadMail) -> [String] {
        let found = Set(mail.remarks)
        var remarks: [String] = []
        if found.contains(.encrypted) {
            remarks.append(
                self(
                    "De mail is versleuteld of verzegeld en kan hier niet gelezen worden. Vraag de afzender om een gewone mail, of open het origineel in uw eigen mailprogramma en registreer de klacht met de hand.",
                    "The mail is encrypted or sealed and can't be read here. Ask its sender for an ordinary one, or open the original in your own mail program and register the complaint by hand."
                ))
        }
        if !found.isDisjoint(with: Self.unread) {
            remarks.append(
                self(
                    "Niet alles is gelezen: er zit te veel in, of te diep in elkaar. De rest staat in het origineel.",
                    "Not all of it was read: there is too much in it, or too deep. The rest is in the original."))
        }
        if found.contains(.truncated) {
            remarks.append(
                self("De mail lijkt afgebroken: het einde kan ontbreken.", "The mail seems to be cut off: its end may be missing."))
        }
        if found.contains(.unknownCharset) {
            remarks.append(
                self(
                    "De mail zegt niet goed in welke tekens hij geschreven is: letters kunnen verkeerd staan.",
                    "The mail does not say well in which characters it is written: letters may be wrong."))
        }
        return remarks + mail.attachments.compactMap(remark)
    }

    private static let unread: Set<ReadingRemark> = [
        .tooManyParts, .tooDeep, .nestedTooDeep, .tooManyAttachments, .textTooLong, .markupTooLarge, .markupTooDeep,
    ]

    private func remark(on attachment: MailAttachment) -> String? {
        let name = attachment.name
        if attachment.isWinmail {
            return self(
                "\(name) is een pakket van Outlook, dat hier niet wordt geopend. Vraag de afzender om de bestanden los te sturen.",
                "\(name) is a parcel of Outlook, which is not opened here. Ask its sender to send the files by themselves.")
        }
        guard attachment.isLying else { return nil }
        return self(
            "\(name) is iets anders dan de mail zegt (\(attachment.saidType)). Open het alleen als u het verwacht.",
            "\(name) is something else than the mail says (\(attachment.saidType)). Open it only if you expect it.")
    }

    /// What our own mail server found about the sender; nil where it says nothing either way.
    func authenticity(_ found: PlacingQuestion.Authentication) -> String? {
        switch found {
        case .passed: self("de mailserver bevestigt de afzender", "the mail server confirms the sender")
        case .failed:
            self(
                "de mailserver bevestigt de afzender niet: een ander kan dit adres gebruikt hebben",
                "the mail server does not confirm the sender: somebody else may have used this address")
        case .missing:
            self(
                "niet nagegaan: de mail kwam niet langs een server die u vertrouwt",
                "not looked into: the mail did not come by a server that you trust")
        case .unknown: nil
        }
    }
}
