import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Records

/// What a customer's page is made of, read in one moment.
struct FollowedFile: Sendable {
    let complaint: Complaint
    /// What happened, without what was undone and what still can be: as letters do, the page waits until it stands.
    let history: [RecordedOccurrence]
    /// The name of the contact person: the only member of staff whom a customer reads of.
    let contactName: String?
    /// Until when looking at it again can be asked for, where that ends.
    let reopeningEnds: Day?

    /// The entries that are a mail of the customer's own, whoever placed it.
    let mailed: Set<Int>

    /// What can be expected from how long other complaints took here.
    let expectation: Expectation?

    init(_ id: ComplaintID, in snapshot: Snapshot, house: House, at current: CurrentHouse, now: Instant) throws {
        var history = try snapshot.history(of: id).inForce
        guard var complaint = Complaint(id: id, history: history) else { throw HTTPError(.notFound) }
        if let last = complaint.lastAct, now < last.ends {
            history.removeAll { $0.sequence >= last.sequence }
            complaint = Complaint(id: id, history: history) ?? complaint
        }
        self.history = history
        self.complaint = complaint
        let people = [complaint.customer, complaint.representative?.person]
        mailed = try snapshot.entries(in: id, mailedBy: Set(people.compactMap { $0?.email?.normalised }))
        expectation = try current.expectation(for: complaint, in: snapshot, at: house.moment(at: now))
        contactName = try complaint.handler.flatMap { try snapshot.staffMember($0)?.name }
        reopeningEnds = complaint.reopeningEnds(
            with: Facts(calendar: house.calendar, procedure: house.procedures.version(complaint.procedureVersion)))
    }
}
