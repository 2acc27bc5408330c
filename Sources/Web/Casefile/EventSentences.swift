import Casework
import Complaints
import Markup
import Records

/// An event as the timeline tells it: its kind, a label, what was said, and what deserves a remark.
struct EventSentence {
    let kind: EntryKind
    let label: String
    var words: [Passage] = []
    var aside: String?

    init(_ kind: EntryKind, _ label: String, _ words: [Passage] = [], aside: String? = nil) {
        self.kind = kind
        self.label = label
        self.words = words
        self.aside = aside
    }
}

/// The only place that turns an event into a sentence for staff.
struct EventSentences {
    let say: Wording
    let desk: Desk
    let file: Casefile

    func sentence(for event: ComplaintEvent, by identity: Actor.Identity) -> EventSentence {
        switch event {
        case .registered(let registration): registered(registration)
        case .corrected(let correction):
            EventSentence(
                .act, say("Verbeterd: \(changed(correction))", "Corrected: \(changed(correction))"), [correction.story].compactMap(\.self))
        case .classified(let classification): EventSentence(.act, classified(classification))
        case .assigned(let handler, let reason):
            EventSentence(.act, say("Toegewezen aan \(name(handler))", "Assigned to \(name(handler))"), [reason].compactMap(\.self))
        case .accepted: EventSentence(.act, say("Aangenomen", "Accepted"))
        case .returned(let reason): EventSentence(.act, say("Teruggegeven", "Returned"), [reason])
        case .contacted(let attempt): contacted(attempt)
        case .noted(let text): EventSentence(.note, say("Notitie", "Note"), [text])
        case .asked(let text): EventSentence(.reply, say("Vraag aan klant", "Question to customer"), [text])
        case .answerReceived(let text, let channel):
            EventSentence(
                .customer, say("Reactie van klant (\(say.channel(channel)))", "Reply from customer (\(say.channel(channel)))"), [text])
        case .consulted(let consultation): consulted(consultation)
        case .contributed(_, let text): EventSentence(.note, say("Bijdrage", "Contribution"), [text])
        case .investigated(let found): investigated(found)
        case .proposed(let text): EventSentence(.reply, say("Oplossing voorgesteld", "Solution proposed"), [text])
        case .answered(let text): EventSentence(.reply, say("Bericht aan klant", "Message to customer"), [text])
        case .resolved(let resolution): resolved(resolution)
        case .closed: EventSentence(.act, say("Gesloten", "Closed"))
        case .rated(let rating): rated(rating)
        case .reopeningRequested(let reason):
            EventSentence(.customer, say("Gevraagd om heropenen", "Asked to reopen"), reason.text == "–" ? [] : [reason])
        case .reopeningDecided(let granted, let reason):
            EventSentence(.act, granted ? say("Heropend", "Reopened") : say("Heropenen afgewezen", "Reopening refused"), [reason])
        case .withdrawn(let reason):
            EventSentence(.act, say("Ingetrokken door de klant", "Withdrawn by the customer"), reason.text == "–" ? [] : [reason])
        case .referred(let to, let reason): EventSentence(.act, say("Doorverwezen", "Referred"), [to, reason])
        case .markedDuplicate(let other):
            EventSentence(
                .act,
                say("Samengevoegd met \(file.merged[other]?.formatted ?? "…")", "Merged into \(file.merged[other]?.formatted ?? "…")"))
        case .unmarkedDuplicate: EventSentence(.act, say("Samenvoegen ongedaan gemaakt", "Merging undone"))
        case .attached(let document):
            EventSentence(
                document.isFromCustomer ? .customer : .act,
                document.isFromCustomer ? say("Bestand van klant", "File from customer") : say("Bestand toegevoegd", "File added"))
        case .informed(let informed): self.informed(informed)
        case .extended(let extended): self.extended(extended)
        case .promised(let text): EventSentence(.act, say("Toegezegd aan de klant", "Promised to the customer"), [text])
        case .promiseKept(let kept):
            EventSentence(
                .act, say("Toezegging nagekomen", "Promise kept"), [kept.note].compactMap(\.self),
                aside: say("Gedaan op \(brief(kept.at))", "Done at \(brief(kept.at))"))
        case .promiseChanged(let changed): self.changed(changed)
        case .undone(let first): undone(from: first)
        case .erased:
            EventSentence(
                .act, say("Gewist: de bewaartermijn is voorbij", "Erased: the retention term has passed"),
                aside: say(
                    "Namen, teksten, documenten en brieven zijn weg. Wat er gebeurde, wanneer en met welke uitkomst, blijft.",
                    "Names, texts, documents and letters are gone. What happened, when, and with what outcome stays."))
        }
    }

