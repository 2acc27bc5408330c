import Markup

/// Sides of one thing, each its own page.
struct Tabs: Component {
    let label: String
    let tabs: [Link]
    let current: String

    var html: HTML {
        nav(.class("tabs"), .aria("label", label)) {
            for tab in tabs { a(.href(tab.address), .when(tab.address == current, .aria("current", "page"))) { tab.words } }
        }
    }
}

/// Which part of a long list this is, and the way to the next.
struct Pager: Component {
    let label: String
    let summary: String
    var previous: Link? = nil
    var next: Link? = nil

    var html: HTML {
        nav(.class("pager"), .aria("label", label)) {
            span { summary }
            span(.class("links")) {
                if let previous { a(.href(previous.address), .rel("prev"), .data("page", "previous")) { previous.words } }
                if let next { a(.href(next.address), .rel("next"), .data("page", "next")) { next.words } }
            }
        }
    }
}

/// A page's heading with its acts at the right.
struct Heading: Component {
    let title: String
    var remark: String? = nil
    var acts: HTML = HTML()

    var html: HTML {
        div(.class("heading")) {
            h1 { title }
            if let remark { p(.class("muted")) { remark } }
            if !acts.isEmpty { actions { acts } }
        }
    }
}
