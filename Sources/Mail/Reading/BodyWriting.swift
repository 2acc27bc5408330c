/// Puts the stretches of a body together: as text with its passages, and as markup when there was any.
enum BodyWriting {
    static func write(_ body: [PartWalk.BodyPiece], into mail: inout ReadMail, bounds: ReadingBounds) -> Set<ReadingRemark> {
        var remarks: Set<ReadingRemark> = []
        var texts: [String] = []
        var markup = MailMarkup()
        let pictures = pictures(mail.attachments)
        let names = mail.attachments.map(\.name)
        for piece in body {
            var text = piece.plain
            if let html = piece.markup {
                let reading = MarkupReading.read(html, pictures: pictures, bounds: bounds)
                remarks.formUnion(reading.remarks)
                markup.pieces += reading.markup.pieces
                markup.blockedPictures += reading.markup.blockedPictures
                text = text ?? MarkupText.text(of: reading.markup, names: names)
            } else if let plain = piece.plain {
                markup.pieces += [.open(.pre), .text(plain), .close]
            }
            if let text, !ASCII.trimmed(Array(text.utf8)).isEmpty { texts.append(text) }
        }
        let clean = CleanText.block(texts.joined(separator: "\n"), limit: bounds.textBytes)
        if clean.isCut { remarks.insert(.textTooLong) }
        mail.passages = PassageFinding.passages(in: clean.text)
        if body.contains(where: { $0.markup != nil }) { mail.markup = markup }
        for piece in markup.pieces {
            if case .picture(let index, _) = piece, mail.attachments.indices.contains(index) { mail.attachments[index].isInText = true }
        }
        return remarks
    }

    /// Only pictures that are pictures by their bytes too are shown in their place.
    private static func pictures(_ attachments: [MailAttachment]) -> [String: Int] {
        var pictures: [String: Int] = [:]
        for (index, attachment) in zip(attachments.indices, attachments) {
            guard let id = attachment.contentID, ["image/png", "image/jpeg", "image/gif", "image/webp"].contains(attachment.seenType) else {
                continue
            }
            if pictures[id] == nil { pictures[id] = index }
        }
        return pictures
    }
}
