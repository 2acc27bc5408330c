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
        [say("Nu is er niemand anders die dat mag.", "Now there is nobody else who may."), handOver, role, deputy].compactMap(\.self)
            .joined(separator: " ")
    }

    /// The complaints manager hands it over, and is then the second one.
    private var handOver: String? {
        let others = desk.colleagues(with: .handler).filter { ![complaint.handler, complaint.aboutStaff].contains($0.id) }
        guard possible.contains(.assign), let staff = desk.actor.staff, staff == complaint.handler,
            complaint.isUnworked(by: staff), !others.isEmpty
        else { return nil }
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
