package import Foundation

/// Mails in one file (mbox), one after another, however large the file is.
package final class MailboxFile {
    /// A mail in the file; without bytes when it is larger than the limit.
    package struct Entry: Hashable, Sendable {
        package let bytes: Data?
        package let size: Int
    }

    private static let separator = Array("From ".utf8)
    private let file: FileHandle
    private let limit: Int
    private var buffer: [UInt8] = []
    private var taken = 0
    private var isAtEnd = false
    private var hasBegun = false

    /// Throws when the file can't be read.
    package init(at path: String, limit: Int = 100 << 20) throws {
        file = try FileHandle(forReadingFrom: URL(filePath: path))
        self.limit = limit
    }

    /// Whether a file begins as one of mails does: with the line that begins a mail, or with the head of one. An empty one holds no mail.
    /// Throws when it can't be read.
    static func isOne(at path: String) throws -> Bool {
        let file = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? file.close() }
        let bytes = Array(try file.read(upToCount: 1 << 16) ?? Data())
        if bytes.isEmpty || bytes.starts(with: separator) { return true }
        let lines = HeaderBlock(bytes, bounds: ReadingBounds()).lines
        // Lines with a colon are common. Of the head of a mail that left some program, at least one is known.
        let known: [StaticString] = [
            "From", "Date", "Subject", "Received", "Return-Path", "Delivered-To", "Message-ID", "To", "MIME-Version", "Content-Type",
        ]
        return lines.contains { line in known.contains { ASCII.equal(line.name, $0) } }
    }

    /// How far the file was read, in bytes.
    package private(set) var position: Int64 = 0

    /// The next mail; nil after the last. Throws when the file can't be read on.
    package func next() throws -> Entry? {
        var mail: [UInt8] = []
        var size = 0
        var isAfterBlank = !hasBegun
        var hasSeparator = hasBegun
        while let line = try line(endingMail: isAfterBlank && hasSeparator) {
            if isAfterBlank, !hasSeparator, line.starts(with: Self.separator) {
                (hasSeparator, hasBegun, isAfterBlank) = (true, true, false)
                continue
            }
            hasBegun = true
            hasSeparator = true
            let clean = Self.unquoted(line)
            size += clean.count
            if size <= limit { mail += clean } else { mail = [] }
            isAfterBlank = line == [0x0a] || line == [0x0d, 0x0a]
        }
        if size == 0, isAtEnd, taken == buffer.count { return nil }
        // The blank line before the next mail is none of this one.
        if isAfterBlank, mail.last == 0x0a {
            mail.removeLast()
            if mail.last == 0x0d { mail.removeLast() }
        }
        return Entry(bytes: size > limit ? nil : Data(mail), size: size)
    }

    /// The next line with its break; nil at the end, and after taking the line that begins another mail.
    private func line(endingMail mayEnd: Bool) throws -> [UInt8]? {
        var searched = taken
        while true {
            if let newline = buffer[searched...].firstIndex(of: 0x0a) { return take(to: newline + 1, mayEnd) }
            searched = buffer.count
            // A line without an end is cut, so that it can't fill the memory.
            if searched - taken > 1 << 20 { return take(to: searched, false) }
            if isAtEnd { return taken < buffer.count ? take(to: buffer.count, mayEnd) : nil }
            let before = taken
            try more()
            searched -= before - taken
        }
    }

    private func take(to end: Int, _ mayEnd: Bool) -> [UInt8]? {
        let line = Array(buffer[taken..<end])
        taken = end
        position += Int64(line.count)
        return mayEnd && line.starts(with: Self.separator) ? nil : line
    }

    private func more() throws {
        buffer.removeFirst(taken)
        taken = 0
        guard let piece = try file.read(upToCount: 1 << 18), !piece.isEmpty else {
            isAtEnd = true
            return
        }
        buffer += piece
    }

    /// `>From` at the beginning of a line stands for `From` (and `>>From` for `>From`).
    private static func unquoted(_ line: [UInt8]) -> ArraySlice<UInt8> {
        let rest = line.drop { $0 == UInt8(ascii: ">") }
        return line.first == UInt8(ascii: ">") && rest.starts(with: separator) ? line.dropFirst() : line[...]
    }
}
