package import Complaints
package import Records

/// What was sent or thrown away is put aside for a while, by whose it was: so an act that is undone gives its words back, in every field
/// of the form, and a draft that was thrown away by a slip can be taken up again.
extension DraftOffice {
    /// How long what was thrown away can be taken up again, and what was sent is kept for an undoing, in seconds.
    package static let asideSeconds = 900

    /// Throws a draft away, for as long as nobody takes it up again.
    package func discard(_ place: DraftPlace, from mark: DraftMark = DraftMark()) async throws {
        let now = clock.now()
        try await records.write { tx in
            try tx.hold(place)
            guard let stored = try tx.snapshot.draft(at: place) else { return }
            try tx.removeDraft(at: place)
            try tx.putAside(stored.body, from: place, mark, became: 0, at: now)
        }
        changes.note()
    }

    /// Puts what was thrown away into its form again, unless something else stands there.
    package func takeUp(_ place: DraftPlace) async throws { try await takeUp(place, sentAs: 0) { $0 } }

    /// Puts what was sent into its form again once the act is undone, unless something else stands there.
    ///
    /// - Parameter sequence: the entry that it had become.
    /// - Returns: whether there was such a form.
    package func takeUp(whatBecame sequence: Int, of complaint: ComplaintID, by staff: StaffID) async throws -> Bool {
        let aside = try await records.read { try $0.draftsAside(of: staff, on: complaint) }
        guard let place = aside.first(where: { $0.turn == sequence })?.place.inForm else { return false }
        // What the author had in view has moved on by the act and its undoing.
        try await takeUp(place, sentAs: sequence) { $0.filter { !["gezien", SentForm.act].contains($0.name) } }
        return true
    }

    private func takeUp(_ place: DraftPlace, sentAs turn: Int, _ fields: @escaping @Sendable ([DraftField]) -> [DraftField]) async throws {
        let now = clock.now()
        try await records.write { tx in
            try tx.hold(place)
            guard let aside = try tx.snapshot.draft(at: place.aside), aside.turn == turn, let draft = Draft(aside),
                try tx.snapshot.draft(at: place) == nil
            else { return }
            try tx.removeDraft(at: place.aside)
            let body = try Draft.body(of: fields(draft.fields))
            try tx.keep(
                StoredDraft(place: place, version: max(now.milliseconds, aside.version + 1), writer: "", turn: 0, body: body, savedAt: now))
        }
        changes.note()
    }
}

extension Snapshot {
    /// What this person threw away of late in the forms of a file, or in forms about no complaint yet; as it stands in those forms.
    package func draftsThrownAway(of staff: StaffID, on complaint: ComplaintID?, now: Instant) throws -> [Draft] {
        Casework.thrownAway(try draftsAside(of: staff, on: complaint), now: now)
    }
}

extension DraftsOfFile {
    /// What somebody threw away there within the last quarter of an hour, the newest first.
    package func thrownAway(by staff: StaffID, now: Instant) -> [Draft] { Casework.thrownAway(aside(of: staff), now: now) }
}

private func thrownAway(_ aside: [StoredDraft], now: Instant) -> [Draft] {
    aside.filter { $0.turn == 0 && now.seconds(since: $0.savedAt) < DraftOffice.asideSeconds }.compactMap { Draft($0.inForm) }
}

/// A form as it was sent: what was typed and chosen in it, and which page it stood on.
package struct SentForm: Sendable {
    let place: DraftPlace
    let mark: DraftMark
    let fields: [DraftField]
    let at: Instant
    fileprivate static let act = "handeling"

    package init(place: DraftPlace, mark: DraftMark, act: Act, fields: [DraftField], at: Instant) {
        (self.place, self.mark, self.at) = (place, mark, at)
        // One form can mean three things.
        self.fields = fields + [DraftField(Self.act, act.rawValue)]
    }
}

extension Transaction {
    /// Whether the very same form, of the same page and with the same words, was carried out before: sent twice, it still is one act.
    package func wasSent(_ form: SentForm) throws -> Bool {
        guard !form.mark.writer.isEmpty, let aside = try snapshot.draft(at: form.place.aside), aside.turn > 0,
            form.at.seconds(since: aside.savedAt) < DraftOffice.asideSeconds,
            DraftMark(parsing: aside.writer).writer == form.mark.writer, try aside.body == Draft.body(of: form.fields),
            let complaint = form.place.complaint
        else { return false }
        return try snapshot.history(of: complaint).undoings[aside.turn] == nil
    }

    /// What was typed has been carried out: its draft goes in the same transaction, and is put aside in case that the act is undone. A draft
    /// that another page saved since stays.
    ///
    /// - Parameter sequence: the entry that it became.
    package func finish(_ form: SentForm, became sequence: Int) throws {
        try finishDraft(at: form.place, form.mark)
        let body = try Draft.body(of: form.fields)
        if sequence > 0, body.utf8.count <= DraftOffice.mostBytes {
            try putAside(body, from: form.place, form.mark, became: sequence, at: form.at)
        }
    }

    /// Takes a draft away that was carried out; a draft that another page saved since stays.
    package func finishDraft(at place: DraftPlace, _ mark: DraftMark) throws {
        try hold(place)
        try removeDraft(at: place, version: mark.version, or: mark.writer)
    }

    /// Of two windows, and of a save and the act that carries it out, one waits for the other.
    func hold(_ place: DraftPlace) throws {
        if let complaint = place.complaint { try hold(complaint) } else { try hold(place.staff) }
    }

    /// - Parameter sequence: the entry that it became; 0 for what was thrown away.
    fileprivate func putAside(_ body: String, from place: DraftPlace, _ mark: DraftMark, became sequence: Int, at now: Instant) throws {
        try keep(
            StoredDraft(place: place.aside, version: now.milliseconds, writer: mark.text, turn: sequence, body: body, savedAt: now))
    }

    /// Whether a page that sent or threw away what stood in this form saves it once more, later than it should.
    func isTooLate(_ mark: DraftMark, at place: DraftPlace) throws -> Bool {
        guard !mark.writer.isEmpty, let aside = try snapshot.draft(at: place.aside) else { return false }
        let last = DraftMark(parsing: aside.writer)
        return last.writer == mark.writer && last.turn >= mark.turn
    }
}
