import Casework
import Complaints
import Hummingbird
import Records

/// A complaint's number with our seal, as it stands in the address of a receipt.
enum ReceiptProof {
    private static let purpose = "receipt"

    static func text(of number: ComplaintNumber, by tokens: FormTokens) -> String {
        "\(number.digits).\(tokens.token(session: Array(number.digits.utf8), purpose: purpose))"
    }

    /// The number; nil for a proof that we did not write, so that nobody learns which numbers there are.
    static func number(in text: String, by tokens: FormTokens) -> ComplaintNumber? {
        let parts = text.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let number = parts.first.flatMap({ ComplaintNumber(parsing: $0) }), let seal = parts.last.map(String.init),
            tokens.isGenuine(seal, session: Array(number.digits.utf8), purpose: purpose)
        else { return nil }
        return number
    }
}

/// The receipt's address can be reloaded and kept for good, and is no key: opened later or by somebody else it shows the number and the
/// dates, and nothing that anybody wrote. In the browser that sent the form, and for half an hour, a cookie holds the personal link; only
/// then the page shows that link and what was sent. The server itself knows no more of the link than its digest.
struct ReceiptReading {
    static let cookie = "gehoor-ontvangst"
    /// How long the browser keeps the link for this page, in seconds.
    static let secondsShown = 30 * 60

    let routes: ReportingRoutes

    func response(_ request: Request, _ visit: Visit) async throws -> Response {
        let workplace = routes.workplace
        guard let number = visit.parameter("bewijs").flatMap({ ReceiptProof.number(in: $0, by: workplace.tokens) }) else {
            throw HTTPError(.notFound)
        }
        let frame = try await workplace.publicFrame(request, visit)
        let complaint = try await workplace.read { snapshot, _ in
            try snapshot.complaintID(of: number).flatMap { try snapshot.complaint($0) }
        }
        guard let complaint else { throw HTTPError(.notFound) }
        let link = try await link(to: complaint.id, request)
        return ReceiptPage(frame: frame, complaint: complaint, link: link.map { "\(workplace.base)\(Paths.followLink($0.text))" })
            .response()
    }

    private func link(to complaint: ComplaintID, _ request: Request) async throws -> Secret? {
        guard let text = routes.workplace.cookies.value(Self.cookie, in: request.headers), let secret = Secret(parsing: text) else {
            return nil
        }
        return try await routes.follow.complaint(forLink: secret) == complaint ? secret : nil
    }
}
