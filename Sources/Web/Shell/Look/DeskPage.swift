import Markup

/// The frame around every staff page: skip link, rail with the views, bar with search and person, the page itself.
struct DeskPage: Component {
    let title: String
    let language: String
    let assets: PageAssets
    /// "Naar de inhoud".
    let skip: String
    let rail: HTML
    let search: SearchBox
    let person: PersonMenu
    /// What was just done, with its undo.
    var undo = HTML()
    var sample: SampleBanner? = nil
    var flash: Notice? = nil
    /// Whether single keys work; a switch in the person's profile.
    var keys = true
    /// A narrower main column, for pages that are read rather than scanned.
    var isReading = false
    let dialogs: HTML
    let content: HTML

    var html: HTML {
        page(title, language: language, assets: assets, body: frame)
    }

    private var frame: HTML {
        body(.class("desk"), .data("keys", keys ? "on" : "off"), .data("jump", search.jumpAddress)) {
            a(.class("skip"), .href("#main")) { skip }
            rail
            header(.class("topbar")) {
                search
                person
            }
            main(.id("main"), .tabindex(-1), .when(isReading, .class("reading"))) {
                undo
                sample?.html
                flash?.html
                content
            }
            dialogs
        }
    }
}
