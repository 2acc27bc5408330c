import Complaints
import Foundation
import Records
import Rehearsal
import Testing

@testable import Web

@Suite struct `Whether the procedure was followed, over a period` {
    @Test func `each step and term is counted, with the complaints behind it`() async throws {
        try await StaffedSite.open { site in
            let first = try await site.rehearsal.registerAtWork()
            try await site.rehearsal.perform(.contact(.reached, at: nil, note: nil), on: first, by: SampleStaff.hassan)
            let late = try await site.rehearsal.registerAtWork()
            site.rehearsal.clock.set(to: "2026-11-27")
            let site = try await site.signedInAnew(SampleStaff.mara)
            let page = try await site.get(Paths.conductOverview, as: SampleStaff.mara)
            #expect(page.status == 200)
            let days = "/procedure-gevolgd/klachten?van=2026-11-01&amp;tot=2026-11-30&amp;stap="
            #expect(
                page.text.contains(
                    "Niet altijd: bij <a href=\"\(days)niet-gevolgd\">1</a> van <a href=\"\(days)alle\">2</a> klachten is iets te laat of niet gedaan."
                ))
            let far = try await site.get("\(Paths.conductOverview)?van=2026-11-01&tot=2099-12-31", as: SampleStaff.mara).text
            #expect(far.contains("stap=alle\">2</a>"))
            let link = days + "first-contact&amp;oordeel=broken"
            #expect(page.text.contains("href=\"\(link)&amp;versie=1\">1<"))
            let list = try await site.get(link.replacing("&amp;", with: "&"), as: SampleStaff.mara).text
            #expect(list.contains(late.number.formatted) && !list.contains(first.number.formatted))
            #expect(try await site.get("/procedure-gevolgd/klachten?stap=x&oordeel=broken", as: SampleStaff.mara).status == 404)
        }
    }

    @Test(arguments: [SampleStaff.mara, SampleStaff.dirk])
    func `every number is the length of the list behind it`(member: StaffMember) async throws {
        try await StaffedSite.open { site in
            var work = RandomWork(site.rehearsal, seed: 13)
            try await work.run(complaints: 40, acts: 300)
            site.rehearsal.clock.advance(days: 9)
            let site = try await site.signedInAnew(member)
            let page = try await site.get("\(Paths.conductOverview)?periode=jaar", as: member).text
            var checked = 0
            for piece in page.components(separatedBy: "href=\"\(Paths.conductList)?").dropFirst() {
                let query = (piece.components(separatedBy: "\"").first ?? "").replacing("&amp;", with: "&")
                let number = try #require(Int(piece.drop { $0 != ">" }.dropFirst().prefix { $0.isNumber }))
                let list = try await site.get("\(Paths.conductList)?\(query)", as: member).text
                #expect(list.components(separatedBy: "<span class=\"number\">").count - 1 == number, "\(query)")
                checked += 1
            }
            #expect(checked > 8)
            // What is behind the first of a page is on the next one.
            func numbers(_ text: String) -> [String] {
                text.components(separatedBy: "<span class=\"number\">").dropFirst().map { String($0.prefix { $0 != "<" }) }
            }
            let all = numbers(try await site.get("\(Paths.conductList)?periode=jaar&stap=alle", as: member).text)
            let rest = try await site.get("\(Paths.conductList)?periode=jaar&stap=alle&vanaf=11", as: member).text
            #expect(rest.contains("11–\(all.count) van \(all.count)") && rest.contains(">Vorige</a>") && !rest.contains(">Volgende</a>"))
            #expect(numbers(rest) == Array(all.dropFirst(10)))
            let beyond = try await site.get("\(Paths.conductList)?periode=jaar&stap=alle&vanaf=\(Int.max)", as: member)
            #expect(beyond.status == 200 && !beyond.text.contains("\(Int.max)") && numbers(beyond.text) == all)
        }
    }

    @Test func `the file tells each step with the entry that proves it`() async throws {
        try await StaffedSite.open { site in
            let complaint = try await site.rehearsal.registerAtWork()
            try await site.rehearsal.perform(.contact(.reached, at: nil, note: nil), on: complaint, by: SampleStaff.hassan)
            let file = try await site.get("/procedure-gevolgd.csv?periode=jaar", as: SampleStaff.aukje)
            #expect(file.status == 200)
            let lines = file.text.split(separator: "\r\n").map(String.init)
            #expect(lines.first == "number,received,procedure,step,due,done,verdict,entry,by")
            #expect(
                lines.contains(
                    "\(complaint.number.formatted),2026-11-20T10:15:00+01:00,1,first-contact,2026-11-24T17:00:00+01:00,2026-11-20T10:15:00+01:00,in-time,4,\(SampleStaff.hassan.email.text)"
                ))
            #expect(lines.contains { $0.contains(",assigned,,") && $0.hasSuffix(",done,2,\(SampleStaff.mara.email.text)") })
            #expect(try await site.get("/procedure-gevolgd.csv", as: SampleStaff.bo).status == 404)
        }
    }

    @Test func `without complaints, or with days that can't be, it says so`() async throws {
        try await StaffedSite.open { site in
            #expect(
                try await site.get(Paths.conductOverview, as: SampleStaff.dirk).text.contains("In deze dagen is geen klacht ontvangen."))
            let wrong = try await site.get("/procedure-gevolgd?van=gisterenochtend", as: SampleStaff.dirk)
            #expect(wrong.status == 422 && wrong.text.contains("Fout: "))
        }
    }
}
