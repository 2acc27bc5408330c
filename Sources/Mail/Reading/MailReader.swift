package import Foundation

/// Bytes in, a mail out. It takes any bytes, and never fails: what can't be understood is said in the remarks.
///
/// When serving, it runs in a process of its own (`ReadingWorker`).
package struct MailReader: Sendable {
    private let trusted: Set<String>
    private let bounds: ReadingBounds

    /// - Parameter servers: the names (authserv-id) by which our own receiving servers sign their findings about senders.
    package init(trusting servers: Set<String> = [], bounds: ReadingBounds = ReadingBounds()) {
        (trusted, self.bounds) = (servers, bounds)
    }

    /// The mail, and the bytes of its attachments in their order.
    package func read(_ bytes: Data) -> (mail: ReadMail, contents: [Data]) { read(Array(bytes), depth: 0) }

    private func read(_ bytes: [UInt8], depth: Int) -> (mail: ReadMail, contents: [Data]) {
        let headers = HeaderBlock(bytes, bounds: bounds)
        var mail = ReadMail()
        var remarks = headers.remarks
        mail.headers = headers.lines.map { MailHeader(name: CleanText.line(Self.text($0.name), limit: 100), value: Self.decoded($0.value)) }
        mail.subject = headers.first("Subject").map { CleanText.line(GMime.decodedText($0), limit: 1_000) } ?? ""
        mail.date = MailDate(headers.first("Date"))
        fillAddresses(of: &mail, from: headers, remarks: &remarks)
        fillReferences(of: &mail, from: headers, remarks: &remarks)
        mail.authentication = AuthenticationResult(in: headers, trusting: trusted)
        let contents = fillBody(of: &mail, from: bytes, headers: headers, depth: depth, remarks: &remarks)
        if mail.from.isEmpty { remarks.insert(.noFrom) }
        if mail.from.count > 1 { remarks.insert(.severalFrom) }
        if mail.date.seconds == nil { remarks.insert(.noDate) }
        if mail.passages.isEmpty { remarks.insert(.noBody) }
        mail.remarks = ReadingRemark.allCases.filter(remarks.contains)
        return (mail, contents)
    }

    private func fillAddresses(of mail: inout ReadMail, from headers: HeaderBlock, remarks: inout Set<ReadingRemark>) {
        var isCut = false
        func addresses(_ name: StaticString) -> [MailAddress] {
            var found: [MailAddress] = []
            for value in headers.values(name).prefix(20) {
                let (more, isMore) = GMime.addresses(value, limit: bounds.addresses - found.count)
                found += more
                isCut = isCut || isMore
            }
            return found
        }
        mail.from = addresses("From")
        mail.sender = addresses("Sender").first
        mail.to = addresses("To")
        mail.cc = addresses("Cc")
        mail.deliveredTo = addresses("Delivered-To") + addresses("X-Original-To")
        let answers = addresses("Reply-To")
        mail.replyTo = Set(answers.map(\.key)) == Set(mail.from.map(\.key)) ? [] : answers
        if let path = headers.first("Return-Path") {
            let address = MailAddress.normalised(Self.text(path)).map(ReturnPath.address)
            mail.returnPath = RobotSign.isEmptyPath(path) ? .null : address ?? .unknown
        }
        if isCut { remarks.insert(.tooManyAddresses) }
    }

    private func fillReferences(of mail: inout ReadMail, from headers: HeaderBlock, remarks: inout Set<ReadingRemark>) {
        mail.messageID = headers.first("Message-ID").flatMap(MessageIDs.one)
        mail.inReplyTo = headers.values("In-Reply-To").prefix(1).flatMap { MessageIDs.all(in: $0, limit: 20) }
        let all = headers.values("References").prefix(1).flatMap { MessageIDs.all(in: $0, limit: 10_000) }
        // The newest stand last, and they matter most.
        mail.references = Array(all.suffix(bounds.references))
        if all.count > bounds.references { remarks.insert(.tooManyReferences) }
    }

    private func fillBody(
        of mail: inout ReadMail, from bytes: [UInt8], headers: HeaderBlock, depth: Int, remarks: inout Set<ReadingRemark>
    ) -> [Data] {
        mail.robotSigns = RobotSign.signs(in: headers, from: mail.from, subject: mail.subject)
        var walk = PartWalk(bounds: bounds, isFromServer: mail.robotSigns.contains(where: \.isOfServer))
        if let parsed = ParsedMessage(Self.bodyOnly(bytes, headers)) {
            if let root = parsed.root { walk.walk(root) }
            remarks.formUnion(parsed.remarks)
        } else {
            remarks.insert(.malformed)
        }
        remarks.formUnion(walk.remarks)
        mail.deliveryReport = walk.report
        if walk.isReport { mail.robotSigns.append(.report) }
        mail.attachments = AttachmentList.describe(walk.files)
        remarks.formUnion(BodyWriting.write(walk.body, into: &mail, bounds: bounds))
        if PGPArmour.isIn(mail.passages) { remarks.insert(.encrypted) }
        if mail.attachments.contains(where: \.isWinmail) { remarks.insert(.winmail) }
        if mail.attachments.contains(where: \.isLying) { remarks.insert(.lyingType) }
        for inner in walk.mails {
            guard depth < bounds.nestedDepth else {
                remarks.insert(.nestedTooDeep)
                break
            }
            mail.nested.append(nested(inner, depth: depth))
        }
        return walk.files.map(\.bytes)
    }

    private func nested(_ inner: (bytes: Data, file: Int?), depth: Int) -> NestedMail {
        let mail = read(Array(inner.bytes), depth: depth + 1).mail
        return NestedMail(
            from: mail.from, subject: mail.subject, date: mail.date, messageID: mail.messageID, text: mail.text, attachment: inner.file)
    }

    /// What GMime is given: of the head only what describes the body, so that nothing else in it can keep it busy.
    private static func bodyOnly(_ bytes: [UInt8], _ headers: HeaderBlock) -> [UInt8] {
        let describing: [StaticString] = ["Content-Type", "Content-Transfer-Encoding", "Content-Disposition", "Content-ID", "MIME-Version"]
        var reduced: [UInt8] = []
        reduced.reserveCapacity(bytes.count - headers.end + 1024)
        for name in describing {
            guard let value = headers.first(name) else { continue }
            reduced += name.withUTF8Buffer { Array($0) } + Array(": ".utf8) + value + [0x0a]
        }
        return reduced + [0x0a] + bytes[headers.end...]
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func decoded(_ value: [UInt8]) -> String {
        // Most headers are plain, and decoding costs.
        let isPlain = value.allSatisfy { $0 < 0x80 } && !ASCII.contains(value, "=?")
        return CleanText.line(isPlain ? text(value) : GMime.decodedText(value), limit: 4_000)
    }
}
