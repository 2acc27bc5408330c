import Casework
import Complaints
import Markup

/// One thing that the customer may read.
struct FollowedMessage: Sendable {
    let kind: EntryKind
    let label: String
    var words: [String] = []
}

/// The only place that turns an event into words for the customer. Each event is named, so that a new one is shown to nobody before somebody
/// decides that it may be. Notes, consultations, what staff wrote down of a conversation, severity and causes stay inside.
struct FollowedMessages {
    let frame: PublicFrame
    let file: FollowedFile

    private var say: Wording { frame.say }

    var html: HTML { Timeline(label: say("Berichten", "Messages"), entries: entries).html }

    private var entries: [TimelineEntry] {
        let zone = frame.house.calendar.zone
        return file.history.compactMap { recorded in
            guard let message = message(for: recorded) else { return nil }
            let moment = zone.moment(at: recorded.at)
            let words = "\(DateWords.told(moment.day, today: frame.now.day, frame.language)) \(DateWords.time(moment.time))"
            return TimelineEntry(
                kind: message.kind, id: "b\(recorded.sequence)", label: message.label, moment: (moment.day.iso, words),
                words: group { for words in message.words { p { words } } })
        }
    }

    func message(for recorded: RecordedOccurrence) -> FollowedMessage? {
        let isTheirs = recorded.by == .customer
        switch recorded.occurrence.event {
        case .registered:
            return FollowedMessage(kind: .customer, label: say("Uw klacht", "Your complaint"), words: words([file.complaint.story]))
        case .assigned(let handler, _): return assigned(handler == file.complaint.handler)
        case .contacted(let attempt): return contacted(attempt.outcome)
        case .asked(let text): return ours(say("Onze vraag", "Our question"), [text])
        case .answered(let text): return ours(say("Ons bericht", "Our message"), [text])
        case .proposed(let text): return ours(say("Ons voorstel", "Our proposal"), [text])
        case .answerReceived(let text, let channel):
            return received(text, through: channel, isTheirs: isTheirs, isMailed: file.mailed.contains(recorded.sequence))
        case .resolved(let resolution): return resolved(resolution)
        case .rated(let rating):
            return theirs(say("U vertelde wat u vond", "You told what you thought"), [rating.remark].compactMap(\.self))
        case .closed: return act(say("Afgesloten", "Closed"))
        case .reopeningRequested(let reason): return reopening(reason, isTheirs: isTheirs)
        case .reopeningDecided(let granted, let reason):
            return ours(
                granted
                    ? say("Wij bekijken uw klacht opnieuw", "We are looking at your complaint again")
                    : say("Wij bekijken uw klacht niet opnieuw", "We do not look at your complaint again"), [reason])
        case .withdrawn(let reason): return withdrawn(reason, isTheirs: isTheirs)
        case .referred(let to, let reason):
            return ours(say("Uw klacht hoort bij een ander", "Your complaint belongs with somebody else"), [to, reason])
        case .markedDuplicate:
            return act(say("Samengevoegd met een klacht die wij al hadden", "Merged with a complaint that we already had"))
        case .unmarkedDuplicate: return act(say("Loopt weer apart", "Handled by itself again"))
        case .attached(let document): return document.isFromCustomer ? sent(document) : nil
        case .extended(let extended):
            let message = ours(say("Wij hebben meer tijd nodig", "We need more time"), [extended.reason])
            return telling(newDay(of: extended.ordinal, by: recorded.occurrence), in: message)
        case .promiseChanged(let changed):
            let message = ours(
                changed.day == nil
                    ? say("Wat wij toezegden, gaat niet door", "What we promised is not going to happen")
                    : say("U hoort op een andere dag van ons", "You hear from us on another day"), [changed.reason])
            return telling(changed.day, in: message)
        case .investigated, .corrected, .classified, .accepted, .returned, .noted, .consulted, .contributed, .informed, .promised,
            .promiseKept, .undone, .erased:
            return nil
        }
    }

    /// The day that a promise gets by what happened.
    private func newDay(of ordinal: Int, by occurrence: Occurrence) -> Day? {
        for case .recounted(let moved, let count) in occurrence.promises where moved == ordinal {
            return frame.house.calendar.zone.moment(at: count.due).day
        }
        return nil
    }

