import Casework
import Complaints
import Hummingbird
import Markup

/// The form for a trial, and above it what came of the last one.
struct TakingOverPage {
    let desk: Desk
    let typed: TypedForm
    var fileName = ""
    var mapName = ""
    var preview: ImportPreview? = nil

    private var say: Wording { desk.say }

    func response() -> Response {
        let title = say("Oud register overnemen", "Taking over an old register")
        return desk.page(typed.title(title), current: Paths.takingOver, status: typed.hasTrouble ? .unprocessableContent : .ok) {
            typed.summary([file, map, yaml])
            Heading(
                title: title,
                remark: say(
                    "Probeer hier een bestand uit. Er wordt niets bewaard: overnemen gaat op de machine zelf.",
                    "Try a file here. Nothing is kept: taking over is done on the machine itself.")
            ).html
            if let preview { TakingOverResult(desk: desk, fileName: fileName, mapName: mapName, preview: preview).html }
            section(.class(preview == nil ? "" : "apart")) {
                if preview != nil { h2 { say("Nog een proef", "Another trial") } }
                form
            }
            readyMaps
        }
    }

    private var file: Field {
        typed.field(
            "file", say("CSV-bestand", "CSV file"),
            hint: say(
                "Met de namen van de kolommen op de eerste regel. Alleen de eerste 1000 rijen worden bekeken.",
                "With the names of the columns on the first line. Only the first 1000 rows are looked at."))
    }

    private var map: Field { typed.field("map", say("Waar het bestand vandaan komt", "Where the file comes from")) }

    private var yaml: Field {
        typed.field(
            "yaml", say("Eigen kaart", "Map of your own"),
            hint: say(
                "Welke kolom welk veld is, in YAML. Begin met een kaart van hieronder. Alleen nodig als u hierboven “eigen kaart” kiest.",
                "Which column is which field, in YAML. Begin with a map from below. Only needed when you choose “a map of your own” above."),
            isOptional: true)
    }

    private var form: HTML {
        desk.form(to: Paths.takingOver, isUpload: true) {
            FileField(field: file, accept: ".csv,.tsv,.txt,text/csv", takesMany: false)
            SelectField(
                field: map, choices: ReadyMap.allCases.map { Choice($0.rawValue, Self.name($0)) }, chosen: typed.text("map"),
                empty: say("iets anders: eigen kaart", "something else: a map of your own"), width: .medium)
            TextArea(field: yaml, value: typed.text("yaml"), rows: 10)
            actions { Button(say("Bekijk", "Preview"), .primary) }
        }
    }

    private var readyMaps: HTML {
        section(.class("apart")) {
            h2 { say("Kaarten die er al zijn", "Maps that are there already") }
            for map in ReadyMap.allCases {
                details {
                    summary { Self.name(map) }
                    pre(.lang("en"), .class("scroll"), .tabindex(0), .role("region"), .aria("label", Self.name(map))) { code { map.yaml } }
                }
            }
        }
    }

    private static func name(_ map: ReadyMap) -> String {
        switch map {
        case .zammad: "Zammad"
        case .osticket: "osTicket"
        case .freescout: "FreeScout"
        case .requestTracker: "Request Tracker"
        }
    }
}
