import Casework
import Complaints
import Foundation
import HTTPTypes
import Records
import Rehearsal

@testable import Web

/// Everybody who can stand before a route, in the order of the table's columns.
struct MatrixVisitors {
    static let names = ["stranger", "customer", "intake", "handler", "manager", "management", "auditor", "administrator"]
    static let members: [StaffMember?] = [
        nil, nil, SampleStaff.iris, SampleStaff.hassan, SampleStaff.mara, SampleStaff.dirk, SampleStaff.aukje, SampleStaff.bo,
    ]

    let sessions: [SiteUnderTest.Session]

    /// Signs everybody in; the customer follows `followed` by a session of that page.
    init(in site: SiteUnderTest, following followed: ComplaintID) async throws {
        var sessions: [SiteUnderTest.Session] = []
        for member in Self.members {
            if let member { try await sessions.append(site.signedIn(member)) } else { sessions.append(.none) }
        }
        sessions[1] = try await site.following(followed)
        self.sessions = sessions
    }
}

/// The complaints that the table speaks of, each as fresh as it is asked for: what one visitor does changes nothing for the next.
struct MatrixComplaints {
    let rehearsal: RehearsalOffice

    /// The number of a complaint of this kind to the visitor of this column.
    func number(_ kind: Expectations.Kind, for column: Int) async throws -> String {
        switch kind {
        case .own: try await assigned(to: SampleStaff.hassan)
        case .foreign: try await assigned(to: SampleStaff.joost)
        case .confidential: try await assigned(to: SampleStaff.joost) { $0.isConfidential = true }
        case .confidentialOwn: try await assigned(to: SampleStaff.hassan) { $0.isConfidential = true }
        case .aboutMe: try await about(MatrixVisitors.members[column])
        case .absent: "1000-0000-0"
        }
    }

    private func assigned(to member: StaffMember, _ change: (inout RegistrationInput) -> Void = { _ in }) async throws -> String {
        let complaint = try await rehearsal.register(change)
        try await rehearsal.perform(.attach(document()), .assign(to: member.id), on: complaint, by: SampleStaff.sanne)
        return complaint.number.formatted
    }

    /// About this visitor, who handles it as well where that can be: being handler opens nothing.
    private func about(_ member: StaffMember?) async throws -> String {
        let complaint = try await rehearsal.register { $0.aboutStaff = member?.id ?? SampleStaff.peter.id }
        try await rehearsal.perform(.attach(document()), .assign(to: SampleStaff.joost.id), on: complaint, by: SampleStaff.sanne)
        return complaint.number.formatted
    }

    /// A letter of the complaint with this number; 1 where there is no such complaint.
    func letter(of number: String) async throws -> Int64 {
        try await rehearsal.records.read { snapshot in
            guard let id = try ComplaintNumber(parsing: number).flatMap({ try snapshot.complaintID(of: $0) }) else { return 1 }
            return try snapshot.letters(of: id).first?.id.value ?? 1
        }
    }

    private func document() throws -> Document {
        let digest = try rehearsal.blobs.keep(Data("foto".utf8))
        return Document(digest: digest, size: 4, name: Passage("foto.jpg"), isFromCustomer: false)
    }
}

extension SiteUnderTest.Answer {
    /// The letter of the table for this answer; the status itself where the table knows no letter.
    var letter: String {
        switch status {
        case .ok: "P"
        case .seeOther: location?.hasPrefix("\(Paths.signIn)?naar=") == true ? "D" : "S"
        case .notFound: "."
        case .unauthorized: "X"
        case .forbidden: "F"
        case .unprocessableContent: "U"
        default: "<\(status.code)>"
        }
    }
}
