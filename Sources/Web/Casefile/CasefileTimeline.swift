import Casework
import Complaints
import Markup
import Records

/// What happened to a complaint, from the story down, in sentences.
struct CasefileTimeline {
    let desk: Desk
    let file: Casefile

    private var say: Wording { desk.say }

    var html: HTML {
        Timeline(label: say("Wat er gebeurde", "What happened"), entries: entries).html
    }

    private var entries: [TimelineEntry] {
        let undoings = file.history.undoings
        var documents = 0
        return file.history.map { recorded in
            let isUndone = undoings[recorded.sequence] != nil
            if case .attached = recorded.occurrence.event, !isUndone { documents += 1 }
            return entry(recorded, document: isUndone ? nil : documents, isUndone: isUndone)
        }
    }

    /// - Parameter document: which of the file's documents this is, if it is one.
    private func entry(_ recorded: RecordedOccurrence, document: Int?, isUndone: Bool) -> TimelineEntry {
        let sentence = sentence(for: recorded.occurrence.event, by: recorded.by)
        let moment = desk.calendar.zone.moment(at: recorded.at)
        let time = DateWords.brief(moment, desk.language, today: desk.now.day)
        return TimelineEntry(
            kind: sentence.kind, icon: icon(of: recorded.occurrence.event), id: "e\(recorded.sequence)", label: sentence.label,
            who: who(recorded.by),
            recipients: sentence.kind == .reply ? recipients(recorded) : nil,
            moment: (MachineTime.text(moment, desk.calendar.zone), time),
            words: group {
                words(sentence.words)
                // What would only repeat the time beside the label is left out.
                if let aside = sentence.aside, !aside.hasSuffix(time) { p(.class("muted")) { aside } }
                if isUndone, case .attached(let document) = recorded.occurrence.event {
                    p { document.name.text ?? say("(gewist)", "(erased)") }
                }
            }, documents: links(recorded, document: document), undone: isUndone ? say("ongedaan gemaakt", "undone") : nil)
    }

    /// The story shows by which door it came.
    private func icon(of event: ComplaintEvent) -> Icon? {
        guard case .registered(let registration) = event else { return nil }
        return switch registration.channel {
        case .phone: .phone
        case .letter: .letter
        case .counter: .counter
        case .web: .web
        default: nil
        }
    }

    private func who(_ identity: Actor.Identity) -> String {
        switch identity {
        case .staff(let id): desk.name(of: id) ?? ""
        case .token: say("koppeling", "API")
        case .colleague(let id): say("\(desk.name(of: id) ?? ""), per e-mail", "\(desk.name(of: id) ?? ""), by e-mail")
        case .customer: file.complaint.correspondent?.name ?? say("klant", "customer")
        case .system: "Gehoor"
        }
    }

    /// A text with its line breaks; an erased one says so.
    private func words(_ passages: [Passage]) -> HTML {
        group {
            for passage in passages {
                if let text = passage.text { p(.class("pre")) { text } } else { p(.class("muted")) { say("(gewist)", "(erased)") } }
            }
        }
    }

    private func recipients(_ recorded: RecordedOccurrence) -> String? {
        guard let letter = file.letters.first(where: { $0.sequence == recorded.sequence }) else { return nil }
        return say("aan \(letter.content.recipient)", "to \(letter.content.recipient)")
    }

    private func state(of letter: Letter) -> String {
        say.letterState(
            letter, file.deliveries[letter.id], isReplaced: file.letters.hasReplaced(letter.id), in: desk.house,
            at: desk.now.instant)
    }

    private func links(_ recorded: RecordedOccurrence, document: Int?) -> [Link] {
        var links = file.letters.filter { $0.sequence == recorded.sequence }.map { letter in
            Link(
                "\(say.subject(of: letter)) · \(state(of: letter))",
                to: Paths.letter(letter.id, file.complaint.number))
        }
        if let mail = file.mails[recorded.sequence], desk.actor.hasAny(of: [.intake, .handler, .manager]) {
            links.append(Link(say("De hele e-mail", "The whole e-mail"), to: Paths.mail(mail)))
        }
        if let document, case .attached(let attached) = recorded.occurrence.event {
            links.append(Link(attached.name.text ?? say("(gewist)", "(erased)"), to: Paths.document(document, file.complaint.number)))
        }
        return links
    }

    private func sentence(for event: ComplaintEvent, by identity: Actor.Identity) -> EventSentence {
        EventSentences(say: say, desk: desk, file: file).sentence(for: event, by: identity)
    }
}
