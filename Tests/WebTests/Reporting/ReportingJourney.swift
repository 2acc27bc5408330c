import Complaints
import Rehearsal

@testable import Web

extension Visitor {
    static let story = "De mailserver ligt sinds maandag steeds een uur stil."
    static let reach = [("name", "Anna de Vries"), ("email", "anna@voorbeeld.invalid")]

    /// Answers both questions and stands before the check, ten seconds later.
    mutating func reportUpToCheck(
        story: String = Visitor.story, reach: [(String, String)] = Visitor.reach, files: [SentFile] = []
    ) async throws {
        try await get(Paths.report)
        try await submit(Paths.reportReach, [("story", story)], files: files)
        try await submit(Paths.reportCheck, reach)
        site.rehearsal.clock.advance(seconds: 10)
    }
}
