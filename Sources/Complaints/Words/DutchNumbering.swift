/// The Dutch numbering plan (Nummerplan telefoon- en ISDN-diensten), as far as lengths and area codes go. Numbers are without the zero.
enum DutchNumbering {
    /// How many digits a number may have that begins so, shortest first.
    static func lengths(of national: String) -> [Int] {
        if services.contains(where: national.hasPrefix) { return [7, 10] }
        return national.hasPrefix("97") ? [9, 11] : [9]
    }

    /// How long the area or service code is.
    static func areaLength(of national: some StringProtocol) -> Int {
        if services.contains(where: national.hasPrefix) || national.hasPrefix("97") { return 3 }
        return shortAreas.contains(String(national.prefix(2))) ? 2 : 3
    }

    private static let services = ["800", "900", "906", "909"]

    /// Area codes of three digits with the zero (020), and the codes that belong to no area (085, 088).
    private static let shortAreas: Set<String> = [
        "10", "13", "15", "20", "23", "24", "26", "30", "33", "35", "36", "38", "40", "43", "45", "46", "50", "53", "55", "58",
        "70", "71", "72", "73", "74", "75", "76", "77", "78", "79", "82", "84", "85", "87", "88", "91",
    ]
}
