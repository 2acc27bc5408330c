extension Complaint {
    /// A note for colleagues; the customer never sees it.
    func noting(_ text: String) throws(Refusal) -> [Occurrence] { [Occurrence(.noted(try passage(text)))] }

    /// A question to the customer: from now on it is the customer we wait for.
    func asking(_ text: String) throws(Refusal) -> [Occurrence] { [Occurrence(.asked(try passage(text)))] }

    /// What the customer said, by whatever door.
    func receivingAnswer(_ text: String, through channel: Channel) throws(Refusal) -> [Occurrence] {
        [Occurrence(.answerReceived(try passage(text), through: channel))]
    }

    /// A message to the customer that asks nothing and decides nothing yet.
    func answering(_ text: String) throws(Refusal) -> [Occurrence] { [Occurrence(.answered(try passage(text)))] }

    /// The solution as it is put to the customer.
    func proposing(_ text: String) throws(Refusal) -> [Occurrence] { [Occurrence(.proposed(try passage(text)))] }

    /// An answer ends the waiting; what is no longer open stays as it is.
    mutating func applyReceivedAnswer() {
        if phase == .waitingForCustomer { phase = handler == nil ? .received : .inProgress }
    }
}
