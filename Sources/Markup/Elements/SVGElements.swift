// Drawings. `text` would take a good name from every caller, so the SVG text element is `svgText`.

// MARK: Drawings

package func svg(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("svg", attributes, content) }
package func g(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("g", attributes, content) }
package func path(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("path", attributes, content) }
package func rect(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("rect", attributes, content) }
package func line(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("line", attributes, content) }
package func circle(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("circle", attributes, content)
}
package func polyline(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("polyline", attributes, content)
}
package func polygon(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("polygon", attributes, content)
}
package func svgText(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("text", attributes, content)
}
package func tspan(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("tspan", attributes, content)
}
package func desc(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("desc", attributes, content) }
package func defs(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("defs", attributes, content) }
package func symbol(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("symbol", attributes, content)
}
package func use(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("use", attributes, content) }
