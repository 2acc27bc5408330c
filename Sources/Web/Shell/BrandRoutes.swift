import Casework
import HTTPTypes
import Hummingbird

/// The organisation's colour as a style sheet of one line, since no page may carry styles of its own.
struct BrandRoutes {
    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.brand)) { _, _ in
            let colour = try await workplace.read { _, house in house.organisation.colour }
            var response = Answers.text(":root{--brand:\(Self.safe(colour))}\n", type: "text/css; charset=utf-8")
            response.headers[.cacheControl] = "public, max-age=300"
            return response
        }
        return routes
    }

    /// `#` and six hexadecimal digits, or Gehoor's own.
    static func safe(_ colour: String) -> String {
        let bytes = Array(colour.utf8)
        let isColour =
            bytes.count == 7 && bytes[0] == UInt8(ascii: "#")
            && bytes.dropFirst().allSatisfy { (0x30...0x39).contains($0) || (0x41...0x46).contains($0) || (0x61...0x66).contains($0) }
        return isColour ? colour : Organisation.ownColour
    }
}
