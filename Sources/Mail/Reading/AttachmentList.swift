import Foundation

/// Describes the files of a mail.
enum AttachmentList {
    static func describe(_ files: [PartWalk.File]) -> [MailAttachment] {
        var taken: Set<String> = []
        return zip(1..., files).map { number, file in describe(file, number: number, taken: &taken) }
    }

    private static func describe(_ file: PartWalk.File, number: Int, taken: inout Set<String>) -> MailAttachment {
        let said = CleanText.line(file.head.fileName ?? "", limit: 1_000)
        let seen = MediaSigns.type(of: file.bytes)
        let isWinmail =
            seen == "application/ms-tnef" || ["application/ms-tnef", "application/vnd.ms-tnef"].contains(file.head.type)
            || ASCII.equal(Array(said.utf8), "winmail.dat")
        return MailAttachment(
            name: AttachmentName.safe(file.head.fileName ?? "", type: file.head.type, number: number, taken: &taken), saidName: said,
            saidType: file.head.type, seenType: seen, size: file.bytes.count, contentID: file.head.contentID, isInText: false,
            isWinmail: isWinmail)
    }
}
