import Casework
import Complaints
import HTTPTypes
import Records

/// Refusals as the API words them.
enum APIRefusals {
    /// Runs `body`; a refusal comes out as problem details in this language, its fields named by `name`.
    static func told<T>(
        in language: Language, naming name: (String) -> String = { $0 }, _ body: () async throws -> T
    ) async throws -> T {
        do {
            return try await body()
        } catch let refusal as Refusal {
            throw problem(refusal, language, name)
        } catch let refused as IdempotentRequest.Refused {
            throw problem(refused, Wording(language))
        }
    }

    private static func problem(_ refusal: Refusal, _ language: Language, _ name: (String) -> String) -> ProblemDetails {
        guard case .invalid(let problems) = refusal else { return ProblemDetails(refusal, in: language) }
        let say = Wording(language)
        let errors = problems.map {
            ProblemField(field: name($0.field), code: $0.reason.code, detail: moment($0, say) ?? say.problem($0))
        }
        return ProblemDetails(.unprocessableContent, code: refusal.code, detail: say.refusal(refusal), errors: errors)
    }

    /// People type days as they like; programs write ISO.
    private static func moment(_ problem: FieldProblem, _ say: Wording) -> String? {
        guard problem.reason == .malformed else { return nil }
        switch problem.field {
        case "receivedAt":
            return say(
                "Geef een moment met verschil met UTC (2026-11-20T10:15:00+01:00) of een dag (2026-11-20).",
                "Give a moment with its offset (2026-11-20T10:15:00+01:00) or a day (2026-11-20).")
        case "at":
            return say(
                "Geef een moment met verschil met UTC: 2026-11-20T10:15:00+01:00.",
                "Give a moment with its offset: 2026-11-20T10:15:00+01:00.")
        case "due": return say("Geef een dag: 2026-11-20.", "Give a day: 2026-11-20.")
        case "of": return say("Geef een klachtnummer: 4827-1936-8.", "Give a complaint number: 4827-1936-8.")
        case "letter": return say("Geef de sleutel van een brief.", "Give the key of a letter.")
        default: return nil
        }
    }

    private static func problem(_ refused: IdempotentRequest.Refused, _ say: Wording) -> ProblemDetails {
        let detail =
            switch refused {
            case .malformedKey:
                say(
                    "Geef als Idempotency-Key 1 tot 255 zichtbare ASCII-tekens.",
                    "Give 1 to 255 visible ASCII characters as Idempotency-Key.")
            case .otherBody:
                say("Deze Idempotency-Key hoort bij een ander verzoek.", "This Idempotency-Key belongs to another request.")
            }
        let error = ProblemField(field: "Idempotency-Key", code: refused.rawValue, detail: detail)
        return ProblemDetails(.unprocessableContent, code: refused.rawValue, detail: detail, errors: [error])
    }
}
