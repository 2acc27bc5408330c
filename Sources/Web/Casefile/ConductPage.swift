import Casework
import Complaints
import Hummingbird
import Markup
import Records

/// "Is de procedure gevolgd?" for one complaint: a page to print, each line of which can be found in the journal.
struct ConductPage {
    let desk: Desk
    let file: Casefile
    let reminders: [ReminderLine]

    private var say: Wording { desk.say }
    private var complaint: Complaint { file.complaint }
    private var zone: OfficeZone { desk.calendar.zone }
    private var conduct: Conduct { Conduct(of: complaint, history: file.history, at: desk.now.instant) }

    func response() -> Response {
        let number = complaint.number.formatted
        let title = say("Is de procedure gevolgd? \(number)", "Was the procedure followed? \(number)")
        return desk.page(title) {
            p(.class("no-print")) { Link(say("Terug naar het dossier", "Back to the file"), to: Paths.file(complaint.number)) }
            Heading(title: title).html
            p(.class("lead")) { sentence }
            p(.class("muted")) { version }
            steps
            if !attempts.isEmpty { tried }
            if !reminders.isEmpty { reminded }
            p { Link(say("Bewijs van dit dossier", "Proof of this file"), to: Paths.proof(complaint.number)) }
        }
    }

    private var sentence: String {
        switch (conduct.isFollowed, conduct.isFinished) {
        case (true, true) where conduct.hasDropped:
            say(
                "Ja, behalve wat verviel: elke andere stap is op tijd gedaan.",
                "Yes, but for what was withdrawn: every other step was taken in time.")
        case (true, true): say("Ja: elke stap is op tijd gedaan.", "Yes: every step was taken in time.")
        case (true, false):
            say("Tot nu toe wel: wat moest gebeuren is op tijd gedaan.", "So far it was: what had to be done was done in time.")
        case (false, _): say("Nee: niet alles is op tijd gedaan.", "No: not everything was done in time.")
        }
    }

    private var version: String {
        let version = complaint.procedureVersion
        let day = DateWords.short(zone.moment(at: desk.now.instant))
        return say("Procedure versie \(version). Stand van \(day).", "Procedure version \(version). As of \(day).")
    }

    private var steps: HTML {
        let label = say("De stappen", "The steps")
        return div(.class("scroll"), .tabindex(0), .role("region"), .aria("label", label)) {
            table(.class("table conduct")) {
                caption { label }
                thead {
                    tr {
                        th(.scope("col")) { say("Stap", "Step") }
                        th(.scope("col")) { say("Uiterlijk", "By") }
                        th(.scope("col")) { say("Gedaan", "Done") }
                        th(.scope("col")) { say("Door", "By whom") }
                        th(.scope("col")) { say("Oordeel", "Verdict") }
                        th(.scope("col")) { say("Bewijs", "Proof") }
                    }
                }
                tbody { for step in conduct.steps { row(step) } }
            }
        }
    }

    private func row(_ step: Conduct.Step) -> HTML {
        tr {
            th(.scope("row")) { name(step.subject) }
            td { due(step.subject) }
            td { step.doneAt.map(short) ?? "–" }
            td { step.by.map(who) ?? "–" }
            td { verdict(step.verdict) }
            td { step.sequence.map { say("regel \($0)", "entry \($0)") } ?? "–" }
        }
    }

    private func short(_ instant: Instant) -> String { DateWords.short(zone.moment(at: instant)) }

    private func name(_ subject: Conduct.Subject) -> String {
        // What was promised by hand, or must be done at once, has a name of its own.
        if case .promise(let promise) = subject { return file.name(of: promise, say, desk.house).capitalisedFirst }
        return say.step(subject).capitalisedFirst
    }

    private func due(_ subject: Conduct.Subject) -> HTML {
        guard case .promise(let promise) = subject else { return HTML("–") }
        return group {
            short(promise.due)
            for former in promise.history { span(.class("muted")) { say(" (was \(short(former.due)))", " (was \(short(former.due)))") } }
            br()
            span(.class("muted")) { file.explanation(of: promise, say) }
        }
    }

    private func who(_ identity: Actor.Identity) -> String {
        switch identity {
        case .staff(let id): desk.name(of: id) ?? say("een medewerker", "a member of staff")
        case .token: say("koppeling", "API token")
        case .colleague(let id): desk.name(of: id) ?? say("een collega", "a colleague")
        case .customer: say("de klant", "the customer")
        case .system: "Gehoor"
        }
    }

    private func verdict(_ verdict: Conduct.Verdict) -> HTML {
        let words = say.conduct(verdict)
        return switch verdict {
        case .done: HTML(words)
        case .inTime: PromisePill(words, .good).html
        case .late, .broken: PromisePill(words, .late).html
        case .open: PromisePill(words, .calm).html
        case .standingStill, .withdrawn: PromisePill(words, .waiting).html
        }
    }

    /// First contact is evidence: each attempt, with what came of it and the entry that proves it.
    private var attempts: [(recorded: RecordedOccurrence, attempt: ContactAttempt)] {
        file.history.inForce.compactMap { recorded in
            if case .contacted(let attempt) = recorded.occurrence.event { (recorded, attempt) } else { nil }
        }
    }

    private var tried: HTML {
        section {
            h2 { say("Pogingen tot contact", "Attempts to make contact") }
            ul {
                for (recorded, attempt) in attempts {
                    li {
                        "\(short(attempt.at)): \(say.outcome(attempt.outcome)) · \(who(recorded.by)) · "
                        say("regel \(recorded.sequence)", "entry \(recorded.sequence)")
                    }
                }
            }
        }
    }

    private var reminded: HTML {
        section(.class("conduct")) {
            h2 { say("Herinnerd", "Reminded") }
            ul {
                for line in reminders { li { words(for: line) } }
            }
        }
    }

    private func words(for line: ReminderLine) -> String {
        let names = [
            line.recipients.contains(.handler) ? say("behandelaar", "handler") : nil,
            line.recipients.contains(.manager) ? say("klachtenmanager", "complaints manager") : nil,
            line.recipients.contains(.management) ? say("directie", "management") : nil,
        ].compactMap(\.self)
        let promise = complaint.promises.first { $0.ordinal == line.ordinal }.map { file.name(of: $0, say, desk.house) } ?? ""
        return "\(short(line.at)): \(say.joined(names)) · \(promise)"
    }
}
