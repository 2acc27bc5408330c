import Complaints
import Markup
import Records

/// Where a page is told what changed since it came, without anything else moving: its place is there when it is empty. See `live.js`.
struct LiveLine {
    let say: Wording
    /// What is told in this place: an address of the stream.
    let stream: String

    /// In the head of a file: who else is here, and whether something has come in.
    func file(company: String) -> HTML {
        div(.class("live"), .data("live", stream)) {
            p(.class("company"), .role("status"), .data("company", "")) { company }
            p(
                .class("moved"), .role("status"),
                .data("moved", say("Er is iets bijgekomen in dit dossier", "Something has come in")), .data("show", show))
        }
    }

    /// Above a list: how many of its complaints changed.
    func list(count: Int) -> HTML {
        p(
            .class("live"), .role("status"), .data("live", stream), .data("count", "\(count)"),
            .data("one", say("1 wijziging", "1 change")),
            .data("many", say("# wijzigingen", "# changes")), .data("show", show))
    }

    private var show: String { say("tonen", "show") }

    static func file(_ number: ComplaintNumber, seen: Int) -> String {
        Paths.live + QueryText.query([("dossier", number.formatted), ("gezien", "\(seen)")])
    }

    static let board = Paths.live + QueryText.query([("soort", "bord")])

    static func list(_ query: WorklistQuery) -> String { Paths.live + QueryText.query([("soort", "lijst")] + query.pairs) }
}

extension WorklistRow {
    /// Which complaint it is, and how far it has come.
    var mark: String { "\(number.formatted).\(sequence)" }
}
