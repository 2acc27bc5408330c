import Casework
import Complaints
import Markup

/// What a customer can do now, each in a form of its own. Which acts there are is the domain's to say.
struct FollowedForms {
    let frame: PublicFrame
    let file: FollowedFile
    let returned: ReturnedMessage
    /// Binds each form to this very session.
    let token: String
    let tokens: FormTokens
    let reception: Reception

    private var say: Wording { frame.say }
    private var possible: Set<Act> {
        file.complaint.possibleActs(for: .customer, under: frame.house.procedures.version(file.complaint.procedureVersion))
    }
    private var counter: FileCounter { FileCounter(reception: reception, submission: returned.submission, say: say) }

    private func isReturned(_ act: FollowedAct) -> Bool { returned.act == act && returned.isWrong }

    /// The fields with something wrong, for the summary.
    var wrongFields: [Field] {
        guard let act = returned.act else { return [] }
        return act == .reply ? [text(.reply, ""), upload.field] : [text(act, "")]
    }

    private func text(_ act: FollowedAct, _ label: String, hint: String? = nil, isOptional: Bool = false) -> Field {
        Field(
            "text", label, hint: hint, optional: isOptional ? say.optional : nil, error: isReturned(act) ? returned.textTrouble : nil,
            prefix: act.rawValue)
    }

    private var upload: (field: Field, html: HTML) {
        let isReply = isReturned(.reply)
        return counter.field(
            isReply ? returned.waiting : WaitingFiles(), error: isReply ? returned.filesTrouble : nil, prefix: FollowedAct.reply.rawValue)
    }

    private func form(_ act: FollowedAct, isUpload: Bool = false, @HTMLBuilder content: () -> HTML) -> HTML {
        Markup.form(
            .method(.post), .action(frame.address(Paths.followedAct(act.rawValue))), .when(isUpload, .multipart), .class("form"),
            .novalidate
        ) {
            input(.type(.hidden), .name(FormTokens.field), .value(token))
            input(.type(.hidden), .name(Submission.field), .value(returned.submission.sealed(by: tokens)))
            if isReturned(act) { counter.hiddenFields(returned.waiting) }
            content()
        }
    }

    private func value(_ act: FollowedAct) -> String { isReturned(act) ? returned.text : "" }

    func reply(_ label: String) -> HTML {
        form(.reply, isUpload: true) {
            TextArea(
                field: text(
                    .reply, label,
                    hint: say("Zet geen medische gegevens of BSN in uw bericht.", "Leave medical details and your BSN out.")),
                value: value(.reply), rows: 5)
            upload.html
            actions { Button(say("Verstuur bericht", "Send message"), .primary) }
        }
    }

    /// What is asked for seldom stays folded until somebody wants it.
    var others: HTML {
        group {
            if mayReopen { fold(.reopen, say("Niet tevreden?", "Not satisfied?")) { reopen } }
            if possible.contains(.withdraw) { fold(.withdraw, say("Klacht intrekken", "Withdraw your complaint")) { withdraw } }
        }
    }

    private var mayReopen: Bool {
        possible.contains(.reopen) && (file.reopeningEnds.map { frame.now.day <= $0 } ?? true)
    }

    private func fold(_ act: FollowedAct, _ title: String, @HTMLBuilder content: () -> HTML) -> HTML {
        details(.class("fold"), .open(isReturned(act))) {
            summary { title }
            content()
        }
    }

    private var reopen: HTML {
        form(.reopen) {
            p {
                say(
                    "Vertel waarom. De klachtenmanager beslist of wij uw klacht opnieuw behandelen.",
                    "Tell us why. The complaints manager decides whether we handle your complaint again.")
                if let day = file.reopeningEnds {
                    let last = DateWords.told(day, today: frame.now.day, frame.language)
                    say(" Dat kan tot en met \(last).", " You can ask until \(last).")
                }
            }
            TextArea(
                field: text(.reopen, say("Wat is er nog niet goed?", "What is not right yet?")), value: value(.reopen), rows: 4)
            actions { Button(say("Vraag om opnieuw te kijken", "Ask us to look again")) }
        }
    }

    private var withdraw: HTML {
        form(.withdraw) {
            p { say("Wij stoppen dan met de behandeling. U krijgt daarvan bericht.", "We then stop handling it, and confirm that to you.") }
            TextArea(field: text(.withdraw, say("Waarom?", "Why?"), isOptional: true), value: value(.withdraw), rows: 3)
            actions { Button(say("Trek mijn klacht in", "Withdraw my complaint"), .danger) }
        }
    }

    var signOut: HTML {
        Markup.form(.method(.post), .action(frame.address(Paths.followedAct(FollowedAct.signOut.rawValue))), .class("no-print")) {
            input(.type(.hidden), .name(FormTokens.field), .value(token))
            Button(say("Sluit deze pagina af", "Close this page"), .quiet)
        }
    }
}
