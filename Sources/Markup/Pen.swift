/// Writes into memory whose size was worked out beforehand: an element is then one allocation and a few block copies.
///
/// Every write is checked against the room that is left, so a wrong sum stops the program instead of spoiling memory.
struct Pen {
    private var next: UnsafeMutablePointer<UInt8>
    private var room: Int

    /// Bytes written by a closure that needs at most `room` bytes.
    static func write(room: Int, _ body: (inout Pen) -> Void) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            guard let start = buffer.baseAddress else { return }
            var pen = Pen(next: start, room: room)
            body(&pen)
            count = room - pen.room
        }
    }

    mutating func write(_ literal: StaticString) {
        copy(literal.utf8Start, literal.utf8CodeUnitCount)
    }

    mutating func write(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { source in
            if let start = source.baseAddress { copy(start, source.count) }
        }
    }

    /// Writes a text with its signs escaped; see `Escaping`.
    mutating func writeEscaped(_ text: String) {
        var text = text
        text.withUTF8 { source in
            guard let start = source.baseAddress else { return }
            writeEscaped(start, source.count)
        }
    }

    mutating func writeEscaped(_ source: UnsafePointer<UInt8>, _ count: Int) {
        var start = 0
        var index = nextSuspect(in: source, from: 0, to: count)
        while index < count {
            if let replacement = replacement(for: source[index]) {
                copy(source + start, index - start)
                write(replacement)
                start = index + 1
            }
            index = nextSuspect(in: source, from: index + 1, to: count)
        }
        copy(source + start, count - start)
    }

    private mutating func copy(_ source: UnsafePointer<UInt8>, _ count: Int) {
        precondition(count <= room, "a piece of a page is longer than was worked out")
        next.update(from: source, count: count)
        next += count
        room -= count
    }
}
