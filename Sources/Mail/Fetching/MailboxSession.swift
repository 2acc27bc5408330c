package import Dialling
package import Foundation

/// What a mailbox is like when it is opened.
package struct MailboxState: Hashable, Sendable {
    /// When this changes, all numbers of mails have changed.
    package let uidValidity: UInt32
    package let mailCount: Int
    /// The number that the next mail gets; mails there are now have smaller ones.
    package let uidNext: UInt32
}

/// A mail that waits in a mailbox.
package struct WaitingMail: Hashable, Sendable {
    package let uid: UInt32
    package let size: Int
    /// When the server got it, in seconds since 1970; nil when it does not say.
    package let received: Int64?
}

/// One mailbox at an IMAP server, kept open between looks. Nothing that it does marks mail as read.
package final class MailboxSession: @unchecked Sendable {
    /// At most so many mails are asked about at once.
    package static let windowSize = 200

    // All of this is touched on `thread` only.
    private var conversation: IMAPConversation?
    private var mailCount = 0
    private var keepsKeywords = false
    private var capabilities: Set<String> = []
    private let thread = OwnThread("mailbox")
    private let destination: Destination
    private let mailbox: MailboxName
    private let dialler: Dialler
    private let mailLimit: Int

    /// - Parameter mailLimit: larger mails are listed but not fetched.
    package init(_ mailbox: MailboxName, at destination: Destination, with dialler: Dialler, mailLimit: Int = 100 << 20) {
        (self.mailbox, self.destination, self.dialler, self.mailLimit) = (mailbox, destination, dialler, mailLimit)
    }

    /// Connects, logs in and opens the mailbox. Throws `MailboxFault`.
    package func open(login: Login) async throws -> MailboxState {
        try await thread.run { [self] in try connect(login) }
    }

    /// The next mails after a number, oldest first, at most `windowSize` of them; none when there are no more. Throws `MailboxFault`.
    package func waiting(after uid: UInt32) async throws -> [WaitingMail] {
        try await thread.run { [self] in try window(after: uid, Self.described) { $0 } }
    }

    /// The same mails by their numbers alone: a server that can't tell of one mail can still say that it is there. Throws `MailboxFault`.
    func numbers(after uid: UInt32) async throws -> [UInt32] {
        try await thread.run { [self] in try window(after: uid, "UID") { $0.uid } }
    }

    /// Other mails by which it can be seen whether the server gives any: those behind this one, the newest first of all; where nothing came
    /// after it, those before. Throws `MailboxFault`.
    package func others(than uid: UInt32) async throws -> [UInt32] {
        try await thread.run { [self] in
            let later = try window(after: uid, "UID") { $0.uid }
            guard !later.isEmpty else { return try window(after: 0, "UID") { $0.uid }.filter { $0 != uid } }
            let newest = try number(at: mailCount, talk())
            return [newest] + later.filter { $0 != newest }
        }
    }

    /// One mail; nil when it is gone. Throws `MailboxFault`.
    package func look(at uid: UInt32) async throws -> WaitingMail? {
        try await thread.run { [self] in
            var found: WaitingMail?
            try talk().command(Array("UID FETCH \(uid) (\(Self.described))".utf8)) { response in
                note(response)
                if let mail = Self.waiting(in: response), mail.uid == uid { found = mail }
            }
            return found
        }
    }

    /// The bytes of mails, each handed over as it comes; one that is gone meanwhile is not. Throws `MailboxFault`.
    package func fetch(_ uids: [UInt32]) async throws -> [(uid: UInt32, bytes: Data)] {
        try await thread.run { [self] in try bodies(uids) }
    }

    /// Deals with mails that are safe with us. Throws `MailboxFault`.
    package func settle(_ uids: [UInt32], by settling: Settling) async throws {
        if uids.isEmpty { return }
        try await thread.run { [self] in try perform(settling, on: uids) }
    }

    package func close() async {
        await thread.run { [self] in
            try? conversation?.command(Array("LOGOUT".utf8))
            conversation = nil
        }
    }

    private func connect(_ login: Login) throws -> MailboxState {
        conversation = nil
        let line: Line
        do { line = try Line(.imap, at: destination, login: login, with: dialler) } catch { throw MailboxFault.dial(error) }
        let talk = IMAPConversation(on: line, secondsForCommand: dialler.deadlines.total, literalLimit: mailLimit)
        try talk.command(Array("CAPABILITY".utf8)) { response in
            guard response.isAtom("CAPABILITY", at: 1) else { return }
            capabilities = Set(response.tokens.indices.compactMap { response.atom(at: $0) }.map { Self.upper($0) })
        }
        var (validity, next): (UInt32?, UInt32?)
        keepsKeywords = false
        do {
            try talk.command(Array("SELECT ".utf8) + mailbox.quoted) { response in
                note(response)
                validity = response.number(after: "[UIDVALIDITY") ?? validity
                next = response.number(after: "[UIDNEXT") ?? next
                if response.isAtom("[PERMANENTFLAGS", at: 2) { keepsKeywords = response.tokens.contains(.atom(Array("\\*".utf8))) }
            }
        } catch MailboxFault.refused {
            throw MailboxFault.noSuchMailbox(mailbox.text)
        }
        guard let validity else { throw MailboxFault.garbled("a mailbox without UIDVALIDITY") }
        conversation = talk
        // A server need not say which number comes next: then it is the one behind the last. It may give any, the highest too.
        let last = try next == nil && mailCount > 0 ? number(at: mailCount, talk) : 0
        return MailboxState(uidValidity: validity, mailCount: mailCount, uidNext: next ?? last &+ 1)
    }

    private static func upper(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.map { (97...122).contains($0) ? $0 - 32 : $0 }, as: UTF8.self)
    }

    /// How many mails there are is told at any time.
    private func note(_ response: IMAPResponse) {
        if response.isAtom("EXISTS", at: 2), let count = IMAPResponse.number(response.atom(at: 1)) { mailCount = Int(count) }
        if response.isAtom("EXPUNGE", at: 2) { mailCount = max(0, mailCount - 1) }
    }

    private func talk() throws -> IMAPConversation {
        guard let conversation else { throw MailboxFault.dial(.closed) }
        return conversation
    }

    /// Numbers of mails ascend with their places, so the first after `uid` is found by halving; then a window of places is asked for.
    /// So no answer is long, however many mails there are and however far apart their numbers.
    private func window<Found>(after uid: UInt32, _ what: String, _ pick: (WaitingMail) -> Found) throws -> [Found] {
        let talk = try talk()
        // The server is asked for news only when all that it told of is known.
        if try !hasMore(after: uid, talk) {
            try talk.command(Array("NOOP".utf8), each: note)
            if try !hasMore(after: uid, talk) { return [] }
        }
        let count = mailCount
        var low = 1
        var high = uid == 0 ? 1 : count
        while low < high {
            let middle = (low + high) / 2
            if try number(at: middle, talk) > uid { high = middle } else { low = middle + 1 }
        }
        var waiting: [WaitingMail] = []
        let last = min(count, low + Self.windowSize - 1)
        try talk.command(Array("FETCH \(low):\(last) (\(what))".utf8)) { response in
            note(response)
            if let mail = Self.waiting(in: response), mail.uid > uid { waiting.append(mail) }
        }
        return waiting.sorted { $0.uid < $1.uid }.map(pick)
    }

    private static let described = "UID RFC822.SIZE INTERNALDATE"

    private static func waiting(in response: IMAPResponse) -> WaitingMail? {
        guard response.isAtom("FETCH", at: 2), let uid = response.number(after: "UID") else { return nil }
        return WaitingMail(
            uid: uid, size: Int(response.number(after: "RFC822.SIZE") ?? 0),
            received: response.string(after: "INTERNALDATE").flatMap(IMAPDate.seconds))
    }

    private func hasMore(after uid: UInt32, _ talk: IMAPConversation) throws -> Bool {
        guard mailCount > 0 else { return false }
        return try uid == 0 || number(at: mailCount, talk) > uid
    }

    private func number(at place: Int, _ talk: IMAPConversation) throws -> UInt32 {
        var number: UInt32?
        try talk.command(Array("FETCH \(place) (UID)".utf8)) { response in
            note(response)
            if response.isAtom("FETCH", at: 2), IMAPResponse.number(response.atom(at: 1)) == UInt32(clamping: place) {
                number = response.number(after: "UID") ?? number
            }
        }
        guard let number else { throw MailboxFault.garbled("a mail without a number") }
        return number
    }

    private func bodies(_ uids: [UInt32]) throws -> [(uid: UInt32, bytes: Data)] {
        guard !uids.isEmpty else { return [] }
        var found: [(uid: UInt32, bytes: Data)] = []
        try talk().command(Array("UID FETCH \(Self.list(uids)) (UID BODY.PEEK[])".utf8)) { response in
            note(response)
            guard response.isAtom("FETCH", at: 2), let uid = response.number(after: "UID"), uids.contains(uid) else { return }
            if let bytes = response.string(after: "BODY[]") { found.append((uid, Data(bytes))) }
        }
        return found
    }

    private func perform(_ settling: Settling, on uids: [UInt32]) throws {
        let talk = try talk()
        let list = Self.list(uids)
        switch settling {
        case .leave: return
        case .mark(let word):
            guard keepsKeywords else { return }
            try talk.command(Array("UID STORE \(list) +FLAGS.SILENT (\(word.text))".utf8), each: note)
        case .move(let target):
            do {
                try move(list, to: target, talk)
            } catch MailboxFault.refused(_, let answer) where answer.contains("[TRYCREATE]") {
                try talk.command(Array("CREATE ".utf8) + target.quoted, each: note)
                try move(list, to: target, talk)
            }
        }
    }

    private func move(_ list: String, to target: MailboxName, _ talk: IMAPConversation) throws {
        if capabilities.contains("MOVE") { return try talk.command(Array("UID MOVE \(list) ".utf8) + target.quoted, each: note) }
        try talk.command(Array("UID COPY \(list) ".utf8) + target.quoted, each: note)
        try talk.command(Array("UID STORE \(list) +FLAGS.SILENT (\\Deleted)".utf8), each: note)
        // Without UIDPLUS, expunging would take away what others marked as well.
        if capabilities.contains("UIDPLUS") { try talk.command(Array("UID EXPUNGE \(list)".utf8), each: note) }
    }

    private static func list(_ uids: [UInt32]) -> String { uids.prefix(windowSize).map { "\($0)" }.joined(separator: ",") }
}
