import Markup

/// One message above the content: what was done (with its undo), or what stands in the way.
struct Notice: Component {
    let urgency: Urgency
    var isFlash = false
    let content: HTML

    init(_ urgency: Urgency, isFlash: Bool = false, @HTMLBuilder content: () -> HTML) {
        (self.urgency, self.isFlash, self.content) = (urgency, isFlash, content())
    }

    var html: HTML {
        div(.class("notice \(urgency.rawValue)\(isFlash ? " flash" : "")"), .when(isFlash, .role("status"))) {
            if urgency != .calm { urgency.icon }
            div { content }
        }
    }
}
