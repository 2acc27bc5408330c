import Markup

/// One view in the rail, with the number of complaints it holds now.
struct RailView: Sendable {
    enum Mark: String, Sendable { case plain = "", late, new }

    let name: String
    let address: String
    var count: String? = nil
    var mark = Mark.plain
    var isCurrent = false
    /// The letter that opens it after `g`.
    var key: String? = nil
}

/// A few views with one heading; the first group has none.
struct RailGroup: Sendable {
    var heading: String? = nil
    let views: [RailView]
}

/// The left rail: whose desk this is, the one act that starts work, the views. On a narrow screen the views fold into a menu.
struct Rail {
    let product: String
    let organisation: String
    let home: String
    var primary: Button? = nil
    let groups: [RailGroup]

    func html(menu: String, label: String) -> HTML {
        nav(.class("rail"), .aria("label", label)) {
            div(.class("rail-inner")) {
                a(.class("house"), .href(home)) {
                    b { product }
                    span { organisation }
                }
                primary?.html
                details(.class("menu")) {
                    summary {
                        Icon.menu
                        menu
                    }
                    for group in groups { list(group) }
                }
            }
        }
    }

    private func list(_ group: RailGroup) -> HTML {
        Markup.group {
            if let heading = group.heading { h2 { heading } }
            ul(.class("views")) {
                for view in group.views { li { entry(view) } }
            }
        }
    }

    private func entry(_ view: RailView) -> HTML {
        a(.href(view.address), .when(view.isCurrent, .aria("current", "page")), .data("go", view.key)) {
            span { view.name }
            if let count = view.count { span(.class(view.mark == .plain ? "count" : "count \(view.mark.rawValue)")) { count } }
        }
    }
}