    private func changed(_ changed: PromiseChanged) -> EventSentence {
        let day = changed.day.map { DateWords.brief($0, desk.language, today: desk.now.day) }
        let words =
            day.map { say("Toezegging verzet naar \($0)", "Promise moved to \($0)") } ?? say("Toezegging ingetrokken", "Promise withdrawn")
        return EventSentence(.reply, words, [changed.reason])
    }

    private func extended(_ extended: PromiseExtension) -> EventSentence {
        let promise = file.complaint.promises.first { $0.ordinal == extended.ordinal }
        let kind = promise.map { say.promise($0.kind) } ?? ""
        let more = say.term((promise?.rule ?? .workingDays(1)).with(extended.by))
        return EventSentence(
            .reply, say("\(kind.capitalisedFirst) verlengd met \(more)", "\(kind.capitalisedFirst) extended by \(more)"), [extended.reason])
    }

    private func name(_ id: StaffID) -> String { desk.name(of: id) ?? "" }

    private func brief(_ instant: Instant) -> String {
        DateWords.brief(desk.calendar.zone.moment(at: instant), desk.language, today: desk.now.day)
    }

    /// What was undone stands above, struck through; here it is named once more.
    private func undone(from first: Int) -> EventSentence {
        let done = file.history.first { $0.sequence == first }.map { sentence(for: $0.occurrence.event, by: $0.by).label } ?? ""
        return EventSentence(.act, say("Ongedaan gemaakt: “\(done)”", "Undone: “\(done)”"))
    }

    private func registered(_ registration: Registration) -> EventSentence {
        let received = brief(registration.receivedAt)
        return EventSentence(
            .customer, say("Klacht (\(say.channel(registration.channel)))", "Complaint (\(say.channel(registration.channel)))"),
            [registration.story],
            aside: say("Ontvangen \(received)", "Received \(received)") + origin(registration.origin))
    }

    private func origin(_ origin: Origin?) -> String {
        guard let origin else { return "" }
        let reference = origin.reference.text.map { say(", kenmerk \($0)", ", reference \($0)") } ?? ""
        return say(". Overgenomen uit \(origin.source)", ". Taken over from \(origin.source)") + reference
    }

    private func changed(_ correction: Correction) -> String {
        [
            correction.customer.map { _ in say("klantgegevens", "customer") },
            correction.representative.map { _ in say("vertegenwoordiger", "representative") },
            correction.story.map { _ in say("verhaal", "story") }, correction.channel.map { _ in say("kanaal", "channel") },
            correction.receivedAt.map { say("ontvangen \(brief($0))", "received \(brief($0))") },
        ].compactMap(\.self).joined(separator: ", ")
    }

    private func classified(_ classification: Classification) -> String {
        let nature = classification.nature.map { desk.nature($0) } ?? say("nog geen aard", "no nature yet")
        var parts = [nature, say.severity(classification.severity)]
        parts += classification.reasons.map { say.reason($0) }.sorted()
        if classification.isConfidential { parts.append(say("vertrouwelijk", "confidential")) }
        return say("Beoordeeld: ", "Classified: ") + parts.joined(separator: " · ")
    }

    private func contacted(_ attempt: ContactAttempt) -> EventSentence {
        let when = brief(attempt.at)
        return EventSentence(
            .phone, say("Contact: \(say.outcome(attempt.outcome))", "Contact: \(say.outcome(attempt.outcome))"),
            [attempt.note].compactMap(\.self),
            aside: say("Moment van contact: \(when)", "Moment of contact: \(when)"))
    }

    private func consulted(_ consultation: Consultation) -> EventSentence {
        let due = DateWords.brief(consultation.due, desk.language, today: desk.now.day)
        return EventSentence(
            .note, say("Gevraagd aan \(name(consultation.colleague))", "Asked of \(name(consultation.colleague))"), [consultation.question],
            aside: say("Antwoord graag uiterlijk \(due)", "Please answer by \(due)"))
    }

    private func resolved(_ resolution: Resolution) -> EventSentence {
        let findings = Set(resolution.findings).map { say.finding($0) }.sorted().joined(separator: ", ")
        var aside = [resolution.cause.map { say("Oorzaak: \(desk.cause($0)).", "Cause: \(desk.cause($0)).") }]
        aside.append(
            resolution.remedy?.amount.map {
                say("Tegemoetkoming: \(DateWords.money($0, desk.language)).", "Remedy: \(DateWords.money($0, desk.language)).")
            })
        let remarks = aside.compactMap(\.self).joined(separator: " ")
        return EventSentence(
            .reply, say("Opgelost: \(findings)", "Resolved: \(findings)"), [resolution.answer, resolution.remedy?.text].compactMap(\.self),
            aside: remarks.isEmpty ? nil : remarks)
    }

