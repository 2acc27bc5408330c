package import Complaints
import Dialling
import Foundation
import Mail

/// What an administrator fills in about mail, as it was typed.
package struct MailSettingsInput: Hashable, Sendable {
    /// A server, as it was typed. Empty secrets leave those that are kept as they are.
    package struct Server: Hashable, Sendable {
        package var host = ""
        package var port = ""
        package var security = ""
        package var user = ""
        package var password = ""
        package var tokenAddress = ""
        package var clientID = ""
        package var clientSecret = ""
        package var scope = ""
        package var refreshToken = ""
        /// The one that is kept goes, where no other is typed.
        package var forgetsRefreshToken = false

        package init() {}
        var isEmpty: Bool { host.isBlank }
    }

    package struct Mailbox: Hashable, Sendable {
        package var server = Server()
        package var folder = ""
        package var doneFolder = ""
        /// What is in it already is taken too: of so many last days, or all of it where that is empty.
        package var takesOld = false
        package var oldDays = ""

        package init() {}
    }

    /// As many as there are keys for.
    package static let mostForwarding = 9

    package var address = ""
    package var name = ""
    package var takesPlusAddresses = false
    package var trustedServers = ""
    package var forwarding = ""
    package var sending = Server()
    package var mailboxes: [Mailbox] = []

    package init() {}

    /// The settings that this describes. Throws `SettingsRefusal.invalid` with every field that is wrong: `address`, `smtp.host`,
    /// `imap.1.folder` and so on.
    package func checked(after before: MailSettings, keys: HouseKeys, at now: Instant) throws -> MailSettings {
        var check = FieldCheck()
        var settings = before
        let needsAddress = !sending.isEmpty || !before.address.isEmpty
        settings.address = check.value(address, at: "address", required: needsAddress) { try? EmailAddress(parsing: $0).text } ?? ""
        settings.name = check.line(name, at: "name", limit: 100) ?? ""
        settings.takesPlusAddresses = takesPlusAddresses
        settings.trustedServers = trustedServers.split { $0 == "," || $0 == "\n" || $0 == " " }.map { String($0).trimmed.lowercased() }
            .filter { !$0.isEmpty }
        if settings.trustedServers.contains(where: { HostName($0) == nil }) { check.note(.malformed, at: "trustedServers") }
        settings.forwarding = forwardAddresses(of: settings, &check)
        settings.sending = try server(sending, at: "smtp", before: before.sending, keys: keys, &check)
        if settings.sending != nil, before.sendsSince == nil { settings.sendsSince = now.milliseconds }
        settings.mailboxes = try mailboxes.enumerated().compactMap { index, typed in
            let place = "imap.\(index + 1)"
            let old = before.mailboxes.indices.contains(index) ? before.mailboxes[index] : nil
            guard let server = try server(typed.server, at: place, before: old?.server, keys: keys, &check) else { return nil }
            return mailbox(typed, server, old, at: place, now, &check)
        }
        guard check.problems.isEmpty else { throw SettingsRefusal.invalid(check.problems) }
        return settings
    }

    /// Each once: each gets a button. The house's own address is none of them: what went there would come in again.
    private func forwardAddresses(of settings: MailSettings, _ check: inout FieldCheck) -> [String] {
        let typed = forwarding.split { ",; \n\r\t".contains($0) }.map(String.init)
        let read = typed.compactMap { try? EmailAddress(parsing: $0) }
        var known: Set<String> = []
        let addresses = read.filter { known.insert($0.normalised).inserted }
        if read.count < typed.count {
            check.note(.malformed, at: "forwarding")
        } else if addresses.contains(where: { OwnAddress.isOwn($0.normalised, settings) }) {
            check.note(.itself, at: "forwarding")
        } else if addresses.count > Self.mostForwarding {
            check.note(.tooMany(limit: Self.mostForwarding), at: "forwarding")
        }
        return addresses.map(\.text)
    }

    private func mailbox(
        _ typed: Mailbox, _ server: MailSettings.Server, _ old: MailSettings.Mailbox?, at place: String, _ now: Instant,
        _ check: inout FieldCheck
    ) -> MailSettings.Mailbox {
        let folder = typed.folder.isBlank ? "INBOX" : typed.folder.trimmed
        if MailboxName(folder) == nil { check.note(.malformed, at: "\(place).folder") }
        let done = typed.doneFolder.trimmed
        if !done.isEmpty, MailboxName(done) == nil || done == folder { check.note(.itself, at: "\(place).doneFolder") }
        if server.user.isEmpty { check.note(.missing, at: "\(place).user") }
        // Another mailbox is read from its own beginning.
        let isSame = old.map { $0.server.host == server.host && $0.server.user == server.user && $0.folder == folder } ?? false
        let id = isSame ? old?.id ?? "" : MailSettings.Mailbox.key(of: server, folder, at: now)
        var mailbox = MailSettings.Mailbox(id: id, server: server, folder: folder, doneFolder: done)
        let days = check.value(typed.oldDays, at: "\(place).oldDays") { Int($0).flatMap { (1...3_650).contains($0) ? $0 : nil } }
        let from = typed.takesOld ? days.map { now.adding(days: -$0) } : now
        mailbox.since = isSame ? old?.since : from?.milliseconds
        return mailbox
    }

    private func server(
        _ typed: Server, at place: String, before: MailSettings.Server?, keys: HouseKeys, _ check: inout FieldCheck
    ) throws -> MailSettings.Server? {
        if typed.isEmpty { return nil }
        let host = check.value(typed.host, at: "\(place).host") { HostName($0)?.text }
        let security = TransportSecurity(rawValue: typed.security)
        if security == nil { check.note(.unknown, at: "\(place).security") }
        let port = check.value(typed.port, at: "\(place).port", required: true) { UInt16($0).flatMap { $0 > 0 ? $0 : nil } }
        let user = check.line(typed.user, at: "\(place).user", limit: 250) ?? ""
        guard let host, let port, let security else { return nil }
        var server = MailSettings.Server(host: host, port: port, security: security, user: user)
        // A password is told to the server it was given for, and to no other.
        let same = before?.host == host && before?.user == user ? before : nil
        server.password = try secret(typed.password, same?.password, keys)
        if !typed.tokenAddress.isBlank {
            if FormPost(typed.tokenAddress.trimmed, fields: []) == nil { check.note(.malformed, at: "\(place).tokenAddress") }
            let id = check.line(typed.clientID, at: "\(place).clientID", limit: 250, required: true) ?? ""
            // What is kept was given for one client at one address, and is told to no other.
            let source = same?.tokens.flatMap { $0.address == typed.tokenAddress.trimmed && $0.clientID == id ? $0 : nil }
            server.tokens = MailSettings.TokenSource(
                address: typed.tokenAddress.trimmed, clientID: id,
                clientSecret: try secret(typed.clientSecret, source?.clientSecret, keys),
                scope: check.line(typed.scope, at: "\(place).scope", limit: 500) ?? "",
                refreshToken: try secret(typed.refreshToken, typed.forgetsRefreshToken ? nil : source?.refreshToken, keys))
        }
        if !user.isEmpty, server.password == nil, server.tokens == nil { check.note(.missing, at: "\(place).password") }
        return server
    }

    private func secret(_ typed: String, _ kept: SealedText?, _ keys: HouseKeys) throws -> SealedText? {
        typed.isEmpty ? kept : try SealedText(SecretText(typed), by: keys)
    }
}
