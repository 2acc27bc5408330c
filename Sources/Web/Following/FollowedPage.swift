import Casework
import Complaints
import Hummingbird
import Markup

/// The customer's own page: what we wait for first, then how it stands, what was said, and what can be done.
struct FollowedPage {
    let frame: PublicFrame
    let file: FollowedFile
    let returned: ReturnedMessage
    let done: FollowedAct?
    let forms: FollowedForms

    private var say: Wording { frame.say }
    private var phases: FollowedPhases { FollowedPhases(frame: frame, file: file) }

    func response() -> Response {
        let title = say("Uw klacht \(file.complaint.number.formatted)", "Your complaint \(file.complaint.number.formatted)")
        return frame.page(
            returned.isWrong ? say("Fout: \(title)", "Error: \(title)") : title, status: returned.isWrong ? returned.status : .ok,
            hasTwin: !returned.isWrong
        ) {
            if returned.isWrong {
                ErrorSummary(
                    title: say("Er is een probleem", "There is a problem"), fields: forms.wrongFields,
                    general: [returned.general].compactMap(\.self))
            } else if let done {
                Notice(.good, isFlash: true) { p { words(done) } }
            }
            h1 {
                span(.class("step")) { title }
                phases.heading
            }
            frame.notices
            if let question = phases.waitsFor { lead(question) }
            state
            section(.class("stack close")) {
                h2 { say("Berichten", "Messages") }
                FollowedMessages(frame: frame, file: file).html
            }
            if phases.waitsFor == nil { section(.class("stack close")) { forms.reply(say("Stuur ons een bericht", "Send us a message")) } }
            forms.others
            outside
            reach
            forms.signOut
        }
    }

    /// The question, and right under it where to answer.
    private func lead(_ question: String) -> HTML {
        section(.class("stack close")) {
            Notice(.waiting) { div(.class("words")) { question } }
            forms.reply(say("Uw antwoord", "Your answer"))
        }
    }

    private var state: HTML {
        section(.class("stack")) {
            phases.track
            p(.class("muted")) {
                if let name = file.contactName { say("\(name) is uw contactpersoon. ", "\(name) is your contact person. ") }
                let moment = frame.house.calendar.zone.moment(at: file.complaint.changedAt)
                let day = DateWords.told(moment.day, today: frame.now.day, frame.language)
                say("Laatst veranderd: \(day), \(DateWords.time(moment.time)).", "Last changed: \(day), \(DateWords.time(moment.time)).")
            }
            if let expectation = file.expectation { p { expectation.sentence(in: frame.language) } }
            if file.complaint.reopeningRequest != nil {
                Notice(.calm) {
                    p {
                        say("Er is gevraagd om opnieuw te kijken. ", "Looking again was asked for. ")
                        phases.decision
                    }
                }
            }
        }
    }

    /// Once we are done: who else can look at it, for whom this customer is.
    private var outside: HTML {
        let procedure = frame.house.procedures.version(file.complaint.procedureVersion)
        let bodies = file.complaint.isOver ? procedure.outsideBodies(for: file.complaint.customerGroup) : []
        return bodies.isEmpty
            ? HTML()
            : section(.class("stack close")) {
                h2 { say("Komt u er met ons niet uit?", "Could we not settle it together?") }
                for body in bodies { p { body.words(in: frame.language) } }
            }
    }

    private func words(_ act: FollowedAct) -> String {
        switch act {
        case .reply: say("Uw bericht is bij ons.", "Your message is with us.")
        case .withdraw: say("Uw klacht is ingetrokken.", "Your complaint is withdrawn.")
        case .reopen:
            say("Uw verzoek is bij ons. Wij laten u weten wat wij beslissen.", "Your request is with us. We let you know what we decide.")
        case .signOut: ""
        }
    }

    private var reach: HTML {
        group {
            if frame.isReachable {
                p {
                    say("Liever contact? ", "Rather talk? ")
                    frame.waysToReach
                    say(
                        ". Noem uw klachtnummer: \(file.complaint.number.formatted).",
                        ". Mention your complaint number: \(file.complaint.number.formatted).")
                }
            }
        }
    }
}
