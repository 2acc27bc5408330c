package import Complaints
package import Records

/// Why a theme is not changed, as data.
package enum ThemeRefusal: Error, Hashable, Sendable {
    case notThere
    case movedOn
    case invalid([FieldProblem])
}

/// The write door of themes. Who reads lists sees them; who handles complaints or leads puts complaints in them.
package struct ThemeOffice: Sendable {
    package static let longestTitle = 80
    package static let longestWords = 2_000
    package static let mostAtOnce = 200
    package static let keepers: Set<Role> = [.intake, .handler, .manager, .management]

    private let records: any Database
    private let clock: Clock
    private let changes: ChangeCount

    package init(_ office: CaseOffice) { (records, clock, changes) = (office.records, office.clock, office.changes) }

    /// Makes a theme with these complaints in it. Throws `ThemeRefusal`.
    package func make(title: String, words: String?, with complaints: [ComplaintID] = [], by actor: Actor) async throws -> ThemeID {
        let (title, words) = try Self.checked(title, words)
        return try await write(by: actor) { tx, now in
            let id = ThemeID(Keys.fresh(at: now.milliseconds))
            try tx.addTheme(id, title: title, words: words, by: actor, at: now)
            try tx.take(complaints, into: id, by: actor, at: now)
            try tx.audit(AuditLine(at: now, by: actor.identity, .themeChanged, on: "theme:\(id.value)", from: nil))
            return id
        }
    }

    /// Changes title and words, or ends it.
    package func change(_ id: ThemeID, seen: Int, title: String, words: String?, isEnded: Bool, by actor: Actor) async throws {
        let (title, words) = try Self.checked(title, words)
        try await write(by: actor) { tx, now in
            guard let theme = try tx.snapshot.theme(id) else { throw ThemeRefusal.notThere }
            let ended = isEnded ? theme.endedAt ?? now : nil
            guard try tx.change(id, seen: seen, title: title, words: words, endedAt: ended) else { throw ThemeRefusal.movedOn }
            try tx.audit(AuditLine(at: now, by: actor.identity, .themeChanged, on: "theme:\(id.value)", from: nil))
        }
    }

    /// Takes complaints up, each once however often it is asked.
    package func add(_ complaints: [ComplaintID], to id: ThemeID, by actor: Actor) async throws {
        try await write(by: actor) { tx, now in
            guard let theme = try tx.snapshot.theme(id) else { throw ThemeRefusal.notThere }
            if theme.endedAt != nil { throw ThemeRefusal.invalid([.init("complaints", .notSuitable)]) }
            try tx.take(complaints, into: id, by: actor, at: now)
            try tx.audit(AuditLine(at: now, by: actor.identity, .themeChanged, on: "theme:\(id.value)", from: nil))
        }
    }

    package func remove(_ complaint: ComplaintID, from id: ThemeID, by actor: Actor) async throws {
        try await write(by: actor) { tx, now in
            try tx.check(complaint, isFor: actor)
            try tx.remove(complaint, from: id)
            try tx.audit(AuditLine(at: now, by: actor.identity, .themeChanged, on: "theme:\(id.value)", from: nil))
        }
    }

    private static func checked(_ title: String, _ words: String?) throws -> (String, String?) {
        var check = FieldCheck()
        let title = check.line(title, at: "title", limit: longestTitle, required: true)
        let words = check.prose(words, at: "words", limit: longestWords)
        guard let title, check.problems.isEmpty else { throw ThemeRefusal.invalid(check.problems) }
        return (title, words)
    }

    private func write<T: Sendable>(by actor: Actor, _ body: @escaping @Sendable (Transaction, Instant) throws -> T) async throws -> T {
        guard actor.hasAny(of: Self.keepers) else { throw ThemeRefusal.notThere }
        defer { changes.note() }
        let now = clock.now()
        do {
            return try await records.write { tx in try body(tx, now) }
        } catch DatabaseFault.unique {
            throw ThemeRefusal.invalid([.init("title", .itself)])
        }
    }
}

extension Transaction {
    /// All of them, or none: each must be there for this actor.
    fileprivate func take(_ complaints: [ComplaintID], into id: ThemeID, by actor: Actor, at now: Instant) throws {
        if complaints.count > ThemeOffice.mostAtOnce {
            throw ThemeRefusal.invalid([.init("complaints", .tooMany(limit: ThemeOffice.mostAtOnce))])
        }
        for one in complaints {
            try check(one, isFor: actor)
            try add(one, to: id, by: actor, at: now)
        }
    }

    /// What is not there, and what is not for this actor to know of, is refused alike.
    fileprivate func check(_ complaint: ComplaintID, isFor actor: Actor) throws {
        guard try snapshot.complaint(complaint)?.isListed(to: actor) == true else {
            throw ThemeRefusal.invalid([.init("complaints", .unknown)])
        }
    }
}
