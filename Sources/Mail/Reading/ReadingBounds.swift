/// How much of a mail is looked at. What lies beyond is said in the remarks; the original is kept by others.
package struct ReadingBounds: Hashable, Sendable {
    package var headers = 500
    package var headerBytes = 16_384
    package var addresses = 200
    package var references = 100
    package var parts = 500
    package var depth = 20
    package var textBytes = 1 << 20
    package var markupBytes = 2 << 20
    package var markupMemory = 64 << 20
    package var markupPieces = 50_000
    package var attachments = 200
    package var nestedDepth = 3

    package init() {}
}
