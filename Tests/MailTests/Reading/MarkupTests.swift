import Foundation
import Mail
import Testing

@Suite struct MarkupTests {
    private func pieces(_ html: String) -> [MailMarkup.Piece] { Sample.html(html).markup?.pieces ?? [] }

    /// Every beginning has its end.
    private func isBalanced(_ pieces: [MailMarkup.Piece]) -> Bool {
        var depth = 0
        for piece in pieces {
            switch piece {
            case .open, .link: depth += 1
            case .close: depth -= 1
            default: break
            }
            if depth < 0 || depth > 40 { return false }
        }
        return depth == 0
    }

    @Test func `what we allow stays`() {
        #expect(
            pieces("<p>a <b>b</b><a href='https://x.nl/?q=1'>c</a></p>") == [
                .open(.p), .text("a "), .open(.strong), .text("b"), .close, .link("https://x.nl/?q=1"), .text("c"), .close, .close,
            ])
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "<style>p{background:url(//x.nl)}</style>", "<iframe src=//x.nl>x</iframe>",
        "<object data=x></object>",
        "<svg><a xlink:href=javascript:1><text>x</text></a></svg>", "<math><mtext><img src=x></math>", "<template><b>x</b></template>",
        "<textarea><b>x</b></textarea>", "<head><title>x</title></head>", "<!-- <b>x</b> -->",
        "<input value=x>", "<link rel=stylesheet href=//x.nl>", "<meta http-equiv=refresh content=0>", "<base href=//x.nl>",
    ])
    func `what we don't allow leaves nothing`(html: String) { #expect(pieces(html).allSatisfy { $0 == .text("\n") }) }

    @Test(arguments: [
        "javascript:alert(1)", " javascript:1", "java\nscript:1", "JaVaScRiPt:1", "data:text/html,x", "vbscript:1", "//x.nl", "/pad",
        "file:///etc",
        "https:", "cid:x", "blob:x", "http://x.nl\\@y.nl",
    ])
    func `a link to elsewhere than the web, mail and telephone is none`(address: String) {
        #expect(pieces("<a href=\"\(address)\">x</a>") == [.text("x")])
    }

    @Test func `pictures elsewhere are blocked, and counted`() throws {
        let mail = Sample.html("<img src=https://x.nl/a.gif alt=Logo><img src=//x.nl/b><img src='data:image/png;base64,AA'>")
        #expect(mail.markup?.blockedPictures == 3 && mail.remarks.contains(.remoteContentBlocked))
        #expect(mail.markup?.pieces.first == .blockedPicture(alt: "Logo"))
    }

    @Test func `a picture that came along stands in its place`() {
        let picture = Sample.file("image/png", name: "foto.png", Sample.png, more: "Content-ID: <foto@1>\n")
        let mail = Sample.read(Sample.parts("related", ["Content-Type: text/html\n\n<p>Zie <img src='cid:foto%401'> hier</p>", picture]))
        #expect(mail.markup?.pieces.contains(.picture(attachment: 0, alt: "")) == true)
        #expect(mail.attachments.map(\.isInText) == [true] && mail.text.contains("Zie [foto.png] hier"))
    }

    @Test func `what only says that it is a picture is not shown`() {
        let lie = Sample.file("image/png", name: "foto.png", Data("<svg onload=alert(1)>".utf8), more: "Content-ID: <x>\n")
        let mail = Sample.read(Sample.parts("related", ["Content-Type: text/html\n\n<img src=cid:x>", lie]))
        #expect(mail.markup?.pieces.first == .blockedPicture(alt: "") && mail.attachments.first?.isLying == true)
    }

    @Test(arguments: [
        String(repeating: "<div>", count: 100_000), String(repeating: "<b><p>", count: 20_000),
        (0..<2_000).map { "<b id=\($0)>" }.joined() + String(repeating: "<p>", count: 5_000),
        "<p " + (0..<50_000).map { "a\($0)=1 " }.joined() + ">x", String(repeating: "<table><tr><td>", count: 300) + "x",
        String(repeating: "<a href=x>", count: 50_000), String(repeating: "<font><div></x>", count: 30_000),
        String(repeating: "<table><div></div>", count: 10_000), "<" + String(repeating: "<", count: 100_000),
        "<p title=\"" + String(repeating: "x", count: 1 << 20),
    ])
    func `markup made to keep a reader busy is done quickly and in balance`(html: String) {
        let began = ContinuousClock.now
        #expect(isBalanced(pieces(html)))
        #expect(began.duration(to: .now) < .seconds(20))
    }

    @Test func `deep markup within bounds keeps its words`() {
        let mail = Sample.html(String(repeating: "<div>", count: 300) + "diep")
        #expect(mail.text == "diep" && isBalanced(mail.markup?.pieces ?? []))
    }
}
