import Casework
import Complaints
import Hummingbird
import Markup

/// Under a form whose words are kept: since when there is a draft, and the way to throw it away. The line is there when it says nothing
/// yet, so that nothing moves when it does.
struct DraftLine {
    let desk: Desk
    let draft: Draft?
    /// What was thrown away of late, while nothing else stands in its place.
    let thrown: ThrownDraft?
    let paths: DraftPaths
    /// Whether more has happened in the file than the draft's author had in view.
    var isOvertaken = false

    private var say: Wording { desk.say }

    var html: HTML {
        div(.class("draft-line"), .id(paths.anchor)) {
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
                .class("link"), .buttonType(.submit), .formaction(paths.discard), .hidden(draft == nil), .data("discard", ""),
                .aria("label", say("Concept weggooien", "Throw draft away"))
            ) { say("weggooien", "throw away") }
            if draft == nil, let thrown {
                button(
                    .class("link"), .buttonType(.submit), .formaction(paths.discard), .name(DraftCounter.back), .value("1"),
                    .autofocus(thrown.isJustNow), .data("back", ""), .aria("label", say("Concept terugzetten", "Put draft back"))
                ) { say("terugzetten", "put back") }
            }
        }
    }

    private var words: String {
        guard let draft else {
            return thrown.map {
                say("Concept weggegooid om \(desk.time(of: $0.draft)).", "Draft thrown away at \(desk.time(of: $0.draft)).")
            } ?? ""
        }
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
        to path: String, draft: Draft?, thrown: ThrownDraft? = nil, at drafts: DraftPaths, mark: DraftMark? = nil, isUnsaved: Bool = false,
        isOvertaken: Bool = false,
        isUpload: Bool = false, class name: String? = nil, @HTMLBuilder content: () -> HTML
    ) -> HTML {
        Markup.form(
            .method(.post), .action(path), .when(isUpload, .multipart), .class(name ?? "form"), .novalidate, .data("draft", drafts.save),
            .data("unsaved", isUnsaved ? "" : nil)
        ) {
            token
            input(
                .type(.hidden), .name(DraftSlots.field), .value((mark ?? draft?.mark ?? DraftMark()).fromHere(isReturned: mark != nil).text)
            )
            content()
            DraftLine(desk: self, draft: draft, thrown: thrown, paths: drafts, isOvertaken: isOvertaken).html
        }
    }
}

/// What was thrown away of late and can be put back.
struct ThrownDraft: Sendable {
    let draft: Draft
    /// Whether this page is what came of throwing it away.
    let isJustNow: Bool
}

/// Where the draft of a form is saved and thrown away.
struct DraftPaths {
    /// The name that the draft goes under.
    let form: String
    let save: String
    let discard: String

    /// The id of the line that tells of it.
    var anchor: String { Self.anchor(form) }
    static func anchor(_ form: String) -> String { "concept-\(form)" }
}

extension DraftMark {
    /// A page that opens anew begins from this version, under a name of its own: by that it is known which drafts are its own, and that its
    /// form was sent before. What comes back with a problem keeps its name.
    func fromHere(isReturned: Bool) -> DraftMark {
        if isReturned, !writer.isEmpty { return self }
        return DraftMark(version: version, writer: String(UInt64.random(in: .min ... .max), radix: 36))
    }
}
