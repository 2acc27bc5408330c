package import Casework
package import Crypto

/// What guards the pages that anybody may use: proof that a form is ours, room for files that wait, and how often one network may do
/// what costs us something.
package struct Reception: Sendable {
    /// How often each client network may do these, at once and every minute after that.
    package struct Limits: Sendable {
        let sending: RateLimit
        let uploading: RateLimit
        let asking: RateLimit

        package init(
            sending: RateLimit = RateLimit(burst: 20, perMinute: 4), uploading: RateLimit = RateLimit(burst: 60, perMinute: 20),
            asking: RateLimit = RateLimit(burst: 10, perMinute: 2)
        ) {
            (self.sending, self.uploading, self.asking) = (sending, uploading, asking)
        }
    }

    package let staging: Staging
    let stamps: SubmissionStamps
    let limits: Limits
    private let seals: FormTokens

    package init(staging: Staging, formKey: SymmetricKey, stagingKey: SymmetricKey, limits: Limits = Limits()) {
        self.staging = staging
        stamps = SubmissionStamps(key: formKey)
        seals = FormTokens(key: stagingKey)
        self.limits = limits
    }

    /// The key of a waiting file as its form carries it: of no use in any other form.
    func sealed(_ id: String, for submission: Submission) -> String { "\(id).\(seals.token(session: submission.id, purpose: id))" }

    /// The waiting file that such a key stands for; nil for one that we did not make for this form.
    func opened(_ key: String, for submission: Submission) -> String? {
        let parts = key.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let id = parts.first.map(String.init), let seal = parts.last.map(String.init),
            seals.isGenuine(seal, session: submission.id, purpose: id)
        else { return nil }
        return id
    }
}

/// One form being filled in, from its first page to its receipt: sent twice, it still is one.
struct Submission: Hashable, Sendable {
    static let field = "submission"

    let id: [UInt8]

    init() { id = (0..<16).map { _ in UInt8.random(in: .min ... .max) } }

    /// Reads what `sealed(by:)` wrote; nil for anything that we did not write.
    init?(_ text: String, by tokens: FormTokens, for purpose: String = field) {
        let parts = text.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let id = parts.first.flatMap({ SealedText.bytes($0) }), id.count == 16,
            let seal = parts.last.map(String.init),
            tokens.isGenuine(seal, session: id, purpose: purpose)
        else { return nil }
        self.id = id
    }

    ///
    /// - Parameter purpose: what alone it may be sent for.
    func sealed(by tokens: FormTokens, for purpose: String = field) -> String {
        "\(SealedText.base64(id)).\(tokens.token(session: id, purpose: purpose))"
    }

    /// Its name in the table of requests that were done.
    var key: String { SealedText.base64(id) }
}
