package import Complaints
package import Records

/// The write door of settings. Each change is a version of its own, checked whole, written together with its line in the audit; older
/// versions stay, since they explain older dates. Of two who change at once the second is told, and nothing of either is lost.
package struct SettingsOffice: Sendable {
    package let records: any Database
    package let clock: Clock

    package init(records: any Database, clock: Clock) {
        self.records = records
        self.clock = clock
    }

    /// Each throws `SettingsRefusal`; `seen` is the version that the author had in view, 0 while nobody had set it.
    package func change(_ input: OrganisationInput, seen: Int, by actor: Actor) async throws {
        let organisation = try input.checked()
        try await write(.organisation, seen: seen, by: actor) { _ in try SettingCoding.text(organisation) }
    }

    package func change(_ input: CalendarInput, seen: Int, by actor: Actor) async throws {
        let calendar = try input.checked()
        try await write(.calendar, seen: seen, by: actor) { _ in try SettingCoding.text(StoredCalendar(calendar)) }
    }

    package func change(_ input: NatureListInput, seen: Int, by actor: Actor) async throws {
        try await write(.natures, seen: seen, by: actor) { stored in
            let lists = stored.flatMap { SettingCoding.value(StoredNatures.self, in: $0) }?.lists(version: seen + 1) ?? .starter
            return try SettingCoding.text(StoredNatures(try input.applied(to: lists)))
        }
    }

    /// - Parameter body: the new version, from the stored one.
    private func write(
        _ kind: SettingKind, seen: Int, by actor: Actor, body: @escaping @Sendable (String?) throws -> String
    ) async throws {
        let now = clock.now()
        try await records.write { tx in
            do { try tx.requireAdministrator(actor) } catch is AccountRefusal { throw SettingsRefusal.notAllowed }
            let stored = try tx.snapshot.setting(kind)
            guard (stored?.version ?? 0) == seen else { throw SettingsRefusal.movedOn }
            try tx.set(kind, to: try body(stored?.body), after: seen, by: actor, at: now)
            try tx.audit(AuditLine(at: now, by: actor.identity, .settingChanged, on: "setting:\(kind.rawValue)", from: nil))
        }
    }
}
