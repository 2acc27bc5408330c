// The skeleton of a page and its sections, each function named after its tag.

// MARK: Skeleton

package func html(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("html", attributes, content) }
package func head(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("head", attributes, content) }
package func body(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("body", attributes, content) }
package func title(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("title", attributes, content)
}
package func meta(_ attributes: Attribute...) -> HTML { voidElement("meta", attributes) }
package func link(_ attributes: Attribute...) -> HTML { voidElement("link", attributes) }

/// A script of the site, from its address only: no element takes program text.
package func script(_ attributes: Attribute...) -> HTML { element("script", attributes, HTML.init) }

// MARK: Sections

package func main(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("main", attributes, content) }
package func header(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("header", attributes, content)
}
package func footer(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("footer", attributes, content)
}
package func nav(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("nav", attributes, content) }
package func section(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("section", attributes, content)
}
package func article(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("article", attributes, content)
}
package func aside(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("aside", attributes, content)
}
package func search(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("search", attributes, content)
}
package func div(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("div", attributes, content) }
package func h1(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("h1", attributes, content) }
package func h2(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("h2", attributes, content) }
package func h3(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("h3", attributes, content) }
package func h4(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("h4", attributes, content) }
package func hgroup(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("hgroup", attributes, content)
}
package func address(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("address", attributes, content)
}

// MARK: Showing and hiding

package func details(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("details", attributes, content)
}
package func summary(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("summary", attributes, content)
}
package func dialog(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("dialog", attributes, content)
}
package func template(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("template", attributes, content)
}
package func iframe(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("iframe", attributes, content)
}

/// A whole document: the doctype and what follows it.
package func document(@HTMLBuilder content: () -> HTML) -> HTML {
    HTML(joining: [HTML(raw: "<!doctype html>\n"), content()])
}
