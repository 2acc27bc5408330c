/// The names that senders give to files, made safe to show and to offer: only ever a label, never a path of ours.
enum FileName {
    static let longest = 120

    /// Without folders, control characters, line and direction marks, and dots or spaces at its ends; never empty, at most 120 characters,
    /// of which the extension is kept.
    static func normalised(_ bytes: some Sequence<UInt8>) -> String {
        let last = Array(bytes).split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }.last ?? []
        var scalars = String(decoding: last, as: UTF8.self).unicodeScalars.filter(isShown)
        while let end = scalars.last, end == "." || end.properties.isWhitespace { scalars.removeLast() }
        let start = scalars.firstIndex { $0 != "." && !$0.properties.isWhitespace } ?? scalars.endIndex
        let name = shortened(Array(scalars[start...]))
        return name.isEmpty ? "bestand" : name
    }

    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        default: !"<>:\"|?*".unicodeScalars.contains(scalar)  // what Windows cannot save
        }
    }

    private static func shortened(_ scalars: [Unicode.Scalar]) -> String {
        var kept = scalars
        if scalars.count > longest {
            let dot = scalars.lastIndex(of: ".").flatMap { scalars.count - $0 <= 12 ? $0 : nil } ?? scalars.count
            kept = Array(scalars.prefix(longest - (scalars.count - dot)) + scalars[dot...])
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: kept)
        return String(text)
    }
}
