import Testing

import Markup

struct SafeAddressTests {
    @Test(arguments: [
        "/klachten/4827-1936-5", "/", "", "?q=a:b", "#main", "a/b", "./a", "/a?next=//b", "/a:b", "https://example.org/a?b#c",
        "HTTP://example.org", "mailto:klacht@example.org", "tel:+31201234567", "/klachten?q=javascript:alert(1)",
    ])
    func `an address that leads where it says is kept`(address: String) {
        #expect(safeAddress(address) == address)
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "\tjavascript:alert(1)", "\u{0}javascript:alert(1)",
        "\u{1}\u{1F}javascript:alert(1)", "java\nscript:alert(1)", "java\tscript:alert(1)", "javascript\u{301}:alert(1)", "vbscript:x",
        "data:text/html,<script>1</script>", "//evil", "/\\evil", "\\\\evil", "\\evil", "///evil", "http:evil", "https:/evil", "ftp://a",
        "blob:x", "filesystem:x", "about:blank", ":x", "\r\n//evil", " //evil",
    ])
    func `any other address becomes a fragment`(address: String) {
        #expect(safeAddress(address) == "#")
    }

    @Test func `links, sources and form targets all pass through the same gate`() {
        let address = "javascript:alert(1)"
        #expect(a(.href(address)).text == ##"<a href="#"></a>"##)
        #expect(img(.src(address)).text == ##"<img src="#">"##)
        #expect(form(.action(address)).text == ##"<form action="#"></form>"##)
        #expect(button(.formaction(address)).text == ##"<button formaction="#"></button>"##)
    }
}
