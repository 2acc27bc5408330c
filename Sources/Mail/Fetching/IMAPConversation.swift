import Dialling
import Foundation

/// Commands to an IMAP server and its answers. Literals are counted by the byte: what a mail holds is never taken for an answer.
///
/// libcurl connects and logs in; its own fetching marks mail as read or hands it over line by line, so the rest is ours.
final class IMAPConversation {
    private let line: Line
    private let deadline: TimeInterval
    private let literalLimit: Int
    private static let lineLimit = 1 << 20
    private var buffer: [UInt8] = []
    private var taken = 0
    private var commandCount = 0

    init(on line: Line, secondsForCommand seconds: Int, literalLimit: Int) {
        (self.line, deadline, self.literalLimit) = (line, TimeInterval(seconds), literalLimit)
    }

    /// Says a command and hands over each answer that is not its end. Throws `MailboxFault`; a refusal holds the server's words.
    func command(_ words: [UInt8], each: (IMAPResponse) throws -> Void = { _ in }) throws {
        commandCount += 1
        let tag = Array("G\(commandCount)".utf8)
        let until = Date().addingTimeInterval(deadline)
        try dialled { () throws(DialFault) in try line.send(tag + [0x20] + words + [0x0d, 0x0a]) }
        while true {
            let response = try response(until: until)
            if response.atom(at: 0) == tag {
                if response.isAtom("OK", at: 1) { return }
                let name = String(decoding: words.prefix { $0 != UInt8(ascii: "\"") }.prefix(40), as: UTF8.self)
                // The tag is ours, and the words behind it the server's.
                let answer = String(decoding: response.line.dropFirst(tag.count), as: UTF8.self)
                throw MailboxFault.refused(command: name, answer: CleanText.line(answer, limit: 300))
            }
            guard response.atom(at: 0) == [UInt8(ascii: "*")] else { throw MailboxFault.garbled("an answer to nothing") }
            if response.isAtom("BYE", at: 1) { throw MailboxFault.dial(.closed) }
            try each(response)
        }
    }

    private func response(until: Date) throws -> IMAPResponse {
        var response = IMAPResponse()
        while true {
            let part = try nextLine(until: until)
            guard let literal = Self.literal(endOf: part) else {
                response.add(line: part)
                return response
            }
            guard literal.size <= literalLimit else { throw MailboxFault.dial(.answerTooLarge(limit: literalLimit)) }
            response.add(line: Array(part[..<literal.start]))
            response.add(literal: try exactly(literal.size, until: until))
            guard response.line.count <= Self.lineLimit else { throw MailboxFault.garbled("an answer without an end") }
        }
    }

    /// `{123}` at the end of a line: so many bytes follow.
    private static func literal(endOf line: [UInt8]) -> (start: Int, size: Int)? {
        guard line.last == UInt8(ascii: "}"), let open = line.lastIndex(of: UInt8(ascii: "{")) else { return nil }
        let digits = line[(open + 1)..<(line.count - 1)]
        guard !digits.isEmpty, digits.count <= 10, digits.allSatisfy(ASCII.isDigit) else { return nil }
        return Int(String(decoding: digits, as: UTF8.self)).map { (open, $0) }
    }

    private func nextLine(until: Date) throws -> [UInt8] {
        var searched = taken
        while true {
            if let newline = buffer[searched...].firstIndex(of: 0x0a) {
                var line = Array(buffer[taken..<newline])
                if line.last == 0x0d { line.removeLast() }
                taken = newline + 1
                return line
            }
            searched = buffer.count
            guard buffer.count - taken <= Self.lineLimit else { throw MailboxFault.garbled("a line without an end") }
            let before = taken
            try more(until: until)
            searched -= before - taken
        }
    }

    private func exactly(_ count: Int, until: Date) throws -> [UInt8] {
        buffer.reserveCapacity(taken + count)
        while buffer.count - taken < count { try more(until: until) }
        defer { taken += count }
        return Array(buffer[taken..<(taken + count)])
    }

    private func more(until: Date) throws {
        guard Date() < until else { throw MailboxFault.dial(.tooSlow(seconds: Int(deadline))) }
        if taken > 1 << 20 || taken == buffer.count {
            buffer.removeFirst(taken)
            taken = 0
        }
        buffer += try dialled { () throws(DialFault) in try line.receive() }
    }

    private func dialled<Value>(_ work: () throws(DialFault) -> Value) throws -> Value {
        do { return try work() } catch { throw MailboxFault.dial(error) }
    }
}
