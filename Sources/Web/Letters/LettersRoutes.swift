import Casework
import Complaints
import Hummingbird
import Markup
import Records

/// What still has to reach customers by hand, and what waits for mail.
struct LettersRoutes {
    let workplace: Workplace

    var routes: RouteCollection<Visit> {
        let routes = RouteCollection(context: Visit.self)
        routes.get(RouterPath(Paths.letters), use: list)
        return routes
    }

    @Sendable func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let person = try visit.signedIn(as: [.intake, .handler, .manager])
        let (desk, waiting) = try await workplace.desk(visit) { snapshot, _, _ in try snapshot.waitingLetters(for: Visibility(person.actor))
        }
        let say = desk.say
        return desk.page(say("Brieven", "Letters"), current: Paths.letters) {
            Heading(
                title: say("Brieven die wachten", "Letters that wait"),
                remark: say("Niets doet alsof het verstuurd is.", "Nothing pretends to have been sent.")
            ).html
            if waiting.isEmpty {
                EmptyState(
                    icon: .mail, title: say("Alles is bij de klant", "Everything has reached the customer"),
                    words: say("Zodra er iets te vertellen is, staat het hier.", "As soon as there is something to tell, it is here.")
                ).html
            } else {
                for means in [LetterMeans.phone, .print, .email] {
                    section(means, waiting.filter { $0.letter.content.means == means }, desk)
                }
            }
        }
    }

    private func section(_ means: LetterMeans, _ letters: [WaitingLetter], _ desk: Desk) -> HTML {
        if letters.isEmpty { return HTML() }
        let title =
            switch means {
            case .phone: desk.say("Vertel telefonisch", "Tell by phone")
            case .print: desk.say("Print en doe op de post", "Print and post")
            case .email: desk.say("Wacht tot e-mail is ingericht", "Waiting until e-mail is set up")
            }
        return Markup.section {
            h2 { title }
            ul(.class("plain")) {
                for waiting in letters {
                    li {
                        Link(waiting.letter.content.subject, to: Paths.letter(waiting.letter.id, waiting.number))
                        span(.class("muted")) {
                            " · \(waiting.letter.content.recipient) · "
                                + DateWords.brief(desk.calendar.zone.moment(at: waiting.letter.createdAt), desk.language)
                        }
                    }
                }
            }
        }
    }
}
