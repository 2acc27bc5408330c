import Markup

/// The head of a file, which stays in sight: what it is about, the nearest promise, number, customer and phase.
struct FileHead: Component {
    let subject: String
    let promise: PromisePill?
    let number: String
    let about: [String]
    /// What is told while the page is open.
    var live = HTML()

    var html: HTML {
        div(.class("file-head")) {
            h1 { subject }
            promise?.html
            div(.class("about")) {
                span(.class("number"), .data("number", number)) { number }
                for words in about { span { words } }
            }
            live
        }
    }
}

/// The file itself: timeline and composer in the middle, facts at the right (on a narrow screen above, folded).
struct FileLayout: Component {
    let next: NextStep?
    let factsTitle: String
    let facts: HTML
    let content: HTML
    /// On a narrow screen: the facts are open, since something in them came back with a problem.
    var isUnfolded = false

    var html: HTML {
        div(.class("file")) {
            div(.class("file-main")) { content }
            aside(.class("file-side"), .aria("label", factsTitle)) {
                next?.html
                details(.class("fold"), .open(isUnfolded)) {
                    summary {
                        Icon.menu
                        factsTitle
                    }
                    div(.class("file-side")) { facts }
                }
            }
        }
    }
}

/// The one next step, in words and working days, and whether a letter goes out.
struct NextStep: Component {
    let title: String
    let step: String
    var aside: String? = nil
    /// The form or button that does it.
    let act: HTML

    var html: HTML {
        section(.class("next")) {
            h2 { title }
            p(.class("step")) { step }
            if let aside { p(.class("aside")) { aside } }
            act
        }
    }
}
