import Casework
import Complaints
import Foundation
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `What the customer never sees` {
    /// Words that stand inside the file, each of which would be found in the page if it were shown anywhere.
    private enum Inside {
        static let note = "notitie-zalm", question = "vraag-aan-collega-snoek", contribution = "bijdrage-baars"
        static let contact = "gespreksnotitie-voorn", returned = "teruggave-paling", byPhone = "opgeschreven-karper"
        static let file = "intern-bewijs-forel.pdf"
        static let all = [note, question, contribution, contact, returned, byPhone, file]
    }

    @Test(arguments: [Language.dutch, .english]) func `nothing that was said inside is on the page`(_ language: Language) async throws {
        try await PublicSite.open { site in
            let complaint = try await longHistory(site.rehearsal, language)
            let page = try await site.follower(of: complaint).page
            #expect(page.status == 200)
            for word in Inside.all { #expect(!page.has(word)) }
            for name in [SampleStaff.joost, SampleStaff.mara, SampleStaff.iris, SampleStaff.peter].map(\.name) { #expect(!page.has(name)) }
            for word in ["ernstig", "media", "severity", "critical", "gegrond", "upheld", "klachtonderdeel", "dossier", "werkwijze"] {
                #expect(!page.has(word), "\(word)")
            }
            for word in ["mailserver", "Welke server?", "De eerste.", "Een maand gratis?", SampleStaff.hassan.name] {
                #expect(page.has(word))
            }
            #expect(page.has(language == .dutch ? "U had gelijk." : "You were right."))
        }
    }

    /// Everything that staff can do to a complaint, with words inside each.
    private func longHistory(_ rehearsal: RehearsalOffice, _ language: Language) async throws -> Complaint {
        let (hassan, joost, mara, peter) = (SampleStaff.hassan, SampleStaff.joost, SampleStaff.mara, SampleStaff.peter)
        let complaint = try await rehearsal.register {
            $0.customer.language = language.rawValue
            ($0.severity, $0.severityReasons) = ("critical", ["media"])
            ($0.natureAbout, $0.natureWrong) = ("hosting", "unreachable")
        }
        let due = OfficeZone.amsterdam.moment(at: rehearsal.now).day + 2
        let document = Document(digest: String(repeating: "a", count: 64), size: 3, name: Passage(Inside.file), isFromCustomer: false)
        let steps: [(ComplaintCommand, StaffMember)] = [
            (.assign(to: joost.id), mara), (.return(reason: Inside.returned), joost), (.assign(to: hassan.id), mara), (.accept, hassan),
            (.contact(.voicemail, at: nil, note: Inside.contact), hassan), (.contact(.reached, at: nil, note: Inside.contact), hassan),
            (.note(Inside.note), hassan), (.consult(peter.id, question: Inside.question, due: due), hassan),
            (.contribute(to: 1, Inside.contribution), peter), (.attach(document), hassan), (.ask("Welke server?"), hassan),
            (.receiveAnswer(Inside.byPhone, through: .phone), hassan), (.propose("Een maand gratis?"), hassan),
        ]
        for (command, member) in steps { try await rehearsal.perform(command, on: complaint, by: member) }
        _ = try await rehearsal.office.perform(.receiveAnswer("De eerste.", through: .web), on: complaint.id, by: .customer)
        var resolution = ResolutionInput.sample()
        resolution.cause = "process"
        try await rehearsal.perform(.resolve(resolution), on: complaint, by: hassan)
        return try await rehearsal.perform(.close, on: complaint, by: hassan)
    }
}
