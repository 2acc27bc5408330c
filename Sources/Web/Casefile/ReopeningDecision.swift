import Casework
import Complaints
import Markup

/// The next step of whoever decides whether a complaint is looked at again.
struct ReopeningDecision {
    let desk: Desk
    let file: Casefile
    let typed: TypedForms
    /// Until when, in words.
    let by: String

    private var say: Wording { desk.say }
    private var complaint: Complaint { file.complaint }

    var step: NextStep {
        let fields = ActFields(act: .decideReopening, typed: typed, say: say)
        return NextStep(
            title: say("Volgende stap", "Next step"),
            step: say(
                "Beslis of deze klacht opnieuw bekeken wordt\(by).", "Decide whether this complaint is looked at again\(by)."),
            aside: [late, say("De klant krijgt uw besluit met de reden.", "The customer gets your decision with the reason.")]
                .compactMap(\.self).joined(separator: " "),
            act: fields.form(on: complaint.number, desk) {
                input(.type(.hidden), .name("gezien"), .value("\(complaint.sequence)"))
                RadioField(
                    field: fields.field("granted", say("Opnieuw bekijken?", "Look at it again?")),
                    choices: [Choice("yes", say("Ja, heropen", "Yes, reopen")), Choice("no", say("Nee", "No"))],
                    chosen: fields.text("granted"))
                TextArea(
                    field: fields.field("reason", say("Reden, voor de klant", "Reason, for the customer")), value: fields.text("reason"),
                    rows: 3)
                actions { Button(say("Leg besluit vast", "Record decision"), .primary) }
            })
    }

    /// That it was asked after the term; nil where it was not.
    private var late: String? {
        let procedure = desk.house.procedures.version(complaint.procedureVersion)
        guard let request = complaint.lateRequest(in: file.history, with: Facts(calendar: desk.calendar, procedure: procedure)) else {
            return nil
        }
        let days = [request.last, request.asked].map { DateWords.brief($0, desk.language, today: desk.now.day) }
        return say(
            "Vragen om opnieuw te kijken kon tot en met \(days[0]); dit verzoek is van \(days[1]).",
            "Looking again could be asked for until \(days[0]); this request is of \(days[1]).")
    }
}
