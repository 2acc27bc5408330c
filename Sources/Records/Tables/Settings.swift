package import Complaints
import Foundation

/// What can be set and keeps its history: each change is a new version, older ones explain older dates.
package enum SettingKind: String, CaseIterable, Sendable {
    case organisation, calendar, natures, causes, mail, letters
    /// Texts that are used again in messages to customers.
    case snippets
    /// The complaints procedure, as its document; the journal vouches for each version.
    case procedure
    /// That the house is filled with invented complaints.
    case sample
}

extension Snapshot {
    /// The newest version of a setting and its number; nil while nobody has set it.
    package func setting(_ kind: SettingKind) throws -> (version: Int, body: String)? {
        try first("SELECT version, body FROM setting WHERE kind = ? ORDER BY version DESC LIMIT 1", .text(kind.rawValue)) {
            (Int($0.integer(0)), $0.text(1))
        }
    }

    package func setting(_ kind: SettingKind, version: Int) throws -> String? {
        try first("SELECT body FROM setting WHERE kind = ? AND version = ?", .text(kind.rawValue), SQLValue(version)) { $0.text(0) }
    }

    /// Every version of a setting with the moment it was made, the first first.
    package func settingVersions(_ kind: SettingKind) throws -> [(version: Int, body: String, from: Instant)] {
        try all("SELECT version, body, made_at FROM setting WHERE kind = ? ORDER BY version", .text(kind.rawValue)) {
            (Int($0.integer(0)), $0.text(1), Instant(milliseconds: $0.integer(2)))
        }
    }

    /// A number that grows with every change to any setting: what is remembered of settings holds while it stays the same.
    package func settingsStamp() throws -> Int {
        if let known = connection.memory?.settingsStamp { return known }
        let stamp = try count("SELECT COALESCE(sum(version), 0) FROM setting")
        connection.memory?.settingsStamp = stamp
        return stamp
    }
}

extension Transaction {
    /// Adds a version; the number it got. Two who change at once: the second gets `DatabaseFault.unique`.
    @discardableResult
    package func set(_ kind: SettingKind, to body: String, after version: Int, by actor: Actor, at instant: Instant) throws -> Int {
        snapshot.connection.memory?.settingsStamp = nil
        try execute(
            "INSERT INTO setting (kind, version, body, made_at, made_by) VALUES (?, ?, ?, ?, ?)", .text(kind.rawValue),
            SQLValue(version + 1), .text(body), .integer(instant.milliseconds), .text(ActorText.text(of: actor.identity)))
        return version + 1
    }
}
