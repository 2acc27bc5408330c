import Testing

@testable import Mail

@Suite struct IMAPDateTests {
    @Test(arguments: [
        ("20-Nov-2026 10:15:00 +0100", 1_795_166_100), (" 1-Jan-1970 00:00:00 +0000", 0), ("29-Feb-2024 23:59:59 -0500", 1_709_269_199),
    ])
    func `a moment is read`(text: String, seconds: Int64) { #expect(IMAPDate.seconds(Array(text.utf8)) == seconds) }

    @Test(arguments: ["", "x", "20-Nov-2026", "20-Foo-2026 10:15:00 +0100", "99-Nov-2026 10:15:00 +0100", "20-Nov-2026 10:15:00 +999999"])
    func `anything else is none`(text: String) { #expect(IMAPDate.seconds(Array(text.utf8)) == nil) }
}
