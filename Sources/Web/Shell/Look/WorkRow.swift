import Markup

/// A complaint in a worklist: what it is about and how the story begins; under it who and where; at the right its promise.
struct WorkRow: Component {
    let subject: String
    /// Where the row leads; nil for readers who may see that it is there, and no more.
    let address: String?
    /// The first words of the story; hits of a search may be marked in it.
    let excerpt: HTML
    let number: String
    /// Number and how far the complaint has come: by this an open page finds what changed.
    var state: String? = nil
    /// Customer, handler, channel, phase: short, in that order.
    let about: [HTML]
    /// What sets it apart, in a word each: "vertrouwelijk", "zeer ernstig".
    var marks: [Mark] = []
    let promise: PromisePill
    var since: String? = nil
    var isNew = false
    /// What can be done from the list itself.
    var deed: HTML? = nil
    /// Said to screen readers before the subject of a new row.
    var newWords = ""
    /// A word that sets a row apart, and how it is coloured.
    struct Mark: Sendable {
        let words: String
        let urgency: Urgency

        init(_ words: String, _ urgency: Urgency) { (self.words, self.urgency) = (words, urgency) }
    }

    /// Name of the tick for acts on several at once; nil where there are none.
    var tick: (name: String, value: String, label: String)? = nil

    var html: HTML {
        li(.classes(["row", tick == nil ? nil : "pick", isNew ? "unread" : nil]), .data("item", address), .data("row", state)) {
            if let tick { input(.type(.checkbox), .name(tick.name), .value(tick.value), .aria("label", tick.label)) }
            div(.class("subject")) {
                if let address { a(.href(address)) { name } } else { span(.class("name")) { name } }
                if !excerpt.isEmpty { span(.class("excerpt")) { excerpt } }
            }
            promise
            div(.class("about")) {
                span(.class("number")) { number }
                for words in about { span { words } }
                for mark in marks { span(.class("mark \(mark.urgency.rawValue)")) { mark.words } }
            }
            if let since { span(.class("since")) { since } }
            if let deed { deed }
        }
    }

    private var name: HTML {
        group {
            if isNew { hiddenText("\(newWords) ") }
            subject
        }
    }
}

/// The rows under one another: roomy (56 px) or dense (36 px). `j` and `k` move through them.
struct Worklist: Component {
    let label: String
    var isDense = false
    let rows: [WorkRow]

    var html: HTML {
        ol(.class(isDense ? "worklist dense" : "worklist"), .aria("label", label), .data("list", "")) {
            for row in rows { row }
        }
    }
}
