import Casework
import Complaints
import Records

/// What to do where a remedy is above the limit of the procedure and nobody who is here but the handler could record it.
struct NoSecondPair {
    let desk: Desk
    let complaint: Complaint
    /// What the reader can do with the file.
    let possible: Set<Act>

    private var say: Wording { desk.say }

    var words: String {
        [say("Nu is er niemand anders die dat mag.", "Now there is nobody else who may."), handOver, workedOn, role, deputy].compactMap(
            \.self
        ).joined(separator: " ")
    }

    /// What the only complaints manager reads of a complaint of their own before working on it; nil for anybody else, and once it is too late.
    var beforehand: String? {
        let limits = desk.house.procedures.version(complaint.procedureVersion).remedyLimits
        guard let limit = limits.first(where: { $0.by == .manager }), canHandOver,
            desk.colleagues(with: .manager).allSatisfy({ $0.id == complaint.handler })
        else { return nil }
        let amount = DateWords.money(limit.above, desk.language)
        return say(
            "Wordt het meer dan \(amount)? Dan legt u als enige klachtenmanager de oplossing vast, en dat kan niet als u er zelf aan werkte. Draag de klacht dan nu over.",
            "Will it be more than \(amount)? Then you record the solution as the only complaints manager, and can't if you worked on it yourself. Then hand it over now."
        )
    }

    private var canHandOver: Bool {
        let others = desk.colleagues(with: .handler).filter { ![complaint.handler, complaint.aboutStaff].contains($0.id) }
        guard possible.contains(.assign), let staff = desk.actor.staff, staff == complaint.handler else { return false }
        return complaint.isUnworked(by: staff) && !others.isEmpty
    }

    /// Why whoever could have been the second one is not any more.
    private var workedOn: String? {
        guard desk.actor.has(.manager), let staff = desk.actor.staff, !complaint.isUnworked(by: staff) else { return nil }
        return say(
            "U werkte er zelf al aan en telt daarom niet als tweede: draag zo'n klacht een volgende keer over vóór u eraan werkt.",
            "You have worked on it yourself and so don't count as the second: hand such a complaint over before you work on it the next time."
        )
    }

    /// The complaints manager hands it over, and is then the second one.
    private var handOver: String? {
        guard canHandOver else { return nil }
        return say(
            "Wijs de klacht toe aan een andere behandelaar. Neemt die haar aan en doet die het voorstel, dan legt u de oplossing vast.",
            "Assign the complaint to another handler. Once that person has accepted it and made the proposal, you record the solution.")
    }

    private var role: String {
        if desk.actor.has(.administrator) {
            return say(
                "Of geef bij Medewerkers een ander, bijvoorbeeld de directie, de rol klachtenmanager.",
                "Or give somebody else, such as management, the role of complaints manager under Staff.")
        }
        let names = desk.colleagues(with: .administrator).map(\.name).joined(separator: ", ")
        return say(
            "Vraag anders een beheerder (\(names)) om een ander, bijvoorbeeld de directie, de rol klachtenmanager te geven.",
            "Otherwise ask an administrator (\(names)) to give somebody else, such as management, the role of complaints manager.")
    }

    private var deputy: String? {
        guard desk.actor.has(.manager) else { return nil }
        return say(
            "Bent u afwezig, dan is uw vervanger zo lang klachtenmanager.",
            "When you are away, your replacement is complaints manager meanwhile.")
    }
}
