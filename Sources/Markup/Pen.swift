/// Writes a page into memory of its own, which doubles whenever it is full.
struct Pen: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity = 32_768
    private var count = 0

    init() { start = .allocate(capacity: capacity) }

    deinit { start.deallocate() }

    /// All that was written so far.
    var written: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

    /// Up to three literals, one after another.
    @inline(__always)
    mutating func write(_ first: StaticString, _ second: StaticString = "", _ third: StaticString = "") {
        reserve(first.utf8CodeUnitCount + second.utf8CodeUnitCount + third.utf8CodeUnitCount)
        put(first.utf8Start, first.utf8CodeUnitCount)
        put(second.utf8Start, second.utf8CodeUnitCount)
        put(third.utf8Start, third.utf8CodeUnitCount)
    }

    /// Markup that was written before.
    mutating func write(_ markup: [UInt8]) {
        markup.withUnsafeBufferPointer { source in
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

    private mutating func writeEscaped(_ source: UnsafePointer<UInt8>, _ count: Int) {
        var done = 0
        var index = nextSuspect(in: source, from: 0, to: count)
        while index < count {
            if let replacement = replacement(for: source[index]) {
                copy(source + done, index - done)
                write(replacement)
                done = index + 1
            }
            index = nextSuspect(in: source, from: index + 1, to: count)
        }
        copy(source + done, count - done)
    }

    private mutating func copy(_ source: UnsafePointer<UInt8>, _ length: Int) {
        reserve(length)
        put(source, length)
    }

    @inline(__always)
    private mutating func reserve(_ length: Int) {
        if length > capacity - count { grow(by: length) }
    }

    @inline(__always)
    private mutating func put(_ source: UnsafePointer<UInt8>, _ length: Int) {
        (start + count).update(from: source, count: length)
        count += length
    }

    private mutating func grow(by length: Int) {
        capacity = max(2 * capacity, count + length)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: start, count: count)
        start.deallocate()
        start = larger
    }
}
