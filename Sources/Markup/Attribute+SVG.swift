/// Attributes of SVG. Numbers are written with at most two decimals: a hundredth of a pixel is nothing on paper either.
extension Attribute {
    package static func viewBox(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Attribute {
        Attribute("viewBox", [x, y, width, height].map(svgNumber).joined(separator: " "))
    }

    package static func d(_ path: String) -> Attribute { Attribute("d", path) }
    package static func points(_ points: [(x: Double, y: Double)]) -> Attribute {
        Attribute("points", points.map { "\(svgNumber($0.x)),\(svgNumber($0.y))" }.joined(separator: " "))
    }

    package static func x(_ value: Double) -> Attribute { Attribute("x", svgNumber(value)) }
    package static func y(_ value: Double) -> Attribute { Attribute("y", svgNumber(value)) }
    package static func dx(_ value: Double) -> Attribute { Attribute("dx", svgNumber(value)) }
    package static func dy(_ value: Double) -> Attribute { Attribute("dy", svgNumber(value)) }
    package static func x1(_ value: Double) -> Attribute { Attribute("x1", svgNumber(value)) }
    package static func y1(_ value: Double) -> Attribute { Attribute("y1", svgNumber(value)) }
    package static func x2(_ value: Double) -> Attribute { Attribute("x2", svgNumber(value)) }
    package static func y2(_ value: Double) -> Attribute { Attribute("y2", svgNumber(value)) }
    package static func cx(_ value: Double) -> Attribute { Attribute("cx", svgNumber(value)) }
    package static func cy(_ value: Double) -> Attribute { Attribute("cy", svgNumber(value)) }
    package static func r(_ value: Double) -> Attribute { Attribute("r", svgNumber(value)) }
    package static func rx(_ value: Double) -> Attribute { Attribute("rx", svgNumber(value)) }
    package static func svgWidth(_ value: Double) -> Attribute { Attribute("width", svgNumber(value)) }
    package static func svgHeight(_ value: Double) -> Attribute { Attribute("height", svgNumber(value)) }
    package static func textAnchor(_ anchor: StaticString) -> Attribute { Attribute("text-anchor", literal: anchor) }
    package static func preserveAspectRatio(_ how: StaticString) -> Attribute { Attribute("preserveAspectRatio", literal: how) }
}

/// A number with at most two decimals and a dot; what is no finite number is written as 0.
package func svgNumber(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "0" }
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
    return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
}
