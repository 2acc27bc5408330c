import Markup
import Testing

struct EmbeddedPictureTests {
    @Test func `a picture stands in the page, of a kind that can run nothing`() throws {
        let picture = try #require(EmbeddedPicture(.png, base64: "aGFsbG8="))
        #expect(img(.src(picture), .alt("hallo")).text == ##"<img src="data:image/png;base64,aGFsbG8=" alt="hallo">"##)
        #expect(EmbeddedPicture.Kind(rawValue: "image/svg+xml") == nil)
    }

    @Test(arguments: ["", "a\"b", "a b", "a;b", "a,b", "a\nb", "<svg>", "é"]) func `what is no base64 is no picture`(text: String) {
        #expect(EmbeddedPicture(.gif, base64: text) == nil)
    }
}
