import Markup

/// Where the customers appear that were found while typing; empty when the page comes.
struct CustomerLookup: Component {
    static let id = "lookup"

    var html: HTML {
        div(.class("lookup-anchor")) { div(.id(Self.id), .class("lookup"), .aria("live", "polite")) }
    }
}

/// The answer to what was typed: customers to choose from, or the words that there is none.
struct FoundCustomers: Component {
    let customers: [FoundCustomer]
    let none: String

    var html: HTML {
        group {
            if customers.isEmpty { p { none } }
            for customer in customers { customer }
        }
    }
}

/// One customer that was found; choosing fills the form.
struct FoundCustomer: Component {
    let name: String
    let detail: String
    /// Field names and what to put in them.
    let fill: [(field: String, value: String)]
    /// Said once chosen.
    let said: String
    /// The address of a fragment with the customer's earlier complaints.
    var more: String? = nil

    var html: HTML {
        button(
            .buttonType(.button), .data("choose", ""), .data("fill", jsonObject(fill)), .data("said", said), .data("more", more)
        ) {
            strong { name }
            " "
            span(.class("muted")) { detail }
        }
    }
}

/// A flat JSON object of texts.
private func jsonObject(_ pairs: [(field: String, value: String)]) -> String {
    "{" + pairs.map { "\(jsonText($0.field)):\(jsonText($0.value))" }.joined(separator: ",") + "}"
}

private func jsonText(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"", "\\": result += "\\\(scalar)"
        case "\n": result += "\\n"
        case "\t": result += "\\t"
        case "\u{0}"..<" ": result += "\u{FFFD}"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}
