package import Complaints

/// What is done outside complaints and must be known afterwards. Stored by raw value: never renamed.
package enum AuditedAction: String, CaseIterable, Hashable, Sendable {
    case signedIn = "signed-in"
    case signInFailed = "sign-in-failed"
    case signedOut = "signed-out"
    case staffAdded = "staff-added"
    case staffChanged = "staff-changed"
    case rolesChanged = "roles-changed"
    case passwordChanged = "password-changed"
    case linkMade = "link-made"
    case linkUsed = "link-used"
    case tokenMade = "token-made"
    case tokenEnded = "token-ended"
    case followLinkMade = "follow-link-made"
    case followLinkUsed = "follow-link-used"
    case followLinkAsked = "follow-link-asked"
    case settingChanged = "setting-changed"
    case exported
    case absenceNoted = "absence-noted"
    case absenceEnded = "absence-ended"
    case letterReleased = "letter-released"
    case letterDropped = "letter-dropped"
    case letterRewritten = "letter-rewritten"
    case signalJudged = "signal-judged"
    case incidentChanged = "incident-changed"
    case exposureChanged = "exposure-changed"
    case limitsChosen = "limits-chosen"
    case themeChanged = "theme-changed"
    case reportOrdered = "report-ordered"
    case fileErased = "file-erased"
}

/// One line of the audit. It names by key; words that somebody typed are never in it.
package struct AuditLine: Hashable, Sendable {
    package let at: Instant
    package let identity: Actor.Identity
    package let action: AuditedAction
    /// What it was done to: `staff:12`, `token:3`, `complaint:8`, or `unknown`.
    package let object: String
    /// The address of the client, or nil for the command line and Gehoor itself.
    package let origin: String?

    package init(at instant: Instant, by identity: Actor.Identity, _ action: AuditedAction, on object: String, from origin: String?) {
        at = instant
        self.identity = identity
        self.action = action
        self.object = object
        self.origin = origin
    }
}

extension Transaction {
    package func audit(_ line: AuditLine) throws {
        try post(
            "INSERT INTO audit (id, at, actor, action, object, origin) VALUES (?, ?, ?, ?, ?, ?)",
            .integer(Keys.fresh(at: line.at.milliseconds)), .integer(line.at.milliseconds), .text(ActorText.text(of: line.identity)),
            .text(line.action.rawValue), .text(line.object), SQLValue(line.origin))
    }
}

extension Snapshot {
    /// The newest lines, newest first.
    package func auditLines(limit: Int) throws -> [AuditLine] {
        try all("SELECT at, actor, action, object, origin FROM audit ORDER BY at DESC, id DESC LIMIT ?", SQLValue(limit)) { row in
            guard let identity = ActorText.identity(in: row.text(1)), let action = AuditedAction(rawValue: row.text(2)) else {
                throw UnreadableEntry(name: "audit", key: row.text(2))
            }
            return AuditLine(
                at: Instant(milliseconds: row.integer(0)), by: identity, action, on: row.text(3), from: row.optionalText(4))
        }
    }
}
