import Complaints
package import Records

/// What came of saving a draft.
package enum DraftSaving: Hashable, Sendable {
    case kept(Draft)
    /// Nothing was typed any more, and nothing is kept.
    case emptied
    /// Another page saved something else since: that stays, and both are to be shown.
    case elsewhere(Draft)
    /// What this page began from was sent or thrown away elsewhere.
    case gone
    /// More than we keep for one person.
    case tooMany
    case tooLarge
}

/// Keeps what people type until they send it: each for its own author, for thirty days at most. Drafts are no part of the journal.
package struct DraftOffice: Sendable {
    /// How long an untouched draft is kept, in days.
    package static let lifetime = 30
    /// Drafts of one person at a time, and bytes of one.
    package static let most = 200
    package static let mostBytes = 400_000

    package let records: any Database
    package let clock: Clock
    /// Grows whenever somebody's draft comes or goes: then it may be told that they write.
    package let changes = ChangeCount()

    package init(records: any Database, clock: Clock) {
        self.records = records
        self.clock = clock
    }

    /// Saves what stands in a form, if nothing else was saved since the page began.
    ///
    /// - Parameters:
    ///   - mark: where the page stands; its `turn` tells a late save from a newer one of the same page.
    ///   - isEmpty: whether nothing is typed in it: then the draft goes.
    package func save(_ fields: [DraftField], at place: DraftPlace, from mark: DraftMark, isEmpty: Bool) async throws -> DraftSaving {
        let body = try Draft.body(of: fields)
        if body.utf8.count > Self.mostBytes { return .tooLarge }
        let now = clock.now()
        let saving = try await records.write { tx in
            try tx.hold(place)
            let stored = try tx.snapshot.draft(at: place)
            if let answer = try Self.answer(without: stored, body, mark, isEmpty: isEmpty, place, tx) { return answer }
            if isEmpty {
                try tx.removeDraft(at: place)
                return DraftSaving.emptied
            }
            let version = max(now.milliseconds, (stored?.version ?? 0) + 1)
            let draft = StoredDraft(
                place: place, version: version, writer: mark.writer, turn: mark.turn, body: body, savedAt: max(now, stored?.savedAt ?? now))
            try tx.keep(draft)
            return Draft(draft).map { .kept($0) } ?? .gone
        }
        changes.note()
        return saving
    }

    /// What is answered without writing anything; nil when this is to be saved.
    private static func answer(
        without stored: StoredDraft?, _ body: String, _ mark: DraftMark, isEmpty: Bool, _ place: DraftPlace, _ tx: Transaction
    ) throws -> DraftSaving? {
        guard let stored else {
            if try isEmpty || tx.isTooLate(mark, at: place) { return .emptied }
            if mark.version > 0 { return .gone }
            return try tx.snapshot.draftCount(of: place.staff) >= most ? .tooMany : nil
        }
        let isOwn = !mark.writer.isEmpty && stored.writer == mark.writer
        // The same page, overtaken by its own later save.
        if isOwn, stored.turn >= mark.turn { return Draft(stored).map { .kept($0) } }
        if isOwn || stored.version == mark.version { return nil }
        guard let draft = Draft(stored) else { return nil }
        return stored.body == body ? .kept(draft) : .elsewhere(draft)
    }

    /// Takes away what nobody touched for thirty days.
    package func sweep() async throws {
        let now = clock.now()
        try await records.write { tx in
            try tx.removeDrafts(savedBefore: now.adding(days: -Self.lifetime))
            try tx.removeDraftsAside(savedBefore: now.adding(seconds: -Self.asideSeconds))
        }
    }
}
