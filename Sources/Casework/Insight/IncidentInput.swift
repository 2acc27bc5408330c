import Complaints
import Records

/// What happened, as it was typed.
package struct IncidentInput: Sendable {
    package var title = ""
    package var about = ""
    package var first = ""
    package var last = ""
    package var signal: Int64?
    package var bannerDutch = ""
    package var bannerEnglish = ""
    package var bannerUntil = ""

    package init() {}

    /// Customers are told in both languages and until a day, or not at all.
    func checked(as id: Int64, today: Day) throws(Refusal) -> Incident {
        var check = FieldCheck()
        let title = check.line(title, at: "title", limit: 80, required: true)
        let about = check.value(about, at: "about", or: .unknown) { NatureItem.isCode($0) ? $0 : nil }
        let first = check.value(first, at: "first", required: true) { try? Day(typed: $0, today: today) }
        let last = check.value(last, at: "last") { try? Day(typed: $0, today: today) }
        if let first, let last, last < first { check.note(.tooEarly, at: "last") }
        let banner = banner(today, into: &check)
        try check.finish()
        guard let title, let first else { throw .invalid(check.problems) }
        return Incident(id: id, title: title, about: about, first: first, last: last, signal: signal, banner: banner)
    }

    private func banner(_ today: Day, into check: inout FieldCheck) -> IncidentBanner? {
        if [bannerDutch, bannerEnglish, bannerUntil].allSatisfy(\.isBlank) { return nil }
        let dutch = check.prose(bannerDutch, at: "bannerDutch", limit: 400, required: true)
        let english = check.prose(bannerEnglish, at: "bannerEnglish", limit: 400, required: true)
        let until = check.value(bannerUntil, at: "bannerUntil", required: true) { try? Day(typed: $0, today: today) }
        if let until, until > today + 90 { check.note(.tooLate, at: "bannerUntil") }
        guard let dutch, let english, let until else { return nil }
        return IncidentBanner(dutch: dutch, english: english, until: until)
    }
}
