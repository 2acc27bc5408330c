import Casework
import Complaints
import Markup
import Records

/// Complaints that are like this one, each with the words that both have: for a duplicate, and for a pattern.
struct SimilarComplaints {
    let desk: Desk
    let complaint: Complaint
    let similar: [SimilarComplaint]

    /// So many stand beside a file.
    static let few = 3

    private var say: Wording { desk.say }

    var html: HTML {
        if similar.isEmpty { return HTML() }
        return FactGroup(say("Lijkt op", "Looks like")) {
            ul(.class("attached")) { for one in similar { li { line(one) } } }
            p { Link(say("Alle vergelijkbare klachten", "All similar complaints"), to: Paths.similar(complaint.number)) }
        }.html
    }

    private func line(_ one: SimilarComplaint) -> HTML {
        let maySee = Visibility(desk.actor).seesFile(
            isConfidential: one.row.isConfidential, handler: one.row.handler, aboutStaff: one.row.aboutStaff)
        return group {
            if maySee { Link(one.row.number.formatted, to: Paths.file(one.row.number)) } else { one.row.number.formatted }
            span(.class("muted")) { " \(words(one))" }
        }
    }

    private func words(_ one: SimilarComplaint) -> String { say.likeness(one) }
}

extension Wording {
    /// Why a complaint was suggested.
    func likeness(_ one: SimilarComplaint) -> String {
        let words = one.words.prefix(5).map { "“\($0)”" }.joined(separator: ", ")
        return one.isSameCustomer ? self("zelfde klant, \(words)", "same customer, \(words)") : words
    }
}

/// The themes of a complaint, and putting it in one.
struct ThemesOfFile {
    let desk: Desk
    let complaint: Complaint
    let themes: [Theme]

    private var say: Wording { desk.say }
    private var keeps: Bool { desk.actor.hasAny(of: ThemeOffice.keepers) }

    var html: HTML {
        if themes.isEmpty, !keeps { return HTML() }
        let file = Paths.file(complaint.number)
        return FactGroup(say("Thema’s", "Themes")) {
            for theme in themes {
                div(.class("actions")) {
                    Link(theme.title, to: Paths.theme(theme.id))
                    if keeps {
                        desk.form(to: Paths.themeComplaints(theme.id), class: "no-print") {
                            input(.type(.hidden), .name("weg"), .value(complaint.number.formatted))
                            input(.type(.hidden), .name("terug"), .value(file))
                            button(.class("button quiet"), .buttonType(.submit)) {
                                say("Eraf", "Take off")
                                hiddenText(" \(theme.title)")
                            }
                        }
                    }
                }
            }
            if keeps {
                p {
                    Link(
                        themes.isEmpty ? say("Voeg toe aan een thema", "Add to a theme") : say("Nog een thema", "Another theme"),
                        to: Paths.themeAdding([complaint.number], back: file))
                }
            }
        }.html
    }
}
