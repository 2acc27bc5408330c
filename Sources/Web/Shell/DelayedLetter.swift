import Casework
import Complaints
import Records

extension Desk {
    /// Why a letter has not left yet though it was tried, and when it is tried again; nil where that is not so.
    func delay(of delivery: Delivery?) -> String? {
        switch delivery?.state {
        case .later?:
            say("De mailserver kan hem nog niet aannemen. ", "The mail server can't take it yet. ") + again(delivery) + reason(delivery)
        case .doubt?:
            say(
                "De mailserver kreeg hem en gaf geen antwoord: misschien is hij aangekomen. ",
                "The mail server was given it and did not answer: it may have arrived. ") + again(delivery)
        default: nil
        }
    }

    private func again(_ delivery: Delivery?) -> String {
        guard let delivery, delivery.nextTryAt > now.instant else {
            return say("Wordt zo opnieuw geprobeerd.", "Is about to be tried again.")
        }
        let next = calendar.zone.moment(at: delivery.nextTryAt)
        if next.day == now.day { return say("Om \(DateWords.time(next.time)) opnieuw.", "Again at \(DateWords.time(next.time)).") }
        return say("Opnieuw op \(DateWords.brief(next, language)).", "Again on \(DateWords.brief(next, language)).")
    }

    private func reason(_ delivery: Delivery?) -> String {
        guard let words = delivery?.words, !words.isBlank else { return "" }
        return say(" De reden: \(say.sendingReason(words))", " The reason: \(say.sendingReason(words))")
    }
}
