import Complaints

extension Wording {
    /// Why a promise does not get another day, or is not taken back; nil for what has words of its own elsewhere.
    func refusal(_ refusal: Refusal, changing act: Act, of promise: Promise?) -> String? {
        guard act == .movePromise || act == .dropPromise, let promise else { return nil }
        switch refusal {
        case .cannotExtend(.overdue) where act == .dropPromise:
            return self(
                "De datum is al voorbij: intrekken kan niet meer. Neem contact op met de klant.",
                "The date has passed: it can't be withdrawn any more. Get in touch with the customer.")
        case .cannotExtend, .notNow:
            if promise.kind != .byHand {
                return self(
                    "Deze toezegging komt uit de procedure. Alleen wat u zelf toezegde krijgt hier een andere dag of vervalt.",
                    "This promise comes from the procedure. Only what you promised yourself gets another day here or is withdrawn.")
            }
            if !promise.isOutstanding { return self("Deze toezegging loopt niet meer.", "This promise is not open any more.") }
            return nil
        default: return nil
        }
    }
}
