import Complaints

/// Whether mail to an address comes in here.
enum OwnAddress {
    /// `klachten+anything@…` is `klachten@…`.
    static func isOwn(_ address: String, _ settings: MailSettings) -> Bool {
        withoutPlus(address) == EmailAddress.normalise(settings.address)
    }

    private static func withoutPlus(_ address: String) -> String {
        let parts = address.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        return parts.map { $0.prefix { $0 != "+" } }.joined(separator: "@")
    }
}
