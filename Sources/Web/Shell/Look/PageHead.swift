import Markup

/// Where a page gets its looks; addresses may hold a digest of the content.
struct PageAssets: Sendable {
    var stylesheet: String
    /// Sets `--brand`, the organisation's colour: `:root{--brand:#0b5f5c}`.
    var brand: String
    var icon: String
    /// The enhancement script; public pages have none.
    var script: String?
}

/// A whole document around a body. The title is unique for each page, the most telling words first.
func page(_ title: String, language: String, assets: PageAssets, isIndexed: Bool = false, body: HTML) -> HTML {
    document {
        html(.lang(language)) {
            head {
                meta(.charset("utf-8"))
                meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
                meta(.name("color-scheme"), .content("light dark"))
                if !isIndexed { meta(.name("robots"), .content("noindex")) }
                Markup.title { title }
                link(.rel("icon"), .href(assets.icon))
                link(.rel("stylesheet"), .href(assets.stylesheet))
                link(.rel("stylesheet"), .href(assets.brand))
                if let address = assets.script { script(.src(address), .defer(true)) }
            }
            body
        }
    }
}
