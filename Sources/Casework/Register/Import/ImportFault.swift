/// Why a file or a map can't be read at all. Rows that were read before it are in; the same file can be read again.
package enum ImportFault: Error, Hashable, Sendable {
    case empty
    case utf16
    case separatorUnclear
    case tornHeader
    case headerUnreadable
    case openQuote(line: Int)
    case recordTooLong(line: Int)
    /// A column that the map names and the file has not, or has twice.
    case noColumn(String, there: [String])
    case doubledColumn(String)
    case map(MapMistake)

    /// For a Dutch page.
    package var dutchSentence: String {
        switch self {
        case .empty: "Het bestand is leeg."
        case .utf16: "Het bestand is in UTF-16. Bewaar het als CSV in UTF-8."
        case .separatorUnclear: "Wat de kolommen scheidt, is uit de eerste regel niet duidelijk. Zet het in de kaart: `separator: \";\"`."
        case .tornHeader: "In de eerste regel volgt tekst na een sluitend aanhalingsteken."
        case .headerUnreadable: "De eerste regel is geen UTF-8. Zet bij Windows-1252 in de kaart: `encoding: windows-1252`."
        case .openQuote(let line): "Het aanhalingsteken dat op regel \(line) opent, wordt nooit gesloten. De rijen ervoor zijn gelezen."
        case .recordTooLong(let line):
            "De rij die op regel \(line) begint, is langer dan een mebibyte: staat er een aanhalingsteken open? De rijen ervoor zijn gelezen."
        case .noColumn(let name, let there):
            "De kaart noemt een kolom “\(name)” die het bestand niet heeft. Wel: \(there.joined(separator: ", "))."
        case .doubledColumn(let name): "Het bestand heeft meer dan één kolom “\(name)”, die de kaart noemt."
        case .map(let mistake): "De kaart is niet te lezen. \(mistake.dutch)"
        }
    }

    /// For whoever typed the command.
    package var sentence: String {
        switch self {
        case .empty: "The file is empty."
        case .utf16: "The file is in UTF-16. Save it as CSV in UTF-8."
        case .separatorUnclear: "What parts the columns is not clear from the first line. Say it in the map: `separator: \";\"`."
        case .tornHeader: "In the first line, text follows a closing quote."
        case .headerUnreadable: "The first line is not UTF-8. For a file in Windows-1252, say `encoding: windows-1252` in the map."
        case .openQuote(let line): "The quote that opens on line \(line) is never closed. The rows before it were read."
        case .recordTooLong(let line):
            "The row that begins on line \(line) is longer than a mebibyte: is a quote left open? The rows before it were read."
        case .noColumn(let name, let there):
            "The map names a column “\(name)” that the file does not have. It has: \(there.joined(separator: ", "))."
        case .doubledColumn(let name): "The file has more than one column “\(name)”, which the map names."
        case .map(let mistake): "The map can't be read. \(mistake.english)"
        }
    }
}
