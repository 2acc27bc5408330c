import Markup

/// A number that leads to exactly the complaints behind it.
struct Figure: Component {
    let value: String
    let name: String
    let address: String
    var remark: String? = nil

    var html: HTML {
        a(.class("figure"), .href(address)) {
            b { value }
            span(.class("name")) { name }
            if let remark { span(.class("muted")) { remark } }
        }
    }
}

/// Figures side by side.
func figures(_ figures: [Figure]) -> HTML {
    div(.class("figures")) {
        for figure in figures { figure }
    }
}
