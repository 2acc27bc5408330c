/// What the words of a chapter may leave to the rules: `{first-contact}` becomes "2 werkdagen", so that text and practice can't differ.
package enum ProcedureMark: String, CaseIterable, Hashable, Sendable {
    case organisation, phone, email, reopening
    case firstContact = "first-contact"
    case acknowledgement, resolution, progress, statutory

    /// A text in pieces: words, and between them what is to be filled in.
    package enum Piece: Hashable, Sendable {
        case words(String)
        case mark(ProcedureMark)
        /// A word between braces that is no mark.
        case unknown(String)
    }

    package static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = Substring(text)
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
            let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
        {
            let name = String(rest[rest.utf8.index(after: open)..<close])
            pieces.append(.words(String(rest[..<open])))
            pieces.append(ProcedureMark(rawValue: name).map { .mark($0) } ?? .unknown(name))
            rest = rest[rest.utf8.index(after: close)...]
        }
        return pieces + [.words(String(rest))]
    }

    /// The words at a brace that nothing closes, or that nothing opens: readers would see it as it stands. Nil where there is none.
    static func loneBrace(in text: String) -> String? {
        let bytes = text.utf8
        var open: String.Index?
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "{"):
                if let open { return String(text[open...].prefix(longestQuote)) }
                open = index
            case UInt8(ascii: "}"):
                if open == nil { return String(text[...index].suffix(longestQuote)) }
                open = nil
            default: break
            }
        }
        return open.map { String(text[$0...].prefix(longestQuote)) }
    }

    private static let longestQuote = 24

    static func names(in text: String) -> [String] {
        pieces(of: text).compactMap { piece in
            switch piece {
            case .words: nil
            case .mark(let mark): mark.rawValue
            case .unknown(let name): name
            }
        }
    }

    /// The promise whose term it stands for.
    package var promise: PromiseKind? {
        switch self {
        case .acknowledgement: .acknowledgement
        case .firstContact: .firstContact
        case .resolution: .resolution
        case .progress: .progress
        case .statutory: .statutory
        case .organisation, .phone, .email, .reopening: nil
        }
    }
}

extension Procedure {
    /// Whether there is something to say in the place of this mark.
    func fills(_ mark: ProcedureMark) -> Bool { mark.promise.map { generalRule(for: $0) != nil } ?? true }
}
