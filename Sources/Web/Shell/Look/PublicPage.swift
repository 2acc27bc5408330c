import Markup

/// The frame around every page for customers: the organisation's name, the other language, one column.
struct PublicPage: Component {
    /// The same page in another language.
    struct OtherLanguage: Sendable {
        let name: String
        let tag: String
        let address: String
    }

    let title: String
    let language: String
    let assets: PageAssets
    let organisation: String
    let home: String
    let skip: String
    var otherLanguage: OtherLanguage? = nil
    var colophon: [Link] = []
    /// Who this is and where: name, postal address, phone and e-mail.
    var imprint = ""
    var sample: SampleBanner? = nil
    let content: HTML

    var html: HTML {
        page(title, language: language, assets: assets, body: frame)
    }

    private var frame: HTML {
        body(.class("public")) {
            a(.class("skip"), .href("#main")) { skip }
            header(.class("masthead")) {
                a(.class("organisation"), .href(home)) { organisation }
                if let other = otherLanguage { a(.href(other.address), .lang(other.tag), .hreflang(other.tag)) { other.name } }
            }
            main(.id("main"), .class("page"), .tabindex(-1)) {
                sample?.html
                content
            }
            if !colophon.isEmpty {
                footer(.class("colophon")) {
                    for link in colophon { link }
                    if !imprint.isEmpty { p { imprint } }
                }
            }
        }
    }
}

/// The page for signing in and setting up: nothing but the name of the house and one form.
struct EntrancePage: Component {
    let title: String
    let language: String
    let assets: PageAssets
    let product: String
    let organisation: String
    var otherLanguage: PublicPage.OtherLanguage? = nil
    var sample: SampleBanner? = nil
    let content: HTML

    var html: HTML {
        page(
            title, language: language, assets: assets,
            body: body(.class("desk-entrance")) {
                main(.id("main"), .class("sign-in")) {
                    p(.class("house")) {
                        b { product }
                        if !organisation.isEmpty { span { organisation } }
                    }
                    sample?.html
                    content
                    if let other = otherLanguage {
                        p { a(.href(other.address), .lang(other.tag), .hreflang(other.tag)) { other.name } }
                    }
                }
            })
    }
}
