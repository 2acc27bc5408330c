import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Records

/// What a customer's page is made of, read in one moment.
struct FollowedFile: Sendable {
    let complaint: Complaint
    let history: [RecordedOccurrence]
    /// The name of the contact person: the only member of staff whom a customer reads of.
    let contactName: String?
    /// Until when looking at it again can be asked for, where that ends.
    let reopeningEnds: Day?

    init(_ id: ComplaintID, in snapshot: Snapshot, house: House) throws {
        history = try snapshot.history(of: id)
        guard let complaint = Complaint(id: id, history: history) else { throw HTTPError(.notFound) }
        self.complaint = complaint
        contactName = try complaint.handler.flatMap { try snapshot.staffMember($0)?.name }
        reopeningEnds = complaint.reopeningEnds(with: Facts(calendar: house.calendar, procedure: house.procedure))
    }
}