    private func telling(_ day: Day?, in message: FollowedMessage) -> FollowedMessage {
        guard let day else { return message }
        let words = DateWords.told(day, today: frame.now.day, frame.language)
        var message = message
        message.words.append(say("Nu is het uiterlijk \(words).", "It is now by \(words)."))
        return message
    }

    private func words(_ passages: [Passage?]) -> [String] { passages.compactMap { $0?.text } }

    private func ours(_ label: String, _ passages: [Passage?]) -> FollowedMessage {
        FollowedMessage(kind: .reply, label: label, words: words(passages))
    }

    private func act(_ label: String) -> FollowedMessage { FollowedMessage(kind: .act, label: label) }

    private func theirs(_ label: String, _ passages: [Passage]) -> FollowedMessage {
        FollowedMessage(kind: .customer, label: label, words: words(passages))
    }

    private func assigned(_ isContactStill: Bool) -> FollowedMessage {
        guard isContactStill, let name = file.contactName else { return act(say("U kreeg een contactpersoon", "You got a contact person")) }
        return act(say("\(name) is uw contactpersoon", "\(name) is your contact person"))
    }

    private func contacted(_ outcome: ContactOutcome) -> FollowedMessage? {
        switch outcome {
        case .reached: FollowedMessage(kind: .phone, label: say("Wij spraken elkaar", "We spoke with each other"))
        case .messageSent: FollowedMessage(kind: .reply, label: say("Wij stuurden u een bericht", "We sent you a message"))
        case .voicemail, .noAnswer: FollowedMessage(kind: .phone, label: say("Wij probeerden u te bellen", "We tried to call you"))
        case .wrongNumber: nil
        }
    }

    /// Their own words, also in a mail of theirs that somebody placed; of what staff wrote down only that it came, since it may hold more
    /// than the customer said.
    private func received(_ text: Passage, through channel: Channel, isTheirs: Bool, isMailed: Bool) -> FollowedMessage {
        let label =
            isTheirs
            ? say("Uw bericht", "Your message") : say("Uw reactie (\(say.channel(channel)))", "Your reply (\(say.channel(channel)))")
        return theirs(label, isTheirs || isMailed ? [text] : [])
    }

    private func reopening(_ reason: Passage, isTheirs: Bool) -> FollowedMessage {
        isTheirs
            ? theirs(say("U vroeg ons opnieuw te kijken", "You asked us to look again"), reason.text == "–" ? [] : [reason])
            : act(say("Er is gevraagd om opnieuw te kijken", "Looking again was asked for"))
    }

    private func withdrawn(_ reason: Passage, isTheirs: Bool) -> FollowedMessage {
        let hasReason = isTheirs && reason.text != "–"
        return theirs(say("Ingetrokken", "Withdrawn"), hasReason ? [reason] : [])
    }

    private func sent(_ document: Document) -> FollowedMessage {
        theirs(say("Uw bestand", "Your file"), [document.name])
    }

    private func resolved(_ resolution: Resolution) -> FollowedMessage {
        var words = words([resolution.answer])
        words += FindingWords(say: say).sentences(resolution.findings, about: file.complaint.grievances)
        if let text = resolution.remedy?.text?.text {
            words.append(say("Dit doen wij voor u: \(text)", "This is what we do for you: \(text)"))
        }
        if let amount = resolution.remedy?.amount {
            let money = DateWords.money(amount, frame.language)
            words.append(say("U krijgt van ons \(money).", "You receive \(money) from us."))
        }
        return FollowedMessage(kind: .reply, label: say("Opgelost", "Resolved"), words: words)
    }
}

/// A verdict as the customer reads it.
struct FindingWords {
    let say: Wording

    func sentences(_ findings: [Finding], about grievances: [Grievance]) -> [String] {
        if findings.count == 1, let finding = findings.first { return [sentence(finding)] }
        return findings.enumerated().map { index, finding in
            let point = grievances.indices.contains(index) ? grievances[index].text?.text : nil
            return "\(index + 1). \(point.map { "\($0): " } ?? "")\(sentence(finding))"
        }
    }

    private func sentence(_ finding: Finding) -> String {
        switch finding {
        case .upheld: say("U had gelijk.", "You were right.")
        case .partlyUpheld: say("U had deels gelijk.", "You were partly right.")
        case .notUpheld: say("Wij zien dit anders dan u.", "We see this differently.")
        case .informal: say("Dit is samen met u opgelost.", "This was solved together with you.")
        }
    }
}
