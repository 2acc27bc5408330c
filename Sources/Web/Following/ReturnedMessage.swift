import Complaints
import HTTPTypes

/// What a customer had typed when their form came back, and what stands in the way; nothing on a page that is merely opened.
struct ReturnedMessage: Sendable {
    static let fields: Set<String> = FileCounter.fields.union(["text", FormTokens.field, Submission.field])

    var act: FollowedAct?
    var text = ""
    var waiting = WaitingFiles()
    var submission = Submission()
    var textTrouble: String?
    var filesTrouble: String?
    var general: String?
    var status = HTTPResponse.Status.unprocessableContent

    var isWrong: Bool { textTrouble != nil || filesTrouble != nil || general != nil }
}
