package import Dialling
import Foundation

/// Where OAuth2 access tokens come from.
package struct TokenEndpoint: Sendable {
    package enum Grant: Sendable {
        case clientCredentials
        case refresh(SecretText)
    }

    package let address: String
    package let clientID: String
    package let clientSecret: SecretText?
    package let scope: String?

    package init(address: String, clientID: String, clientSecret: SecretText?, scope: String?) {
        (self.address, self.clientID, self.clientSecret, self.scope) = (address, clientID, clientSecret, scope)
    }
}

/// Why there is no access token.
package enum TokenFault: Error, Hashable, Sendable, CustomStringConvertible {
    case dial(DialFault)
    /// The address of the endpoint is no `https` address.
    case wrongAddress
    /// In the endpoint's own words, such as `invalid_client`.
    case refused(error: String, words: String)
    case strangeAnswer(status: Int)

    package var description: String {
        switch self {
        case .dial(let fault): "\(fault)"
        case .wrongAddress: "the address for tokens is no https address"
        case .refused(let error, let words): "no token was given: \(error)" + (words.isEmpty ? "" : " (\(words))")
        case .strangeAnswer(let status): "the token server answers strangely (status \(status))"
        }
    }
}

/// Where refresh tokens are that an endpoint gave in place of an earlier one. Others may share it: the newest is whatever was kept last.
package struct RefreshTokenStore: Sendable {
    let newest: @Sendable () async throws -> SecretText?
    let keep: @Sendable (SecretText) async throws -> Void

    /// - Parameters:
    ///   - newest: what was kept last; nil when nothing was.
    ///   - keep: when it returns, the token is on disk.
    package init(
        newest: @escaping @Sendable () async throws -> SecretText?, keep: @escaping @Sendable (SecretText) async throws -> Void
    ) {
        (self.newest, self.keep) = (newest, keep)
    }
}

/// Access tokens for one mailbox, fetched when needed and renewed before they end. Those who ask at the same time share one request.
package actor AccessTokens {
    private let endpoint: TokenEndpoint
    private var grant: TokenEndpoint.Grant
    private let dialler: Dialler
    private let now: @Sendable () -> Int64
    private let store: RefreshTokenStore
    /// A refresh token that could not be kept yet.
    private var unkept: SecretText?
    private var held: (token: SecretText, until: Int64)?
    private var fetching: Task<SecretText, any Error>?

    /// - Parameters:
    ///   - now: seconds since 1970.
    ///   - store: where a new refresh token goes, which replaces the old one; it is kept before the access token is used.
    package init(
        _ endpoint: TokenEndpoint, grant: TokenEndpoint.Grant, with dialler: Dialler, now: @escaping @Sendable () -> Int64,
        store: RefreshTokenStore
    ) {
        (self.endpoint, self.grant, self.dialler, self.now, self.store) = (endpoint, grant, dialler, now, store)
    }

    /// A token that is good for at least some minutes. Throws `TokenFault`.
    package func token() async throws -> SecretText {
        if let held, now() < held.until { return held.token }
        if let fetching { return try await fetching.value }
        let task = Task { try await fetch() }
        fetching = task
        defer { fetching = nil }
        return try await task.value
    }

    /// After a server refused the token.
    package func forget() { held = nil }

    private func fetch() async throws -> SecretText {
        try await useNewest()
        do {
            return try await ask()
        } catch TokenFault.refused(let error, let words) {
            // Somebody else who shares it may have renewed it meanwhile.
            guard try await useNewest() else { throw TokenFault.refused(error: error, words: words) }
            return try await ask()
        }
    }

    /// Goes on with what was kept last; whether that is another refresh token than before.
    @discardableResult
    private func useNewest() async throws -> Bool {
        guard case .refresh(let held) = grant else { return false }
        if let unkept {
            try await store.keep(unkept)
            self.unkept = nil
        }
        guard let newest = try await store.newest(), newest != held else { return false }
        grant = .refresh(newest)
        return true
    }

    private func ask() async throws -> SecretText {
        guard let form = FormPost(endpoint.address, fields: fields) else { throw TokenFault.wrongAddress }
        let answer: WebAnswer
        do { answer = try await form.send(with: dialler) } catch let fault as DialFault { throw TokenFault.dial(fault) }
        guard let said = try? JSONDecoder().decode(Answer.self, from: answer.body) else {
            throw TokenFault.strangeAnswer(status: answer.status)
        }
        guard answer.status == 200, let token = said.access_token, !token.isEmpty else {
            guard let error = said.error else { throw TokenFault.strangeAnswer(status: answer.status) }
            throw TokenFault.refused(
                error: CleanText.line(error, limit: 100), words: CleanText.line(said.error_description ?? "", limit: 300))
        }
        if let fresh = said.refresh_token, case .refresh(let old) = grant, fresh != old.revealed {
            (grant, unkept) = (.refresh(SecretText(fresh)), SecretText(fresh))
            try await store.keep(SecretText(fresh))
            unkept = nil
        }
        // Renewed five minutes before its end, or after three quarters of a short life.
        let life = Int64(clamping: said.expires_in?.seconds ?? 3600)
        held = (SecretText(token), now() + max(life - 300, life * 3 / 4))
        return SecretText(token)
    }

    private var fields: [(name: String, value: SecretText)] {
        var fields: [(name: String, value: SecretText)] = [("client_id", SecretText(endpoint.clientID))]
        switch grant {
        case .clientCredentials: fields.append(("grant_type", SecretText("client_credentials")))
        case .refresh(let token): fields += [("grant_type", SecretText("refresh_token")), ("refresh_token", token)]
        }
        if let secret = endpoint.clientSecret { fields.append(("client_secret", secret)) }
        if let scope = endpoint.scope { fields.append(("scope", SecretText(scope))) }
        return fields
    }

    private struct Answer: Decodable {
        let access_token: String?
        let refresh_token: String?
        let expires_in: Life?
        let error: String?
        let error_description: String?
    }

    /// Some servers write the number as text.
    private struct Life: Decodable {
        let seconds: Int

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let number = try? value.decode(Int.self) { seconds = number } else { seconds = Int(try value.decode(String.self)) ?? 3600 }
            if seconds < 0 { throw DecodingError.dataCorruptedError(in: value, debugDescription: "a life that is over") }
        }
    }
}
