package import Complaints

/// The names under which events stand in the journal. Fixed by hand and never changed: Swift's names may change, history
/// does not.
package enum EventNames {
    package static func name(of event: ComplaintEvent) -> String {
        switch event {
        case .registered: "registered"
        case .corrected: "corrected"
        case .classified: "classified"
        case .assigned: "assigned"
        case .accepted: "accepted"
        case .returned: "returned"
        case .contacted: "contacted"
        case .noted: "noted"
        case .asked: "asked"
        case .answerReceived: "answer-received"
        case .consulted: "consulted"
        case .contributed: "contributed"
        case .investigated: "investigated"
        case .proposed: "proposed"
        case .answered: "answered"
        case .resolved: "resolved"
        case .closed: "closed"
        case .rated: "rated"
        case .reopeningRequested: "reopening-requested"
        case .reopeningDecided: "reopening-decided"
        case .withdrawn: "withdrawn"
        case .referred: "referred"
        case .markedDuplicate: "marked-duplicate"
        case .unmarkedDuplicate: "unmarked-duplicate"
        case .attached: "attached"
        case .informed: "informed"
        case .extended: "extended"
        case .promised: "promised"
        case .promiseKept: "promise-kept"
        case .promiseChanged: "promise-changed"
        case .undone: "undone"
        case .erased: "erased"
        }
    }
}
