/// Which files somebody may read. Never the file that is about oneself, in any role; a confidential one only as its
/// handler or as manager; any other as customer service, handler, manager or auditor. Management reads overviews and
/// lists without names, and the files about the only complaints manager, in whose place it acts there; an administrator reads
/// no files. Records turns the same rule into SQL.
package struct Visibility: Hashable, Sendable {
    /// The reader as a member of staff; nil for a token.
    package let staff: StaffID?
    package let seesOrdinaryFiles: Bool
    package let seesConfidentialFiles: Bool
    /// Whether lists may be looked at, were it without names.
    package let seesLists: Bool
    /// Files about these are read as their complaints manager reads others.
    package let inPlaceOf: Set<StaffID>
    /// Files about these are never read: about the reader, and, by a program in a manager's place, about the only manager there is.
    package let isNotToldOf: Set<StaffID>

    package init(_ actor: Actor) {
        staff = actor.staff
        seesOrdinaryFiles = actor.hasAny(of: [.intake, .handler, .manager, .auditor])
        seesConfidentialFiles = actor.has(.manager)
        seesLists = seesOrdinaryFiles || actor.has(.management)
        inPlaceOf = actor.inPlaceOf
        isNotToldOf = actor.isNotToldOf.union(staff.map { [$0] } ?? [])
    }

    package func seesFile(isConfidential: Bool, handler: StaffID?, aboutStaff: StaffID?) -> Bool {
        if let aboutStaff, isNotToldOf.contains(aboutStaff) { return false }
        if let aboutStaff, inPlaceOf.contains(aboutStaff) { return true }
        if isConfidential { return seesConfidentialFiles || (staff != nil && staff == handler) }
        return seesOrdinaryFiles || (staff != nil && staff == handler)
    }

    /// Whether this reader may know from lists and counts that it is there.
    package func listsFile(isConfidential: Bool, handler: StaffID?, aboutStaff: StaffID?) -> Bool {
        if let aboutStaff, isNotToldOf.contains(aboutStaff) { return false }
        return (seesLists && !isConfidential) || seesFile(isConfidential: isConfidential, handler: handler, aboutStaff: aboutStaff)
    }
}

extension Complaint {
    /// Whether this actor may read the file. The customer's own door checks whose complaint it is before it comes here.
    package func isVisible(to actor: Actor) -> Bool {
        if actor.identity == .customer || actor.identity == .system { return true }
        return Visibility(actor).seesFile(isConfidential: isConfidential, handler: handler, aboutStaff: aboutStaff)
    }

    /// Whether this actor may know in a list that it is there.
    package func isListed(to actor: Actor) -> Bool {
        if actor.identity == .customer || actor.identity == .system { return true }
        return Visibility(actor).listsFile(isConfidential: isConfidential, handler: handler, aboutStaff: aboutStaff)
    }
}
