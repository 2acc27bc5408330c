import CGMime

/// When a mail says it was written.
package struct MailDate: Codable, Hashable, Sendable {
    /// In its own words.
    package let said: String
    /// Since 1970, as understood; nil when it is no date.
    package let seconds: Int64?

    /// What to go by: the date said when it can be true (at most thirty days before the mail came, at most a day after), otherwise when it came.
    package func sane(receivedAt received: Int64) -> Int64 {
        guard let seconds, seconds >= received - 30 * 86_400, seconds <= received + 86_400 else { return received }
        return seconds
    }

    init(said: String, seconds: Int64?) { (self.said, self.seconds) = (said, seconds) }

    init(_ value: [UInt8]?) {
        let said = CleanText.line(String(decoding: (value ?? []).prefix(200), as: UTF8.self), limit: 100)
        guard !said.isEmpty, let date = g_mime_utils_header_decode_date(said) else {
            self.init(said: said, seconds: nil)
            return
        }
        defer { g_date_time_unref(date) }
        self.init(said: said, seconds: Int64(g_date_time_to_unix(date)))
    }
}
