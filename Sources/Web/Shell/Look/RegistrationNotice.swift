import Casework
import Complaints
import Markup

extension Notice {
    /// The number of a new complaint, large, and what the customer is promised, to be read aloud while the line is still open.
    static func registered(_ number: ComplaintNumber, promises: [String], _ say: Wording) -> Notice {
        Notice(.good, isFlash: true) {
            div(.class("registered")) {
                p(.class("call")) {
                    span { say("Geregistreerd. Noem dit nummer:", "Registered. Mention this number:") }
                    " "
                    strong(.data("number", number.formatted)) { number.formatted }
                }
                for promise in promises { p { promise } }
            }
        }
    }
}

extension Wording {
    /// What was promised with this complaint, in words to say. A day that has passed is never said.
    func promisesAloud(_ complaint: Complaint, now: Moment, on calendar: OfficeCalendar) -> [String] {
        if !complaint.phase.isOpen {
            return [self("“Fijn dat we het meteen konden oplossen.”", "“I am glad that we could solve it at once.”")]
        }
        return complaint.promises.filter { $0.isOutstanding }.compactMap { promise in
            let due = calendar.zone.moment(at: promise.due)
            guard promise.kind != .immediate, promise.kind != .statutory else { return nil }
            guard promise.due >= now.instant else { return overdue(promise.kind) }
            let day = due.day == now.day ? self("vandaag", "today") : DateWords.told(due.day, today: now.day, language)
            return switch promise.kind {
            case .acknowledgement, .firstContact, .progress, .byHand, .immediate, .review:
                self("“U hoort uiterlijk \(day) van ons.”", "“You will hear from us by \(day).”")
            case .resolution, .statutory: self("“Uiterlijk \(day) hebben wij een oplossing.”", "“We will have a solution by \(day).”")
            }
        }
    }

    private func overdue(_ kind: PromiseKind) -> String {
        switch kind {
        case .acknowledgement, .firstContact, .progress, .byHand, .immediate, .review:
            self("De dag voor het eerste contact is al voorbij: regel het nu.", "The day for first contact has passed: arrange it now.")
        case .resolution, .statutory:
            self("De dag voor de oplossing is al voorbij: noem geen datum.", "The day for the solution has passed: name no date.")
        }
    }
}
