/// What shows that an earlier mail or a signature begins. Lines are looked at by the byte.
enum QuoteSign {
    static func isQuoted(_ line: [UInt8]) -> Bool {
        let start = line.prefix(4).drop { $0 == 0x20 }
        return start.first == UInt8(ascii: ">")
    }

    static func isSignature(_ line: [UInt8]) -> Bool {
        let bare = ASCII.trimmed(line)
        if bare == Array("--".utf8) || bare == Array("\u{2014}".utf8) { return true }
        let mobile: [StaticString] = [
            "verzonden vanaf mijn ", "verstuurd vanaf mijn ", "verzonden met mijn ", "verstuurd met mijn ", "sent from my ",
            "verzonden vanuit outlook", "outlook voor android downloaden", "outlook voor ios downloaden", "get outlook for ",
            "verzonden vanaf outlook", "sent from outlook", "verstuurd vanuit mail voor windows", "sent from mail for windows",
            "verzonden vanuit mail voor windows", "verzonden via ", "verzonden vanuit proton mail", "sent with proton mail",
        ]
        return bare.count < 120 && mobile.contains { ASCII.begins(bare, with: $0) }
    }

    /// A line that says: from here on it is another mail.
    static func beginsEarlierMail(_ lines: [[UInt8]], at index: Int) -> Bool {
        let bare = withoutStars(lines[index])
        if isSeparator(bare) { return true }
        if bare.count >= 20, bare.allSatisfy({ $0 == UInt8(ascii: "_") }) { return isHeaderBlock(lines, at: index + 1) }
        return isHeaderBlock(lines, at: index)
    }

    /// How many lines introduce a quotation ("Op 3 november schreef Jan:"); 0 when they don't.
    static func attributionLength(_ lines: [[UInt8]], at index: Int) -> Int {
        var joined: [UInt8] = []
        for count in 1...3 where index + count <= lines.count {
            let line = ASCII.trimmed(lines[index + count - 1])
            if line.isEmpty || isQuoted(line) { return 0 }
            joined += (joined.isEmpty ? [] : [0x20]) + line
            guard joined.count <= 500 else { return 0 }
            if joined.last == UInt8(ascii: ":"), isAttribution(joined) { return count }
            if count == 1, !mayBeginAttribution(joined) { return 0 }
        }
        return 0
    }

    private static func mayBeginAttribution(_ line: [UInt8]) -> Bool {
        ["op ", "on ", "le ", "am "].contains { ASCII.begins(line, with: $0) } || ASCII.contains(line, " schreef")
            || ASCII.contains(line, " wrote")
    }

    private static func isAttribution(_ line: [UInt8]) -> Bool {
        guard line.contains(where: ASCII.isDigit) else { return false }
        let verbs: [StaticString] = [" schreef", " wrote", " geschreven", " het volgende geschreven", " a écrit", " schrieb"]
        guard verbs.contains(where: { ASCII.contains(line, $0) }) else { return false }
        let beginnings: [StaticString] = ["op ", "on ", "le ", "am "]
        return beginnings.contains { ASCII.begins(line, with: $0) } || ASCII.contains(line, " schreef op ")
            || line.contains(UInt8(ascii: "@"))
    }

    private static func isSeparator(_ bare: [UInt8]) -> Bool {
        if ASCII.begins(bare, with: "begin doorgestuurd bericht:") || ASCII.begins(bare, with: "begin forwarded message:") { return true }
        guard ASCII.begins(bare, with: "--") else { return false }
        let words = ASCII.trimmed(bare.drop { $0 == UInt8(ascii: "-") || $0 == 0x20 })
        let known: [StaticString] = [
            "oorspronkelijk bericht", "origineel bericht", "oorspronkelijke mail", "original message", "doorgestuurd bericht",
            "forwarded message",
            "ursprüngliche nachricht", "message d'origine", "original appointment", "oorspronkelijke afspraak",
        ]
        return known.contains { ASCII.begins(words, with: $0) }
    }

    /// "Van: …", and within the next lines what else belongs to the head of a mail.
    private static func isHeaderBlock(_ lines: [[UInt8]], at index: Int) -> Bool {
        guard index < lines.count else { return false }
        let first = withoutStars(lines[index])
        guard ASCII.begins(first, with: "van:") || ASCII.begins(first, with: "from:") || ASCII.begins(first, with: "von:") else {
            return false
        }
        let others: [StaticString] = [
            "verzonden:", "sent:", "datum:", "date:", "aan:", "to:", "onderwerp:", "subject:", "gesendet:", "an:", "betreff:",
        ]
        let following = lines[(index + 1)...].prefix(8).map(withoutStars)
        return following.count { line in others.contains { ASCII.begins(line, with: $0) } } >= 2
    }

    /// Bold headers come as stars in plain text; what is quoted keeps its sign and is none of these.
    private static func withoutStars(_ line: [UInt8]) -> [UInt8] { ASCII.trimmed(line.filter { $0 != UInt8(ascii: "*") }) }
}
