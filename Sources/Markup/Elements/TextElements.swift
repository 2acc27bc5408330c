// Words, lists and tables, each function named after its tag.

// MARK: Blocks

package func p(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("p", attributes, content) }
package func blockquote(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("blockquote", attributes, content)
}
package func pre(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    elementKeepingFirstNewline("pre", attributes, content)
}
package func figure(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("figure", attributes, content)
}
package func figcaption(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("figcaption", attributes, content)
}
package func hr(_ attributes: Attribute...) -> HTML { voidElement("hr", attributes) }
package func img(_ attributes: Attribute...) -> HTML { voidElement("img", attributes) }

// MARK: In a line

package func a(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("a", attributes, content) }
package func span(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("span", attributes, content) }
package func strong(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("strong", attributes, content)
}
package func em(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("em", attributes, content) }
package func mark(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("mark", attributes, content) }
package func small(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("small", attributes, content)
}
package func b(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("b", attributes, content) }
package func i(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("i", attributes, content) }
package func code(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("code", attributes, content) }
package func kbd(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("kbd", attributes, content) }
package func abbr(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("abbr", attributes, content) }
package func cite(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("cite", attributes, content) }
package func q(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("q", attributes, content) }
package func del(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("del", attributes, content) }
package func ins(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("ins", attributes, content) }
package func sub(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("sub", attributes, content) }
package func sup(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("sup", attributes, content) }
package func time(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("time", attributes, content) }
package func bdi(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("bdi", attributes, content) }
package func br(_ attributes: Attribute...) -> HTML { voidElement("br", attributes) }
package func wbr(_ attributes: Attribute...) -> HTML { voidElement("wbr", attributes) }

// MARK: Lists

package func ol(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("ol", attributes, content) }
package func ul(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("ul", attributes, content) }
package func li(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("li", attributes, content) }
package func dl(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("dl", attributes, content) }
package func dt(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("dt", attributes, content) }
package func dd(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("dd", attributes, content) }

// MARK: Tables

package func table(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("table", attributes, content)
}
package func caption(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("caption", attributes, content)
}
package func thead(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("thead", attributes, content)
}
package func tbody(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("tbody", attributes, content)
}
package func tfoot(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("tfoot", attributes, content)
}
package func tr(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("tr", attributes, content) }
package func th(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("th", attributes, content) }
package func td(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("td", attributes, content) }
