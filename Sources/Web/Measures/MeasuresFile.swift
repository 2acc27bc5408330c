import Casework
import Complaints
import Records

/// Measures as a file.
enum MeasuresFile {
    static func of(_ rows: [MeasureRow], _ desk: Desk) -> ListFile {
        let say = desk.say
        let columns = [
            ListFile.Column(key: "id", title: say("Nummer", "Number")), .init(key: "title", title: say("Maatregel", "Measure"), width: 48),
            .init(key: "kind", title: say("Soort", "Kind")), .init(key: "phase", title: say("Stand", "Phase"), width: 24),
            .init(key: "owner", title: say("Eigenaar", "Owner"), width: 24), .init(key: "raised", title: say("Genomen", "Raised")),
            .init(key: "due", title: say("Klaar op", "Due")), .init(key: "done", title: say("Uitgevoerd", "Carried out")),
            .init(key: "next", title: say("Vraagt iets op", "Asks something on")),
            .init(key: "verdict", title: say("Oordeel", "Verdict"), width: 20), .init(key: "cost", title: say("Kosten", "Cost")),
        ]
        let cells = rows.map { row -> [ListFile.Cell] in
            [
                .text("\(row.id.value)"), .text(row.title ?? ""), .coded(row.kind.rawValue, words: say.measureKind(row.kind)),
                .coded(row.phase.rawValue, words: say.measurePhase(row.phase)), desk.person(row.owner),
                .day(desk.calendar.zone.moment(at: row.raisedAt).day), .day(row.due), .day(row.doneOn), .day(row.nextDay),
                .coded(row.verdict?.rawValue ?? "", words: row.verdict.map { say.verdict($0) } ?? ""), .money(row.cost),
            ]
        }
        return ListFile(name: say("maatregelen", "measures"), columns: columns, rows: cells, today: desk.now.day)
    }
}
