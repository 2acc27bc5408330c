package import Complaints
package import Records

/// What was sent or thrown away is put aside for a while, by whose it was: so an act that is undone gives its words back, in every field
/// of the form, and a draft that was thrown away by a slip can be taken up again.
extension DraftOffice {
    /// How long what was thrown away can be taken up again, and what was sent is kept for an undoing, in seconds.
    package static let asideSeconds = 900

    /// Throws a draft away, for as long as nobody takes it up again.
    package func discard(_ place: DraftPlace) async throws {
        let now = clock.now()
        try await records.write { tx in
            guard let stored = try tx.snapshot.draft(at: place) else { return }
            try tx.removeDraft(at: place)
            try tx.putAside(stored.body, from: place, turn: 0, at: now)
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
        try await takeUp(place, sentAs: sequence) { $0.filter { $0.name != "gezien" } }
        return true
    }

    private func takeUp(_ place: DraftPlace, sentAs turn: Int, _ fields: @escaping @Sendable ([DraftField]) -> [DraftField]) async throws {
        let now = clock.now()
        try await records.write { tx in
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
        try draftsAside(of: staff, on: complaint).filter { $0.turn == 0 && now.seconds(since: $0.savedAt) < DraftOffice.asideSeconds }
            .compactMap { Draft($0.inForm) }
    }
}

extension Transaction {
    /// What was typed has been carried out: its draft goes in the same transaction. A draft that another page saved since stays.
    ///
    /// - Parameters:
    ///   - sent: what the form held, in case that the act is undone.
    ///   - sequence: the entry that it became.
    package func finishDraft(
        at place: DraftPlace, _ mark: DraftMark, sent: [DraftField] = [], became sequence: Int = 0, at now: Instant? = nil
    ) throws {
        try removeDraft(at: place, version: mark.version, or: mark.writer)
        guard let now, sequence > 0 else { return }
        let body = try Draft.body(of: sent)
        if body.utf8.count <= DraftOffice.mostBytes { try putAside(body, from: place, turn: sequence, at: now) }
    }

    fileprivate func putAside(_ body: String, from place: DraftPlace, turn: Int, at now: Instant) throws {
        try keep(StoredDraft(place: place.aside, version: now.milliseconds, writer: "", turn: turn, body: body, savedAt: now))
    }
}
