/// A file as a stream of bytes: one chunk in memory at a time.
struct ByteSource {
    private static let chunkSize = 1 << 16

    private let more: () throws -> [UInt8]
    private var chunk: [UInt8] = []
    private var position = 0
    private var isAtEnd = false

    init(more: @escaping () throws -> [UInt8]) { self.more = more }

    /// What is in memory and was not read yet.
    var ahead: ArraySlice<UInt8> { chunk[position...] }

    func starts(with bytes: [UInt8]) -> Bool { ahead.starts(with: bytes) }

    mutating func skip(_ count: Int) { position = min(position + count, chunk.count) }

    /// Takes a whole chunk in, as far as the file goes, so that one can look ahead.
    mutating func fill() throws {
        while ahead.count < Self.chunkSize, !isAtEnd { try take() }
    }

    mutating func peek() throws -> UInt8? {
        while position >= chunk.count {
            if isAtEnd { return nil }
            try take()
        }
        return chunk[position]
    }

    mutating func next() throws -> UInt8? {
        guard let byte = try peek() else { return nil }
        position += 1
        return byte
    }

    private mutating func take() throws {
        let bytes = try more()
        if bytes.isEmpty { isAtEnd = true }
        chunk = chunk[position...] + bytes
        position = 0
    }
}
