import Complaints
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Mail
import Markup
import NIOCore

/// A mail as its sender laid it out: our own tree of it, in a document that can run nothing, fetch nothing and reach nothing. It is shown in
/// a frame of the page of the mail.
struct MailMarkupPage {
    let markup: MailMarkup
    let attachments: [String]
    let pictures: MailPictures
    let subject: String
    let say: Wording

    private static let style: StaticString =
        "<style>:root{color-scheme:light dark;font:15px/1.45 system-ui,sans-serif}body{margin:1rem;overflow-wrap:anywhere}table{border-collapse:collapse}td,th{padding:.2rem .4rem;vertical-align:top;text-align:start}pre{white-space:pre-wrap}blockquote{margin:0 0 0 .5rem;padding-left:.75rem;border-left:2px solid}.left-out{border:1px dashed;padding:0 .3rem}img{max-width:100%;height:auto}</style>"

    /// The style by its digest and pictures that stand in the page itself, and nothing else. No permission at all in the sandbox: no scripts,
    /// no forms, no links that lead anywhere.
    static let policy: String = {
        let text = style.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
        let inner = text.dropFirst("<style>".count).dropLast("</style>".count)
        let digest = Data(SHA256.hash(data: Data(inner.utf8))).base64EncodedString()
        return
            "sandbox; default-src 'none'; img-src data:; style-src 'sha256-\(digest)'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
    }()

    /// What the page with the frame allows besides what every page does.
    static let policyAround = SecureHeaders.contentSecurityPolicy + "; frame-src 'self'"

    func response() -> Response {
        let page = document {
            html(.lang(say.language.rawValue)) {
                head {
                    meta(.charset("utf-8"))
                    Markup.title { subject }
                    HTML(raw: Self.style)
                }
                body { HTML(joining: blocks()) }
            }
        }
        var response = Answers.page(page)
        response.headers[.contentSecurityPolicy] = Self.policy
        response.headers[.xFrameOptions] = "SAMEORIGIN"
        return response
    }

    /// The row of pieces as a tree; beginnings and ends match, and what does not is left out.
    private func blocks() -> [HTML] {
        var open: [(piece: MailMarkup.Piece, content: [HTML])] = []
        var top: [HTML] = []
        func add(_ html: HTML) {
            if open.isEmpty { top.append(html) } else { open[open.count - 1].content.append(html) }
        }
        for piece in markup.pieces {
            switch piece {
            case .open, .link: open.append((piece, []))
            case .close: if let last = open.popLast() { add(element(last.piece, HTML(joining: last.content))) }
            case .text(let text): add(HTML(text))
            case .lineBreak: add(br())
            case .rule: add(hr())
            case .picture(let index, let alt): add(picture(index, alt))
            case .blockedPicture(let alt): add(blocked(alt))
            }
        }
        while let last = open.popLast() { add(element(last.piece, HTML(joining: last.content))) }
        return top
    }

    private func element(_ piece: MailMarkup.Piece, _ content: HTML) -> HTML {
        switch piece {
        // Where a link leads is read, not followed: nothing that a stranger names is opened from a file.
        case .link(let address): group { span(.title(address)) { ins { content } } }
        case .open(let tag): element(tag, content)
        default: content
        }
    }

    private func element(_ tag: MailMarkup.Tag, _ content: HTML) -> HTML {
        switch tag {
        case .p: p { content }
        case .div: div { content }
        case .blockquote: blockquote { content }
        case .ul: ul { content }
        case .ol: ol { content }
        case .li: li { content }
        case .table: table { content }
        case .tr: tr { content }
        case .td: td { content }
        case .th: th { content }
        case .heading: p { strong { content } }
        case .pre: pre { content }
        case .code: code { content }
        case .strong: strong { content }
        case .em: em { content }
        case .u: ins { content }
        case .s: del { content }
        case .sub: Markup.sub { content }
        case .sup: sup { content }
        }
    }

    private func picture(_ index: Int, _ alt: String) -> HTML {
        if let picture = pictures[index] { return img(.src(picture), .alt(alt)) }
        let name = alt.isEmpty && attachments.indices.contains(index) ? attachments[index] : alt
        return span(.class("left-out")) { say("afbeelding bij de mail: \(name)", "picture with the mail: \(name)") }
    }

    private func blocked(_ alt: String) -> HTML {
        span(.class("left-out")) {
            let words = say("afbeelding van elders, niet opgehaald", "picture from elsewhere, not fetched")
            return HTML(alt.isEmpty ? words : "\(words): \(alt)")
        }
    }
}

/// The frame that shows it, folded, on the page of the mail.
struct MailMarkupFrame: Component {
    let say: Wording
    let address: String
    let blockedPictures: Int

    var html: HTML {
        details(.class("apart no-print")) {
            summary { say("Zoals de afzender het opmaakte", "As the sender laid it out") }
            if blockedPictures > 0 {
                p(.class("hint")) {
                    say(
                        "Afbeeldingen van elders worden niet opgehaald: dan zou de afzender weten dat u leest.",
                        "Pictures from elsewhere are not fetched: the sender would learn that you are reading.")
                }
            }
            iframe(
                .class("mail-frame"), .src(address), .sandbox(), .loading("lazy"),
                .title(say("De mail zoals de afzender hem opmaakte", "The mail as the sender laid it out")))
        }
    }
}
