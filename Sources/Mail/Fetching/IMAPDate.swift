/// When a mail server got a mail, as IMAP writes it: `20-Nov-2026 10:15:00 +0100`.
enum IMAPDate {
    /// Seconds since 1970; nil for anything else.
    static func seconds(_ bytes: [UInt8]) -> Int64? {
        let parts = ASCII.trimmed(bytes).split { [0x20, UInt8(ascii: "-"), UInt8(ascii: ":")].contains($0) }
        // The sign of a zone behind UTC is cut off with the dashes.
        guard parts.count == 7, let day = number(parts[0]), let month = month(parts[1]), let year = number(parts[2]) else { return nil }
        guard let hour = number(parts[3]), let minute = number(parts[4]), let second = number(parts[5]) else { return nil }
        let isAhead = parts[6].first == UInt8(ascii: "+")
        guard let zone = number(isAhead ? parts[6].dropFirst() : parts[6]), (1...31).contains(day), (1970...9999).contains(year) else {
            return nil
        }
        let offset = (zone / 100 * 60 + zone % 100) * 60 * (isAhead ? 1 : -1)
        return Int64(days(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second - offset)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.count <= 4, digits.allSatisfy(ASCII.isDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    }

    private static func month(_ name: ArraySlice<UInt8>) -> Int? {
        let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        return names.firstIndex(of: String(decoding: ASCII.lowercased(name), as: UTF8.self)).map { $0 + 1 }
    }

    /// Days since 1970 in the Gregorian calendar, years beginning in March so that leap days come last.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
    }
}
