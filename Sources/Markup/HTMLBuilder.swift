/// Turns the lines of a closure into one piece of a page: elements, components, and texts (which are escaped).
@resultBuilder
package enum HTMLBuilder {
    package static func buildExpression(_ piece: HTML) -> HTML { piece }
    package static func buildExpression(_ piece: HTML?) -> HTML { piece ?? HTML() }
    package static func buildExpression(_ text: String) -> HTML { HTML(text) }
    package static func buildExpression(_ component: some Component) -> HTML { component.html }

    package static func buildBlock() -> HTML { HTML() }
    package static func buildBlock(_ piece: HTML) -> HTML { piece }
    package static func buildBlock(_ pieces: HTML...) -> HTML { HTML(joining: pieces) }

    package static func buildOptional(_ piece: HTML?) -> HTML { piece ?? HTML() }
    package static func buildEither(first piece: HTML) -> HTML { piece }
    package static func buildEither(second piece: HTML) -> HTML { piece }
    package static func buildArray(_ pieces: [HTML]) -> HTML { HTML(joining: pieces) }
}

/// A piece of a page from the lines of a closure, without an element around it.
package func group(@HTMLBuilder content: () -> HTML) -> HTML { content() }
