import CLibPQ
import Foundation
import Records

/// What the server refused, with its code. The text never holds values: PostgreSQL puts them into its details and into some of its messages.
struct PostgresFault: Error {
    /// Five letters and digits by which PostgreSQL says what went wrong; empty where the connection itself failed.
    let code: String
    let fault: DatabaseFault

    /// The connection is gone: a transaction in it was undone, unless its commit was under way.
    var isLoss: Bool { code.isEmpty || code.hasPrefix("08") || ["57P01", "57P02", "57P03", "57P05"].contains(code) }
    /// Another transaction was in the way; the same once more may do.
    var isContention: Bool { code == "40001" || code == "40P01" }
    /// A key is doubled: it may have come in between looking and writing, and a second look finds it.
    var isDoubling: Bool { code == "23505" }

    init(code: String, fault: DatabaseFault) { (self.code, self.fault) = (code, fault) }

    init(lost reason: String) { self.init(code: "", fault: .unreachable(reason)) }

    init(_ result: OpaquePointer?) {
        func field(_ name: Int32) -> String { PQresultErrorField(result, name).map { String(cString: $0) } ?? "" }
        let code = field(diagnosticCode)
        let table = field(diagnosticTable)
        let name = field(diagnosticConstraint)
        switch code {
        case "23505": self.init(code: code, fault: .unique(Self.columns(in: field(diagnosticDetail), of: table) ?? name))
        case "23503": self.init(code: code, fault: .foreignKey(name))
        case "23502": self.init(code: code, fault: .check("\(table).\(field(diagnosticColumn))"))
        case "23514", "23P01", "23000": self.init(code: code, fault: .check(name))
        case "P0001": self.init(code: code, fault: .check(field(diagnosticMessage)))
        case "53100": self.init(code: code, fault: .full)
        case "25006": self.init(code: code, fault: .readOnly)
        case "55P03", "57014", "40001", "40P01", "53300": self.init(code: code, fault: .busy)
        case "58030": self.init(code: code, fault: .io("the server can't read or write its files"))
        case "XX001", "XX002": self.init(code: code, fault: .corrupt("PostgreSQL \(code)"))
        case "57P01", "57P02", "57P03": self.init(code: code, fault: .unreachable("the server stops or starts"))
        // Class 42 names tables and columns, never values.
        case _ where code.hasPrefix("42"): self.init(code: code, fault: .other(code: 42, "\(field(diagnosticMessage)) [\(code)]"))
        default: self.init(code: code, fault: .other(code: Int(code.prefix(2), radix: 36) ?? 0, "PostgreSQL refuses this [\(code)]"))
        }
    }

    /// `Key (stream, stream_id)=(complaint, 3) already exists.`: the names, not the values.
    private static func columns(in detail: String, of table: String) -> String? {
        guard let start = detail.firstIndex(of: "("), let end = detail.range(of: ")=(") else { return nil }
        guard start < end.lowerBound else { return nil }
        let names = detail[detail.index(after: start)..<end.lowerBound].split(separator: ",")
        return names.map { "\(table).\($0.drop { $0 == " " })" }.joined(separator: ", ")
    }
}

// The macros are character literals that Swift does not import.
private let diagnosticCode = Int32(UInt8(ascii: "C"))
private let diagnosticMessage = Int32(UInt8(ascii: "M"))
private let diagnosticDetail = Int32(UInt8(ascii: "D"))
private let diagnosticTable = Int32(UInt8(ascii: "t"))
private let diagnosticColumn = Int32(UInt8(ascii: "c"))
private let diagnosticConstraint = Int32(UInt8(ascii: "n"))
