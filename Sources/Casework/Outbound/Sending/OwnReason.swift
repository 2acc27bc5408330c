import Mail

/// Why something was never sent though no server refused it. It is kept where a server's words are, by its name.
package enum OwnReason: String, Sendable {
    /// Nobody can have this address.
    case noAddress = "no mail can go to this address"
    /// The mail that was to go on is not there any more as it came.
    case lost = "the mail is no longer as it came"

    var reason: SendingReason { SendingReason(code: 0, words: rawValue, fault: nil) }
}
