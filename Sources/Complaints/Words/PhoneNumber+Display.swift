extension PhoneNumber {
    /// `06 12345678`, `020 123 4567`, `0341 123 456`, `0800 1234`; a foreign one as `+32 470 123 456`.
    package var display: String {
        let digits = e164.dropFirst()
        guard digits.hasPrefix("31") else { return foreign(digits) }
        let national = digits.dropFirst(2)
        if national.hasPrefix("6") { return "06 \(national.dropFirst())" }
        let area = DutchNumbering.areaLength(of: national)
        return "0\(national.prefix(area)) \(PhoneNumber.grouped(national.dropFirst(area)))"
    }

    private func foreign(_ digits: Substring) -> String {
        let country = PhoneNumber.countryCodeLength(of: digits)
        return "+\(digits.prefix(country)) \(PhoneNumber.grouped(digits.dropFirst(country)))"
    }

    /// In threes from the left; what is left over at the end (one digit) joins the last group. Four and under stay together.
    private static func grouped(_ digits: Substring) -> String {
        var rest = digits
        var groups: [Substring] = []
        while rest.utf8.count > 4 {
            groups.append(rest.prefix(3))
            rest = rest.dropFirst(3)
        }
        return (groups + [rest]).joined(separator: " ")
    }

    /// ITU-T E.164: zones 1 and 7 have one digit, the list below two, all others three.
    private static func countryCodeLength(of digits: Substring) -> Int {
        if digits.hasPrefix("1") || digits.hasPrefix("7") { return 1 }
        return twoDigitCountries.contains(digits.prefix(2)) ? 2 : 3
    }

    private static let twoDigitCountries: Set<Substring> = [
        "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "51", "52", "53", "54",
        "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
    ]
}