    private func investigated(_ found: Investigation) -> EventSentence {
        let causes = [
            found.direct.map { say("direct: \(desk.cause($0))", "direct: \(desk.cause($0))") },
            found.root.map { say("hoofdoorzaak: \(desk.cause($0))", "root: \(desk.cause($0))") },
        ].compactMap(\.self).joined(separator: ", ")
        return EventSentence(
            .note, causes.isEmpty ? say("Oorzaken onderzocht", "Causes investigated") : say("Oorzaken: \(causes)", "Causes: \(causes)"),
            found.whys)
    }

    private func rated(_ rating: Rating) -> EventSentence {
        let words = say(
            "De klant over de oplossing: \(say.contentment(rating.solution)); over de behandeling: \(say.contentment(rating.treatment))",
            "The customer on the solution: \(say.contentment(rating.solution)); on the handling: \(say.contentment(rating.treatment))")
        return EventSentence(
            .customer, words, [rating.remark].compactMap(\.self),
            aside: rating.mayContact ? say("Wij mogen contact opnemen.", "We may get in touch.") : nil)
    }

    private func informed(_ informed: InformedByHand) -> EventSentence {
        let letter = file.letters.first { $0.id == informed.letter }?.content.subject ?? ""
        let how =
            switch informed.means {
            case .posted: say("Op de post gedaan", "Posted")
            case .told: say("Telefonisch verteld", "Told by phone")
            case .handed: say("Overhandigd", "Handed over")
            case .resent: say("Opnieuw gestuurd", "Sent again")
            }
        return EventSentence(informed.means == .told ? .phone : .act, "\(how): \(letter)", aside: brief(informed.at))
    }
}

extension Wording {
    func contentment(_ contentment: Contentment) -> String {
        switch contentment {
        case .satisfied: self("tevreden", "satisfied")
        case .somewhat: self("gaat wel", "so-so")
        case .dissatisfied: self("niet tevreden", "not satisfied")
        }
    }

    /// What a letter is about; of one that was erased only that it was.
    func subject(of letter: Letter) -> String {
        letter.content.subject.isEmpty ? erasedLetter : letter.content.subject
    }

    var erasedLetter: String { self("Gewiste brief", "Erased letter") }

    /// What became of a letter. While no mail is set up, nothing pretends to have been sent.
    ///
    /// - Parameter isReplaced: another went in its place.
    func letterState(_ letter: Letter, _ delivery: Delivery? = nil, isReplaced: Bool = false, in house: House, at now: Instant) -> String {
        if letter.isHeld(at: now) { return self("wacht nog even", "held for a moment") }
        if isReplaced {
            return switch delivery?.state {
            case .bounced: self("kwam niet aan, is opnieuw gestuurd", "did not arrive, was sent again")
            case .refused: self("kon niet verstuurd worden, is opnieuw gestuurd", "could not be sent, was sent again")
            default: self("is opnieuw gestuurd", "was sent again")
            }
        }
        if let end = letter.trueUntil, end <= now, letter.isReady(at: now), letter.content.means == .email {
            return self("noemt een dag die voorbij is", "names a day that has passed")
        }
        if let delivery, let words = deliveryState(delivery, of: letter) { return words }
        return switch (letter.state, letter.content.means) {
        case (.waiting, .email): mailWait(of: letter, in: house)
        case (.waiting, .print): self("wacht op printen", "waiting to be printed")
        case (.waiting, .phone): self("vertel telefonisch", "tell by phone")
        case (.informed, _): self("gedaan", "done")
        case (.sent, _): self("verstuurd", "sent")
        case (.dropped, _): self("vervallen", "dropped")
        case (.undone, _): self("ongedaan gemaakt", "undone")
        }
    }

    /// What a letter waits for that was not tried yet: nothing, a person, or mail.
    private func mailWait(of letter: Letter, in house: House) -> String {
        guard house.sendsMail, let since = house.mail.sendsSince else {
            return self("wacht tot e-mail is ingericht", "waiting until e-mail is set up")
        }
        return letter.createdAt.milliseconds < since
            ? self("wacht op de pagina Brieven tot iemand hem verstuurt", "waits on the page Letters until somebody sends it")
            : self("wordt verstuurd", "being sent")
    }

    /// How sending goes, as long as that says more than the letter's own state.
    private func deliveryState(_ delivery: Delivery, of letter: Letter) -> String? {
        switch (delivery.state, letter.state) {
        case (.bounced, .sent): self("kwam niet aan", "did not arrive")
        case (.released, .waiting), (.sending, .waiting): self("wordt verstuurd", "being sent")
        case (.later, .waiting): self("wordt later opnieuw verstuurd", "will be sent again later")
        case (.doubt, .waiting): self("misschien aangekomen, wordt nog eens verstuurd", "may have arrived, will be sent once more")
        case (.refused, .waiting): self("kon niet verstuurd worden", "could not be sent")
        default: nil
        }
    }
}
