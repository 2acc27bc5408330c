import Complaints
import HTTPTypes
import Records
import Rehearsal
import Testing

@testable import Web

struct JumpTests {
    @Test func `the jump box finds a number, a customer and an act`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.register()
            let number = try await site.get("/spring?q=\(complaint.number.digits)")
            #expect(number.headers[.contentType] == "application/json; charset=utf-8")
            #expect(number.text.contains("\"address\":\"\(Paths.file(complaint.number))\""))
            #expect(try await site.get("/spring?q=vries").text.contains(complaint.number.formatted))
            #expect(try await site.get("/spring?q=regis").text.contains("\"title\":\"Klacht registreren\""))
            let found1 = try await site.get("/spring?q=").text
            #expect(found1 == "{\"results\":[]}")
        }
    }

    @Test func `it offers nobody what is not theirs`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.register()
            for member in [SampleStaff.dirk, SampleStaff.bo, SampleStaff.peter] {
                let answer = try await site.get("/spring?q=\(complaint.number.digits)", as: member)
                #expect(answer.text == "{\"results\":[]}", "\(member.name)")
                #expect(!(try await site.get("/spring?q=regis", as: member).text.contains("Klacht registreren")))
            }
            #expect(try await site.get("/spring?q=mede", as: SampleStaff.bo).text.contains(Paths.staff))
            #expect(!(try await site.get("/spring?q=mede").text.contains(Paths.staff)))
            let found2 = try await site.get("/spring?q=a", as: nil).status
            #expect(found2 == 303)
        }
    }
}
