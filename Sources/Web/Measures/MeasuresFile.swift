import Casework
import Complaints
import Records

/// Measures as a file.
enum MeasuresFile {
    static func of(_ rows: [MeasureRow], _ desk: Desk) -> ListFile {
        let say = desk.say
        let columns = [
            ListFile.Column(title: say("Nummer", "Number")), .init(title: say("Maatregel", "Measure"), width: 48),
            .init(title: say("Soort", "Kind")), .init(title: say("Stand", "Phase")),
            .init(title: say("Eigenaar", "Owner"), width: 24), .init(title: say("Genomen", "Raised")),
            .init(title: say("Klaar op", "Due")), .init(title: say("Uitgevoerd", "Carried out")),
            .init(title: say("Vraagt iets op", "Asks something on")), .init(title: say("Oordeel", "Verdict")),
            .init(title: say("Kosten", "Cost")),
        ]
        let cells = rows.map { row -> [ListFile.Cell] in
            [
                .text("\(row.id.value)"), .text(row.title ?? ""), .text(row.kind.rawValue), .text(row.phase.rawValue),
                .text(desk.name(of: row.owner) ?? ""), .day(desk.calendar.zone.moment(at: row.raisedAt).day), .day(row.due),
                .day(row.doneOn), .day(row.nextDay), .text(row.verdict?.rawValue ?? ""), .text(row.cost?.description ?? ""),
            ]
        }
        return ListFile(name: say("maatregelen", "measures"), columns: columns, rows: cells, today: desk.now.day)
    }
}
