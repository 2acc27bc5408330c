// Forms and their fields, each function named after its tag.

// MARK: Forms

package func form(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML { element("form", attributes, content) }
package func fieldset(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("fieldset", attributes, content)
}
package func legend(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("legend", attributes, content)
}
package func label(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("label", attributes, content)
}
package func input(_ attributes: Attribute...) -> HTML { voidElement("input", attributes) }
package func textarea(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    elementKeepingFirstNewline("textarea", attributes, content)
}
package func select(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("select", attributes, content)
}
package func option(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("option", attributes, content)
}
package func optgroup(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("optgroup", attributes, content)
}
package func datalist(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("datalist", attributes, content)
}
package func button(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("button", attributes, content)
}
package func output(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("output", attributes, content)
}
package func progress(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("progress", attributes, content)
}
package func meter(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = HTML.init) -> HTML {
    element("meter", attributes, content)
}
