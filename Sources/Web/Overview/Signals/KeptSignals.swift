import Casework
import Complaints
import Markup
import Records

/// What was found in the last half year, and what became of it.
struct KeptSignals {
    let desk: Desk
    let content: SignalsContent

    private var say: Wording { desk.say }
    private var words: KeptSignalWords { KeptSignalWords(desk: desk) }
    private var mayJudge: Bool { desk.actor.hasAny(of: SignalOffice.judges) }

    var html: HTML {
        section(.class("apart")) {
            h2 { say("Eerder gevonden", "Found before") }
            if content.kept.isEmpty {
                p(.class("muted")) {
                    say("In het laatste halve jaar is niets gevonden.", "Nothing was found in the last half year.")
                }
            } else {
                table
                FileLinks(say: say, csv: Paths.signalsCSV, sheet: Paths.signalsSheet).html
            }
            if mayJudge {
                p {
                    a(.href(Paths.exposure)) {
                        say("Hoeveel klanten, bestellingen of meldingen er zijn", "How many customers, orders or tickets there are")
                    }
                }
            }
            if mayJudge {
                p {
                    a(.href(Paths.limits)) { say("Waar de grenzen van de grafieken uit komen", "Where the limits of the charts come from") }
                }
                p { a(.href(Paths.incidents)) { say("Voorvallen en meldingen aan klanten", "Incidents and notices to customers") } }
            }
        }
    }

    private var table: HTML {
        div(.class("scroll"), .tabindex(0), .role("region"), .aria("label", say("Eerder gevonden", "Found before"))) {
            Markup.table(.class("table")) {
                thead {
                    tr {
                        th(.scope("col")) { say("Week", "Week") }
                        th(.scope("col")) { say("Gaat over", "About") }
                        th(.scope("col")) { say("Wat", "What") }
                        th(.scope("col")) { say("Hoe het ermee staat", "How it stands") }
                    }
                }
                tbody {
                    for signal in content.kept {
                        tr {
                            th(.scope("row")) { words.week(signal) }
                            td {
                                if mayJudge { a(.href(Paths.signal(signal.id))) { words.name(signal) } } else { words.name(signal) }
                            }
                            td { words.insight.kind(signal.kind) }
                            td { words.standing(signal) }
                        }
                    }
                }
            }
        }
    }
}
