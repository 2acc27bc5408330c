import CLibPQ
import Records

/// The rows that a statement gave; freed with the last reference.
final class PostgresResult {
    let pointer: OpaquePointer?

    init(_ pointer: OpaquePointer?) { self.pointer = pointer }
    deinit { PQclear(pointer) }

    var status: ExecStatusType { PQresultStatus(pointer) }
    var rows: Int32 { PQntuples(pointer) }
    /// Rows that were inserted, updated or deleted; 0 for SELECT.
    var changed: Int {
        let tag = PQcmdStatus(pointer).map { String(cString: $0) } ?? ""
        return tag.hasPrefix("SELECT") ? 0 : Int(PQcmdTuples(pointer).map { String(cString: $0) } ?? "") ?? 0
    }
    var tag: String { PQcmdStatus(pointer).map { String(cString: $0) } ?? "" }
}

/// One row, read by column where the answer lies, in PostgreSQL's binary format.
struct PostgresRow: SQLRow {
    /// Held: what a row points to is freed with its result.
    private let answer: PostgresResult
    private let row: Int32

    private var result: OpaquePointer? { answer.pointer }

    init(_ answer: PostgresResult, _ row: Int32 = 0) { (self.answer, self.row) = (answer, row) }

    func optionalInteger(_ column: Int) -> Int64? {
        bytes(column) { type, bytes in
            switch type {
            case .bool: Int64(bytes.first ?? 0)
            case .short: Int64(BigEndian.read(bytes, as: Int16.self))
            case .integer: Int64(BigEndian.read(bytes, as: Int32.self))
            case .long: BigEndian.read(bytes, as: Int64.self)
            case .real, .double: Int64(exactly: double(type, bytes).rounded(.towardZero)) ?? 0
            case .numeric: BinaryNumeric(bytes).integer
            default: Int64(String(decoding: bytes, as: UTF8.self)) ?? 0
            }
        }
    }

    func optionalReal(_ column: Int) -> Double? {
        bytes(column) { type, bytes in
            switch type {
            case .real, .double: double(type, bytes)
            case .numeric: BinaryNumeric(bytes).double
            case .bool, .short, .integer, .long: Double(optionalInteger(column) ?? 0)
            default: Double(String(decoding: bytes, as: UTF8.self)) ?? 0
            }
        }
    }

    func optionalText(_ column: Int) -> String? {
        bytes(column) { type, bytes in
            switch type {
            case .bool, .short, .integer, .long: "\(optionalInteger(column) ?? 0)"
            case .real, .double, .numeric: "\(optionalReal(column) ?? 0)"
            default: String(decoding: bytes, as: UTF8.self)
            }
        }
    }

    func optionalBlob(_ column: Int) -> [UInt8]? { bytes(column) { _, bytes in Array(bytes) } }

    private func double(_ type: ValueType, _ bytes: UnsafeRawBufferPointer) -> Double {
        type == .real
            ? Double(Float(bitPattern: BigEndian.read(bytes, as: UInt32.self)))
            : Double(bitPattern: BigEndian.read(bytes, as: UInt64.self))
    }

    private func bytes<T>(_ column: Int, _ body: (ValueType, UnsafeRawBufferPointer) -> T) -> T? {
        let column = Int32(clamping: column)
        guard column < PQnfields(result), PQgetisnull(result, row, column) == 0 else { return nil }
        let length = Int(PQgetlength(result, row, column))
        return body(ValueType(PQftype(result, column)), UnsafeRawBufferPointer(start: PQgetvalue(result, row, column), count: length))
    }
}

/// The types that are not text or bytes, by the numbers that PostgreSQL gives them for ever.
enum ValueType {
    case bool, short, integer, long, real, double, numeric, other

    init(_ oid: Oid) {
        switch oid {
        case 16: self = .bool
        case 20: self = .long
        case 21: self = .short
        case 23: self = .integer
        case 700: self = .real
        case 701: self = .double
        case 1700: self = .numeric
        default: self = .other
        }
    }
}

enum BigEndian {
    /// 0 where there are not enough bytes.
    static func read<T: FixedWidthInteger>(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0, as type: T.Type) -> T {
        guard offset + MemoryLayout<T>.size <= bytes.count else { return 0 }
        return T(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: T.self))
    }
}

/// PostgreSQL's number of any size, as sums of whole numbers are: groups of four decimal digits.
struct BinaryNumeric {
    private let digits: [Int16]
    private let weight: Int
    private let isNegative: Bool

    init(_ bytes: UnsafeRawBufferPointer) {
        let count = max(0, Int(BigEndian.read(bytes, as: Int16.self)))
        weight = Int(BigEndian.read(bytes, at: 2, as: Int16.self))
        isNegative = BigEndian.read(bytes, at: 4, as: UInt16.self) == 0x4000
        digits = (0..<count).map { BigEndian.read(bytes, at: 8 + 2 * $0, as: Int16.self) }
    }

    /// The whole part; the largest or smallest there is where it does not fit.
    var integer: Int64 {
        var sum: Int64 = 0
        if weight < 0 { return 0 }
        for index in 0...weight {
            let digit = Int64(index < digits.count ? digits[index] : 0)
            let (product, isTooMuch) = sum.multipliedReportingOverflow(by: 10_000)
            let (next, isOver) = product.addingReportingOverflow(isNegative ? -digit : digit)
            if isTooMuch || isOver { return isNegative ? .min : .max }
            sum = next
        }
        return sum
    }

    var double: Double {
        var sum = 0.0
        var place = 1.0
        for _ in 0..<max(0, weight) { place *= 10_000 }
        for _ in 0..<max(0, -weight) { place /= 10_000 }
        for digit in digits {
            sum += Double(digit) * place
            place /= 10_000
        }
        return isNegative ? -sum : sum
    }
}
