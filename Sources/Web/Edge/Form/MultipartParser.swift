import Foundation

/// Takes a multipart body apart as it streams in (RFC 2046 §5.1.1), on bytes, without holding more than a delimiter of what it has seen.
struct MultipartParser {
    enum Event: Equatable {
        case part(MultipartHeader)
        case data(ArraySlice<UInt8>)
        case endOfPart
    }

    private enum State {
        case preamble, afterDelimiter, header, body, epilogue
    }

    /// The most bytes above one part.
    private static let longestHeader = 8_192

    private let delimiter: [UInt8]
    private var state = State.preamble
    /// Starts with a line ending, so that the first delimiter is like the others.
    private var pending: [UInt8] = [0x0D, 0x0A]

    /// Takes the boundary out of a Content-Type; nil when this is no multipart form, or its boundary none of RFC 2046.
    init?(contentType: String) {
        let parts = contentType.utf8.split(separator: UInt8(ascii: ";"))
        guard let kind = parts.first,
            String(decoding: kind.filter { $0 != 0x20 && $0 != 0x09 }, as: UTF8.self).lowercased() == "multipart/form-data"
        else { return nil }
        let boundaries = parts.dropFirst().compactMap { Self.boundary($0) }
        guard boundaries.count == 1, let boundary = boundaries.first else { return nil }
        guard (1...70).contains(boundary.count), boundary.allSatisfy({ (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "\"") }) else {
            return nil
        }
        delimiter = Array("\r\n--".utf8) + boundary
    }

    private static func boundary(_ parameter: Substring.UTF8View.SubSequence) -> [UInt8]? {
        let trimmed = Array(parameter.drop { $0 == 0x20 || $0 == 0x09 })
        let key = Array("boundary=".utf8)
        guard String(decoding: trimmed.prefix(key.count), as: UTF8.self).lowercased() == "boundary=" else { return nil }
        var value = Array(trimmed.dropFirst(key.count))
        if value.count >= 2, value.first == UInt8(ascii: "\""), value.last == UInt8(ascii: "\"") {
            value = Array(value.dropFirst().dropLast())
        }
        return value
    }

    /// Whether the closing delimiter has come.
    var isComplete: Bool { if case .epilogue = state { true } else { false } }

    /// What these next bytes bring to light.
    mutating func feed(_ bytes: some Sequence<UInt8>) throws(FormError) -> [Event] {
        if case .epilogue = state { return [] }
        pending.append(contentsOf: bytes)
        var events: [Event] = []
        while try advance(&events) {}
        return events
    }

    /// One step; false when more bytes are needed.
    private mutating func advance(_ events: inout [Event]) throws(FormError) -> Bool {
        switch state {
        case .preamble:
            let (_, found) = beforeDelimiter()
            if found { state = .afterDelimiter }
            return found
        case .body:
            let (data, found) = beforeDelimiter()
            if !data.isEmpty { events.append(.data(data)) }
            if found {
                events.append(.endOfPart)
                state = .afterDelimiter
            }
            return found
        case .afterDelimiter: return try readDelimiterTail()
        case .header: return try readHeader(&events)
        case .epilogue: return false
        }
    }

    /// Takes what certainly stands before the next delimiter, and the delimiter with it when it is there.
    private mutating func beforeDelimiter() -> (data: ArraySlice<UInt8>, found: Bool) {
        if let start = pending.firstRange(of: delimiter) {
            let data = pending[..<start.lowerBound]
            pending = Array(pending[start.upperBound...])
            return (data, true)
        }
        let safe = max(0, pending.count - delimiter.count + 1)
        let data = pending[..<safe]
        pending = Array(pending[safe...])
        return (data, false)
    }

    /// Behind a delimiter stand two hyphens (the end), or blanks and a line ending (a part).
    private mutating func readDelimiterTail() throws(FormError) -> Bool {
        guard pending.count >= 2 else { return false }
        if pending.starts(with: "--".utf8) {
            state = .epilogue
            pending = []
            return false
        }
        let blanks = pending.prefix { $0 == 0x20 || $0 == 0x09 }.count
        guard blanks <= 64 else { throw .malformed }
        let ending = pending.dropFirst(blanks).prefix(2)
        guard ending.count == 2 else { return false }
        guard ending.elementsEqual([0x0D, 0x0A]) else { throw .malformed }
        // The line ending stays: it makes an empty header end like any other.
        pending.removeFirst(blanks)
        state = .header
        return true
    }

    private mutating func readHeader(_ events: inout [Event]) throws(FormError) -> Bool {
        guard let end = pending.prefix(Self.longestHeader).firstRange(of: Array("\r\n\r\n".utf8)) else {
            guard pending.count < Self.longestHeader else { throw .malformed }
            return false
        }
        events.append(.part(try MultipartHeader(lines: pending[..<end.lowerBound])))
        pending = Array(pending[end.upperBound...])
        state = .body
        return true
    }
}

extension Collection<UInt8> where Self: RandomAccessCollection, Index == Int {
    /// The first place where these bytes stand; looks for their first byte at the speed of memory.
    fileprivate func firstRange(of wanted: [UInt8]) -> Range<Int>? {
        guard let first = wanted.first else { return nil }
        let found: Int?? = withContiguousStorageIfAvailable { bytes -> Int? in
            guard let base = bytes.baseAddress, bytes.count >= wanted.count else { return nil }
            var start = 0
            while start <= bytes.count - wanted.count {
                guard let hit = memchr(base + start, Int32(first), bytes.count - wanted.count - start + 1) else { return nil }
                let offset = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
                if memcmp(base + offset, wanted, wanted.count) == 0 { return offset }
                start = offset + 1
            }
            return nil
        }
        return (found ?? nil).map { startIndex + $0..<startIndex + $0 + wanted.count }
    }
}
