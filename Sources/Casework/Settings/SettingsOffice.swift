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
        try await write(.organisation, seen: seen, by: actor) { _, _ in try SettingCoding.text(organisation) }
    }

    package func change(_ input: CalendarInput, seen: Int, by actor: Actor) async throws {
        let calendar = try input.checked(at: clock.now())
        try await write(.calendar, seen: seen, by: actor) { tx, _ in
            try tx.watchAnew()
            return try SettingCoding.text(StoredCalendar(calendar))
        }
    }

    package func change(_ input: NatureListInput, seen: Int, by actor: Actor) async throws {
        try await write(.natures, seen: seen, by: actor) { _, stored in
            let lists = stored.flatMap { SettingCoding.value(StoredNatures.self, in: $0) }?.lists(version: seen + 1) ?? .starter
            return try SettingCoding.text(StoredNatures(try input.applied(to: lists)))
        }
    }

    package func change(_ input: SnippetsInput, seen: Int, by actor: Actor) async throws {
        let snippets = try input.checked()
        try await write(.snippets, seen: seen, by: actor) { _, _ in try SettingCoding.text(snippets) }
    }

    /// How letters address customers in Dutch.
    package func change(_ addressing: Addressing, seen: Int, by actor: Actor) async throws {
        try await write(.letters, seen: seen, by: actor) { _, stored in
            var letters = StoredLetters.stored(in: stored)
            letters.addressing = addressing.rawValue
            return try SettingCoding.text(letters)
        }
    }

    /// Throws `SettingsRefusal.unfitLetter` too. Another letter that somebody changed meanwhile is not in the way.
    package func change(_ input: LetterInput, seen: Int, by actor: Actor) async throws {
        let template = try input.checked()
        try await set(input.key, to: template == LetterTemplates.builtIn(input.key) ? nil : template, seen: seen, by: actor)
    }

    /// Puts Gehoor's own text of a letter back.
    package func putBack(_ key: LetterKey, seen: Int, by actor: Actor) async throws {
        try await set(key, to: nil, seen: seen, by: actor)
    }

    private func set(_ key: LetterKey, to template: LetterTemplate?, seen: Int, by actor: Actor) async throws {
        try await write(
            .letters, seen: seen, by: actor, part: { StoredLetters.stored(in: $0).text(key).map { "\($0.subject)\n\($0.body)" } }
        ) { _, stored in
            var letters = StoredLetters.stored(in: stored)
            letters.set(template, at: key)
            return try SettingCoding.text(letters)
        }
    }

    /// Throws also what is wrong with the house's keys.
    package func change(_ input: MailSettingsInput, keys: HouseKeys, seen: Int, by actor: Actor) async throws {
        let now = clock.now()
        try await write(.mail, seen: seen, by: actor) { tx, stored in
            let before = stored.flatMap { SettingCoding.value(MailSettings.self, in: $0) } ?? MailSettings()
            let settings = try input.checked(after: before, keys: keys, at: now)
            try tx.forgetRenewedTokens(but: settings.tokenOrigins(keys: keys))
            return try SettingCoding.text(settings)
        }
    }

    /// - Parameters:
    ///   - role: whose this setting is.
    ///   - part: what the change is about, from a stored version. Versions in which it is the same are not in its way; the whole by default.
    ///   - body: the new version, from the stored one.
    func write(
        _ kind: SettingKind, seen: Int, by actor: Actor, as role: Role = .administrator,
        part: @escaping @Sendable (String?) -> String? = { $0 },
        body: @escaping @Sendable (Transaction, String?) throws -> String
    ) async throws {
        let now = clock.now()
        try await records.write { tx in
            do { try tx.require(role, actor, at: now) } catch is AccountRefusal { throw SettingsRefusal.notAllowed }
            let stored = try tx.snapshot.setting(kind)
            let version = stored?.version ?? 0
            if version != seen {
                guard (0..<version).contains(seen) else { throw SettingsRefusal.movedOn }
                let seenBody = try seen == 0 ? nil : tx.snapshot.setting(kind, version: seen)
                guard part(stored?.body) == part(seenBody) else { throw SettingsRefusal.movedOn }
            }
            try tx.set(kind, to: try body(tx, stored?.body), after: version, by: actor, at: now)
            try tx.audit(AuditLine(at: now, by: actor.identity, .settingChanged, on: "setting:\(kind.rawValue)", from: nil))
        }
    }
}
