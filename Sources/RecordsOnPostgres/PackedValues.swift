import Records

/// Values of one statement as libpq wants them, in one piece of memory. Numbers and texts go as text, so that the server takes their types
/// from where they stand in the statement; bytes go as bytes.
struct PackedValues {
    private var bytes: [CChar] = []
    /// Where each begins; -1 for NULL.
    private var starts: [Int] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    /// Throws `DatabaseFault.check` for a text with U+0000, which PostgreSQL can't hold.
    init(_ values: [SQLValue]) throws {
        for value in values {
            starts.append(bytes.count)
            formats.append(0)
            switch value {
            case .null: starts[starts.count - 1] = -1
            case .integer(let number): append(String(number))
            case .real(let number): append(String(number))
            case .text(let text):
                append(text)
                if bytes[(starts.last ?? 0)..<(bytes.count - 1)].contains(0) { throw DatabaseFault.check("text without U+0000") }
            case .blob(let blob):
                blob.withUnsafeBytes { bytes.append(contentsOf: $0.assumingMemoryBound(to: CChar.self)) }
                bytes.append(0)
                formats[formats.count - 1] = 1
            }
            lengths.append(starts.last == -1 ? 0 : Int32(clamping: bytes.count - 1 - (starts.last ?? 0)))
        }
    }

    private mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in utf8.withMemoryRebound(to: CChar.self) { bytes.append(contentsOf: $0) } }
        bytes.append(0)
    }

    var count: Int { starts.count }

    /// Lends pointers to the values, their lengths and their formats.
    func lend<T>(
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> T
    ) -> T {
        bytes.withUnsafeBufferPointer { memory in
            let pointers = starts.map { start -> UnsafePointer<CChar>? in start < 0 ? nil : memory.baseAddress.map { $0 + start } }
            return pointers.withUnsafeBufferPointer { pointers in
                lengths.withUnsafeBufferPointer { lengths in
                    formats.withUnsafeBufferPointer { body(pointers.baseAddress, lengths.baseAddress, $0.baseAddress) }
                }
            }
        }
    }
}
