/// Everything that can be done to a complaint. Raw values are the words of the API's paths.
package enum Act: String, CaseIterable, Hashable, Sendable {
    case register
    case correct
    case classify
    case assign
    case accept
    case `return`
    case contact
    case note
    case ask
    case receiveAnswer = "receive-answer"
    case consult
    case contribute
    case investigate
    case propose
    case answer
    case resolve
    case close
    case rate
    case reopen
    case decideReopening = "decide-reopening"
    case withdraw
    case refer
    case duplicate
    case notDuplicate = "not-duplicate"
    case attach = "documents"
    case informed
    case extend
    case promise
    case keepPromise = "keep-promise"
    case movePromise = "move-promise"
    case dropPromise = "withdraw-promise"
    case undo
}
