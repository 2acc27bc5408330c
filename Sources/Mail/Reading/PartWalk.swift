import CGMime
import Foundation

/// Walks through the parts of a mail and gathers text, attachments and reports, within bounds.
struct PartWalk {
    /// A stretch of the body: the same words as plain text, as HTML, or as both.
    struct BodyPiece {
        var plain: String?
        var markup: String?
    }

    struct File {
        let head: PartHead
        let bytes: Data
    }

    private(set) var body: [BodyPiece] = []
    private(set) var files: [File] = []
    /// Mails within, and which of the files each is.
    private(set) var mails: [(bytes: Data, file: Int?)] = []
    private(set) var report: DeliveryReport?
    private(set) var isReport = false
    private(set) var remarks: Set<ReadingRemark> = []
    private let bounds: ReadingBounds
    private let isFromServer: Bool
    private var partCount = 0

    /// - Parameter isFromServer: by its headers a program wrote it: then a delivery report is one without `multipart/report` around it, too.
    init(bounds: ReadingBounds, isFromServer: Bool = false) { (self.bounds, self.isFromServer) = (bounds, isFromServer) }

    mutating func walk(_ object: UnsafeMutablePointer<GMimeObject>, depth: Int = 0) {
        partCount += 1
        guard partCount <= bounds.parts else {
            remarks.insert(.tooManyParts)
            return
        }
        guard depth <= bounds.depth else {
            remarks.insert(.tooDeep)
            return
        }
        let head = PartHead(object)
        if let multipart = gehoor_as_multipart(object) {
            walk(multipart, head, depth: depth)
        } else if gehoor_as_message_part(object) != nil {
            addMail(GMime.rawContent(of: object), head)
        } else if let part = gehoor_as_part(object) {
            add(part, head)
        }
    }

    private mutating func walk(_ multipart: UnsafeMutablePointer<GMimeMultipart>, _ head: PartHead, depth: Int) {
        switch head.type {
        case "multipart/alternative": walkAlternatives(multipart, depth: depth)
        case "multipart/report":
            isReport = true
            walkChildren(multipart, depth: depth)
        case "multipart/encrypted":
            remarks.insert(.encrypted)
            walkChildren(multipart, depth: depth)
        default:
            // OpenSMTPD reports in a multipart/mixed.
            if depth == 0, isFromServer, Self.holdsStatus(multipart) { isReport = true }
            walkChildren(multipart, depth: depth)
        }
    }

    private static func holdsStatus(_ multipart: UnsafeMutablePointer<GMimeMultipart>) -> Bool {
        (0..<min(g_mime_multipart_get_count(multipart), 20)).contains { index in
            g_mime_multipart_get_part(multipart, index).map { PartHead($0).type == "message/delivery-status" } ?? false
        }
    }

    private mutating func walkChildren(_ multipart: UnsafeMutablePointer<GMimeMultipart>, depth: Int) {
        for index in 0..<g_mime_multipart_get_count(multipart) {
            guard let child = g_mime_multipart_get_part(multipart, index) else { continue }
            walk(child, depth: depth + 1)
            if remarks.contains(.tooManyParts) { return }
        }
    }

    /// The same words in several forms: one piece of the body, with the first of each form.
    private mutating func walkAlternatives(_ multipart: UnsafeMutablePointer<GMimeMultipart>, depth: Int) {
        let before = body
        var forms: [[BodyPiece]] = []
        for index in 0..<g_mime_multipart_get_count(multipart) {
            guard let child = g_mime_multipart_get_part(multipart, index) else { continue }
            body = []
            walk(child, depth: depth + 1)
            if !body.isEmpty { forms.append(body) }
        }
        body = before + Self.merged(forms)
    }

    private static func merged(_ forms: [[BodyPiece]]) -> [BodyPiece] {
        let plain = forms.first { $0.contains { $0.plain != nil && $0.markup == nil } && !$0.contains { $0.markup != nil } }
        let markup = forms.last { $0.contains { $0.markup != nil } }
        guard let plain, let markup else { return plain ?? markup ?? [] }
        let text = plain.compactMap(\.plain).joined(separator: "\n")
        let html = markup.compactMap(\.markup).joined(separator: "<hr>")
        // An empty plain form, as some programs send it, says less than the HTML.
        return [BodyPiece(plain: ASCII.trimmed(Array(text.utf8)).isEmpty ? nil : text, markup: html)]
    }

    private mutating func add(_ part: UnsafeMutablePointer<GMimePart>, _ head: PartHead) {
        let bytes = GMime.content(of: part)
        let isText = !head.isAttachment && head.fileName == nil
        switch head.type {
        case "message/delivery-status" where isReport:
            let found = DeliveryReport(status: Array(bytes.prefix(1 << 18)), bounds: bounds)
            report = DeliveryReport(recipients: (report?.recipients ?? []) + found.recipients, originalMessageID: report?.originalMessageID)
        case "text/rfc822-headers" where isReport: noteOriginal(Array(bytes.prefix(1 << 16)))
        case "message/rfc822", "message/global": addMail(bytes, head)
        case "text/html" where isText: addText(bytes, head, isMarkup: true)
        case _ where isText && (head.type == "text/plain" || head.type == "text/enriched" || head.type == "text/x-amp-html"):
            if head.type != "text/x-amp-html" { addText(bytes, head, isMarkup: false) }
        case "application/pkcs7-mime", "application/x-pkcs7-mime":
            // S/MIME around a whole mail, which only its reader's key opens; beside other parts it is a file.
            if partCount == 1 { remarks.insert(.encrypted) }
            addFile(bytes, head)
        default: addFile(bytes, head)
        }
    }

    private mutating func addText(_ bytes: Data, _ head: PartHead, isMarkup: Bool) {
        let limit = isMarkup ? bounds.markupBytes : bounds.textBytes
        if bytes.count > limit { remarks.insert(isMarkup ? .markupTooLarge : .textTooLong) }
        let (text, isUnknown) = Charset.decode(Array(bytes.prefix(limit)), label: head.charset)
        if isUnknown { remarks.insert(.unknownCharset) }
        if isMarkup {
            body.append(BodyPiece(plain: nil, markup: text))
        } else {
            let clean = CleanText.block(text, limit: bounds.textBytes).text
            body.append(BodyPiece(plain: head.isFlowed ? FlowedText.unfold(clean, deletesSpace: head.deletesSpace) : clean, markup: nil))
        }
    }

    private mutating func addMail(_ bytes: Data, _ head: PartHead) {
        if isReport { noteOriginal(Array(bytes.prefix(1 << 16))) }
        let file = files.count
        addFile(bytes, head)
        mails.append((bytes, files.count > file ? file : nil))
    }

    private mutating func noteOriginal(_ bytes: [UInt8]) {
        guard let id = HeaderBlock(bytes, bounds: bounds).first("Message-ID").flatMap(MessageIDs.one) else { return }
        report = DeliveryReport(recipients: report?.recipients ?? [], originalMessageID: report?.originalMessageID ?? id)
    }

    private mutating func addFile(_ bytes: Data, _ head: PartHead) {
        guard files.count < bounds.attachments else {
            remarks.insert(.tooManyAttachments)
            return
        }
        files.append(File(head: head, bytes: bytes))
    }
}
