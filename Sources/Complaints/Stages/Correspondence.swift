extension Complaint {
    /// A note for colleagues; the customer never sees it.
    func noting(_ text: String) throws(Refusal) -> [Occurrence] { [Occurrence(.noted(try passage(text)))] }

    /// What the customer said, by whatever door.
    func receivingAnswer(_ text: String, through channel: Channel) throws(Refusal) -> [Occurrence] {
        [Occurrence(.answerReceived(try passage(text, isQuoted: true), through: channel))]
    }

    /// An answer ends the waiting; what is no longer open stays as it is.
    mutating func applyReceivedAnswer() {
        if phase == .waitingForCustomer { phase = handler == nil ? .received : .inProgress }
    }
}
