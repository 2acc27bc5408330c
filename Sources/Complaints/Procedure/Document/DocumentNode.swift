/// A written document as far as it is structure: texts, lists and names with values, each with the line it stands on. Whoever reads the
/// file (YAML or another) makes this; what it means is decided here.
package indirect enum DocumentNode: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        package let name: String
        package let line: Int
        package let value: DocumentNode

        package init(_ name: String, line: Int, _ value: DocumentNode) { (self.name, self.line, self.value) = (name, line, value) }
    }

    case text(String, line: Int)
    case list([DocumentNode], line: Int)
    case names([Entry], line: Int)

    package var line: Int {
        switch self {
        case .text(_, let line), .list(_, let line), .names(_, let line): line
        }
    }
}
