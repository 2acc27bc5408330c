import Markup

/// A fact with its name; some can be changed where they stand.
struct Fact {
    let name: String
    let value: HTML
    var change: Link? = nil

    init(_ name: String, _ value: String, change: Link? = nil) { self.init(name, HTML(value), change: change) }

    init(_ name: String, _ value: HTML, change: Link? = nil) { (self.name, self.value, self.change) = (name, value, change) }
}

/// Facts one under another, in the order in which they are asked for.
struct FactList: Component {
    let facts: [Fact]

    var html: HTML {
        dl(.class("facts")) {
            for fact in facts {
                div(.class(fact.change == nil ? "fact" : "fact change")) {
                    dt { fact.name }
                    dd { fact.value }
                    if let change = fact.change {
                        dd(.class("act")) {
                            a(.href(change.address)) {
                                change.words
                                hiddenText(" \(fact.name)")
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Facts under a small heading.
struct FactGroup: Component {
    let title: String
    let content: HTML

    init(_ title: String, @HTMLBuilder content: () -> HTML) { (self.title, self.content) = (title, content()) }

    var html: HTML {
        section {
            h2 { title }
            content
        }
    }
}
