import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

/// Who is away now and later, what waits on their desks, and the form that notes it.
struct AwayPage {
    /// What was read for it, all of one moment.
    struct Content: Sendable {
        let absences: [Absence]
        /// Of everybody.
        let all: [Absence]
        /// The open complaints of whoever is away now, as far as this reader may hand them over.
        let waiting: [StaffID: [WorklistRow]]

        init(_ reader: WorklistReader, of person: SignedInPerson, at now: Moment, in snapshot: Snapshot) throws {
            let isManager = person.actor.has(.manager)
            let coming = try snapshot.comingAbsences(at: now.instant)
            all = coming
            absences = isManager ? coming : coming.filter { $0.staff == person.member.id || $0.replacement == person.member.id }
            var waiting: [StaffID: [WorklistRow]] = [:]
            for absence in absences where isManager && absence.covers(now.day) {
                var filter = WorklistFilter()
                (filter.view, filter.handler, filter.order) = (.open, absence.staff, .due)
                waiting[absence.staff] = try snapshot.worklist(filter, for: reader, limit: TogetherAct.most).rows
            }
            self.waiting = waiting
        }
    }

    let desk: Desk
    let content: Content
    let typed: TypedForm
    /// The absence that was just noted, or any other number where something else was saved.
    let saved: Int64?

    private var say: Wording { desk.say }
    private var isManager: Bool { desk.actor.has(.manager) }

    func response() -> Response {
        let title = say("Afwezigheid", "Absence")
        return desk.page(
            typed.title(title), current: Paths.away,
            flash: flash,
            isReading: true, status: typed.hasTrouble ? .unprocessableContent : .ok
        ) {
            typed.summary([staff, first, last, replacement])
            Heading(
                title: title,
                remark: say(
                    "Wie weg is krijgt geen nieuwe klachten voorgesteld. De vervanger krijgt de herinneringen en behandelt wat er ligt.",
                    "Who is away is not proposed for new complaints. The replacement gets the reminders and handles what is there.")
            ).html
            if content.absences.isEmpty {
                p(.class("muted")) { say("Niemand is afwezig, nu of later.", "Nobody is away, now or later.") }
            } else {
                list
            }
            section(.class("apart")) {
                h2 { isManager ? say("Afwezigheid noteren", "Note an absence") : say("Ik ben afwezig", "I am away") }
                form
            }
        }
    }

    private var words: AwayWords { AwayWords(desk: desk) }

    /// What was saved; and who replaces whom otherwise than it seems: whoever was noted, or whom that one replaces.
    private var flash: Notice? {
        guard let saved else { return nil }
        let noted = content.all.first { $0.id == saved }
        let gaps = content.absences.filter { $0.id == saved || $0.replacement == noted?.staff }.flatMap {
            words.gaps($0, among: content.all)
        }
        return Notice(gaps.isEmpty ? .good : .soon, isFlash: gaps.isEmpty) {
            p { say("Bewaard.", "Saved.") }
            for gap in gaps { p { gap } }
        }
    }

    private var staff: Field { typed.field("staff", say("Wie", "Who")) }
    private var first: Field { typed.field("first", say("Eerste dag", "First day")) }
    private var last: Field { typed.field("last", say("Laatste dag", "Last day")) }
    private var replacement: Field {
        typed.field(
            "replacement", say("Vervanger", "Replacement"),
            hint: isManager
                ? say(
                    "Wie een klachtenmanager vervangt, is zo lang zelf klachtenmanager. Zonder vervanger gaan herinneringen naar de klachtenmanager.",
                    "Whoever replaces a complaints manager is one for that time. Without a replacement reminders go to the complaints manager."
                )
                : say(
                    "Zonder vervanger gaan herinneringen naar de klachtenmanager.",
                    "Without a replacement reminders go to the complaints manager."),
            isOptional: true)
    }

    private var form: HTML {
        desk.form(to: Paths.away) {
            if isManager {
                let people = desk.colleagues().filter { !$0.roles.isDisjoint(with: [.handler, .manager]) }
                SelectField(
                    field: staff, choices: people.map { Choice("\($0.id.value)", $0.name) }, chosen: typed.text("staff"),
                    empty: say("Kies een collega", "Choose a colleague"), width: .medium)
            }
            div(.class("pair")) {
                DateField(field: first, value: typed.text("first", or: DateWords.short(desk.now.day)))
                DateField(field: last, value: typed.text("last"))
            }
            SelectField(
                field: replacement,
                choices: standIns.map { Choice("\($0.id.value)", $0.name) },
                chosen: typed.text("replacement"), empty: say("Niemand", "Nobody"), width: .medium)
            actions { Button(say("Noteer afwezigheid", "Note absence"), .primary) }
        }
    }

    /// For a handler another handler; a manager chooses for people of every role.
    private var standIns: [StaffMember] {
        let roles: Set<Role> = isManager ? [.handler, .manager, .intake] : [.handler]
        return desk.colleagues().filter { !$0.roles.isDisjoint(with: roles) && (isManager || $0.id != desk.person.member.id) }
    }

    private var list: HTML {
        ul(.class("plain")) { for absence in content.absences { entry(absence) } }
    }

    private func entry(_ absence: Absence) -> HTML {
        let name = desk.name(of: absence.staff) ?? ""
        let isNow = absence.covers(desk.now.day)
        let stand = absence.replacement.flatMap { desk.name(of: $0) }
        return li {
            p {
                strong { name }
                ": \(words.days(absence.first, absence.last)). "
                stand.map { say("Vervanger: \($0).", "Replacement: \($0).") } ?? say("Geen vervanger.", "No replacement.")
                if isNow { span(.class("mark soon")) { say("nu afwezig", "away now") } }
            }
            for gap in words.gaps(absence, among: content.all) { p(.class("hint")) { gap } }
            if let rows = content.waiting[absence.staff], !rows.isEmpty { handOver(rows, from: absence) }
            if isManager || absence.staff == desk.person.member.id {
                desk.form(to: Paths.awayEnd(absence.id), class: "in-line") {
                    Button(isNow ? say("\(name) is terug", "\(name) is back") : say("Haal weg", "Take away"), .quiet)
                }
            }
        }
    }

    /// What waits on the desk of somebody who is away: to look at, or to hand over with the reason, after the dry run.
    private func handOver(_ rows: [WorklistRow], from absence: Absence) -> HTML {
        let name = desk.name(of: absence.staff) ?? ""
        var query = WorklistQuery()
        query[.view] = WorklistView.open.rawValue
        query[.handler] = "\(absence.staff.value)"
        let many = say.count(rows.count, ("open klacht", "open klachten"), ("open complaint", "open complaints"))
        return p {
            Link(say("\(many) op dit bureau", "\(many) on this desk"), to: query.address())
            if let stand = Absences(content.all.filter { $0.covers(desk.now.day) }).standIn(for: absence.staff),
                let other = desk.name(of: stand)
            {
                " · "
                Link(
                    say("Draag ze over aan \(other)…", "Hand them over to \(other)…"),
                    to: Paths.together
                        + QueryText.query(
                            [
                                (TogetherFields.act, TogetherFields.assign), (TogetherFields.handler, "\(stand.value)"),
                                (TogetherFields.reason, HandoverReason.away.rawValue),
                                (TogetherFields.reasonNote, AssignmentReason(say: say).absence(of: name, through: absence.last)),
                                (TogetherFields.back, Paths.away),
                            ] + rows.map { (TogetherFields.complaint, $0.number.digits) }))
            }
        }
    }
}
