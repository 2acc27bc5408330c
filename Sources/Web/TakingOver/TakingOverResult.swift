import Casework
import Complaints
import Markup

/// What an import would make of the first rows, and which of them it would refuse, and why.
struct TakingOverResult {
    /// More refused rows than this are only counted.
    private static let mostRefused = 100

    let desk: Desk
    let fileName: String
    let mapName: String
    let preview: ImportPreview

    private var say: Wording { desk.say }

    var html: HTML {
        div(.class("prose")) {
            verdict
            if let fault = preview.fault { Notice(.late) { p { say(fault.dutchSentence, fault.sentence) } } }
            if !preview.taken.isEmpty { taken }
            if !preview.refused.isEmpty { refused }
            columns
            if preview.tally.rows > preview.tally.refused { command } else { nothing }
        }
    }

    private var verdict: HTML {
        let tally = preview.tally
        let all = say.count(tally.rows, ("rij", "rijen"), ("row", "rows"))
        let rows = preview.isCut ? say("de eerste \(all)", "the first \(all)") : all
        return Notice(tally.refused > 0 ? .soon : .good) {
            p {
                say(
                    "\(fileName), \(rows). Over te nemen: \(tally.takenOver). Al aanwezig: \(tally.alreadyThere). Geweigerd: \(tally.refused).",
                    "\(fileName), \(rows). To be taken over: \(tally.takenOver). There already: \(tally.alreadyThere). Refused: \(tally.refused)."
                )
            }
        }.html
    }

    private var taken: HTML {
        table(
            say("De eerste \(preview.taken.count), zoals ze worden begrepen", "The first \(preview.taken.count), as they are understood"),
            [
                say("Regel", "Line"), say("Ontvangen", "Received"), say("Klant", "Customer"), say("Bereikbaar", "Reached by"),
                say("Klacht", "Complaint"), say("Aard", "Nature"), say("Behandelaar", "Handler"), say("Fase", "Phase"),
            ]
        ) {
            for row in preview.taken { self.row(row) }
        }
    }

    private func row(_ row: ImportPreview.Taken) -> HTML {
        let complaint = row.complaint
        return tr {
            th(.scope("row")) { "\(row.line)" }
            td { moment(complaint.receivedAt) }
            td { [complaint.customer?.name, complaint.customer?.organisation].compactMap(\.self).joined(separator: ", ") }
            td { [complaint.customer?.phone?.display, complaint.customer?.email?.text].compactMap(\.self).joined(separator: ", ") }
            td { opening(complaint.story.text ?? "") }
            td { complaint.nature.map { desk.nature($0) } ?? say("nog niet bepaald", "not determined yet") }
            td { desk.name(of: complaint.handler) ?? "–" }
            td { phase(complaint) }
        }
    }

    private func phase(_ complaint: Complaint) -> String {
        let end = complaint.closedAt ?? complaint.resolvedAt
        return desk.phase(of: complaint) + (end.map { ", " + moment($0) } ?? "")
    }

    private var refused: HTML {
        table(
            say("Geweigerd", "Refused"),
            [say("Regel", "Line"), say("Veld", "Field"), say("Wat er staat", "What stands there"), say("Waarom niet", "Why not")]
        ) {
            for row in preview.refused.prefix(Self.mostRefused) {
                for problem in row.problems {
                    tr {
                        th(.scope("row")) { "\(row.line)" }
                        td { problem.field.map { ImportFieldName(say: say).words($0) } ?? "–" }
                        td { problem.value ?? "–" }
                        td { say(problem.reason.dutch, problem.reason.english) }
                    }
                }
            }
        }
    }

    private var columns: HTML {
        table(say("Welke kolom wat wordt", "Which column becomes what"), [say("Veld", "Field"), say("Kolom", "Column")]) {
            for (field, columns) in preview.columns {
                tr {
                    th(.scope("row")) { ImportFieldName(say: say).words(field.rawValue) }
                    td { columns.joined(separator: " + ") }
                }
            }
        }
    }

    private var nothing: HTML {
        p {
            say(
                "Zo wordt er niets overgenomen. Verbeter het bestand of de kaart, en probeer het hier opnieuw.",
                "Nothing is taken over this way. Correct the file or the map, and try again here.")
        }
    }

    private var command: HTML {
        section {
            h2 { say("Overnemen", "Taking over") }
            p {
                say(
                    "Klopt het, voer dan op de machine van Gehoor uit; dat kan terwijl er gewerkt wordt. Er gaan geen brieven uit. Wat geweigerd wordt, kunt u verbeteren en opnieuw geven.",
                    "When it is right, run this on Gehoor's machine, also while people work. No letters are made. What is refused can be corrected and given again."
                )
            }
            pre(.class("command")) { code { "gehoor import \(shown(fileName)) --map \(mapName) --data DIR" } }
        }
    }

    private func table(_ title: String, _ heads: [String], @HTMLBuilder rows: () -> HTML) -> HTML {
        div(.class("scroll"), .tabindex(0), .role("region"), .aria("label", title)) {
            Markup.table(.class("table")) {
                caption { title }
                thead { tr { for head in heads { th(.scope("col")) { head } } } }
                tbody(content: rows)
            }
        }
    }

    private func moment(_ instant: Instant) -> String { DateWords.short(desk.calendar.zone.moment(at: instant)) }

    private func opening(_ story: String) -> String {
        let scalars = story.unicodeScalars.prefix(121)
        return String(String.UnicodeScalarView(scalars.prefix(120))) + (scalars.count > 120 ? "…" : "")
    }

    /// As a shell takes it: a name with anything unusual in it stands in quotes.
    private func shown(_ name: String) -> String {
        let isPlain = name.utf8.allSatisfy { $0.isShellPlain } && name.utf8.first != UInt8(ascii: "-")
        return isPlain ? name : "'./" + name.replacing("'", with: "'\\''") + "'"
    }
}

extension UInt8 {
    fileprivate var isShellPlain: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
    }
}
