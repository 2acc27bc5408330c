import Casework
import Complaints
import Markup
import Records

/// The texts that can stand in a message: a list of links that put one there, which `snippets.js` opens by `::`.
struct SnippetChoice {
    /// In the address of a file: which text stands in the message.
    static let wanted = "tekst"
    static let listID = "antwoordteksten"

    let desk: Desk
    let complaint: Complaint

    private var say: Wording { desk.say }

    /// Which text an address asks for, counted from 1; nil for what can't be one.
    static func place(_ text: String) -> Int? { Int(text).flatMap { (1...SnippetsInput.most).contains($0) ? $0 : nil } }

    /// A text with what is known filled in; nil when there is none of this place.
    func filled(_ place: Int) -> String? {
        guard desk.house.snippets.indices.contains(place) else { return nil }
        return SnippetMarks.filled(desk.house.snippets[place].text, with: values)
    }

    var html: HTML {
        if desk.house.snippets.isEmpty { return HTML() }
        return details(.class("inner"), .id(Self.listID)) {
            summary { say("Antwoordteksten (typ ::)", "Reply texts (type ::)") }
            ul(.class("plain")) {
                for (place, snippet) in desk.house.snippets.enumerated() {
                    li {
                        a(
                            .href("\(Paths.file(complaint.number))?\(CasefileRoutes.wantedForm)=answer&\(Self.wanted)=\(place + 1)#eind"),
                            .data("text", filled(place))
                        ) { snippet.name }
                    }
                }
            }
        }
    }

    private var values: [SnippetTag: String] {
        var values: [SnippetTag: String] = [.number: complaint.number.formatted, .author: desk.person.member.name]
        values[.customer] = complaint.correspondent?.name
        let organisation = desk.house.organisation
        values[.organisation] = organisation.name.isBlank ? nil : organisation.name
        values[.phone] = organisation.phone.isBlank ? nil : organisation.phone
        // What must be done at once is only for us, and what stands still has no day yet.
        let due = complaint.promises.filter {
            $0.isOutstanding && !$0.isWaiting && $0.kind != .immediate && $0.due >= desk.now.instant
        }.map(\.due).min()
        values[.due] = due.map { DateWords.told(desk.calendar.zone.moment(at: $0).day, today: desk.now.day, language) }
        return values
    }

    private var language: Language { complaint.correspondent?.language ?? .dutch }
}
