import Casework
import Complaints
import Hummingbird
import Markup

/// Under a form whose words are kept: since when there is a draft, and the way to throw it away. The line is there when it says nothing
/// yet, so that nothing moves when it does.
struct DraftLine {
    let desk: Desk
    let draft: Draft?
    /// Where it is thrown away.
    let discard: String
    /// Whether more has happened in the file than the draft's author had in view.
    var isOvertaken = false

    private var say: Wording { desk.say }

    var html: HTML {
        div(.class("draft-line")) {
            span(
                .role("status"),
                .data("failed", say("Concept nog niet bewaard; dat wordt opnieuw geprobeerd.", "Draft not saved yet; trying again.")),
                .data("lost", say("Niet bewaard: dit is niet meer voor u.", "Not saved: this is no longer for you.")),
                .data(
                    "out",
                    say(
                        "Concept niet bewaard: u bent afgemeld. Sluit deze bladzijde niet.",
                        "Draft not saved: you are signed out. Don't close this page."))
            ) { words }
            button(
                .class("link"), .buttonType(.submit), .formaction(discard), .hidden(draft == nil), .data("discard", ""),
                .aria("label", say("Concept weggooien", "Throw draft away"))
            ) { say("weggooien", "throw away") }
        }
    }

    private var words: String {
        guard let draft else { return "" }
        let since = isOvertaken ? say(" Sindsdien is er iets bijgekomen in dit dossier.", " More has happened in this file since.") : ""
        return say("Concept van \(desk.time(of: draft)).", "Draft of \(desk.time(of: draft)).") + since
    }
}

extension Desk {
    /// When a draft was saved: the time, with the day where that is another one.
    func time(of draft: Draft) -> String {
        let moment = calendar.zone.moment(at: draft.savedAt)
        return moment.day == now.day ? DateWords.time(moment.time) : DateWords.brief(moment, language)
    }

    /// A form whose words are kept while they are typed.
    ///
    /// - Parameters:
    ///   - mark: what the form carries where it comes back; else the draft's own.
    ///   - isUnsaved: whether what stands in it came with a form that was refused.
    func draftedForm(
        to path: String, draft: Draft?, at drafts: DraftPaths, mark: DraftMark? = nil, isUnsaved: Bool = false, isOvertaken: Bool = false,
        isUpload: Bool = false, class name: String? = nil, @HTMLBuilder content: () -> HTML
    ) -> HTML {
        Markup.form(
            .method(.post), .action(path), .when(isUpload, .multipart), .class(name ?? "form"), .novalidate, .data("draft", drafts.save),
            .data("unsaved", isUnsaved ? "" : nil)
        ) {
            token
            input(.type(.hidden), .name(DraftSlots.field), .value((mark ?? draft?.mark.fromHere ?? DraftMark()).text))
            content()
            DraftLine(desk: self, draft: draft, discard: drafts.discard, isOvertaken: isOvertaken).html
        }
    }
}

/// Where the draft of a form is saved and thrown away.
struct DraftPaths {
    let save: String
    let discard: String
}

extension DraftMark {
    /// A page that opens anew begins from this version, under a name of its own.
    var fromHere: DraftMark { DraftMark(version: version) }
}
