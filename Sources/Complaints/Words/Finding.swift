/// The verdict on one grievance; `informal` is no verdict: solved to the customer's satisfaction without one.
package enum Finding: String, CaseIterable, Hashable, Sendable {
    case upheld
    case partlyUpheld = "partly-upheld"
    case notUpheld = "not-upheld"
    case informal
}

/// What the company does for the customer, in words and, where it is money, an amount in euros.
package struct Remedy: Hashable, Sendable {
    package var text: Passage?
    package var amount: Money?

    package init(text: Passage? = nil, amount: Money? = nil) {
        self.text = text
        self.amount = amount
    }
}
