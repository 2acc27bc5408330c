import Complaints
package import Records

extension CaseOffice {
    /// Mails a letter as a customer would read it to a member of staff. False where the text can't be used, or where no mail leaves.
    package func mailTest(of input: LetterInput, to member: StaffMember) async throws -> Bool {
        let now = clock.now()
        return try await records.write { tx in
            let settings = try house.settings(in: tx.snapshot)
            let specimen = LetterSpecimen(house: settings, now: settings.moment(at: now))
            guard settings.sendsMail, let letter = specimen.letter(input.template, input.key) else { return false }
            let subject = (member.language == .dutch ? "[Proef] " : "[Test] ") + letter.subject
            try tx.add(
                NewMemo(.test, to: member, subject: subject, body: letter.body), as: MemoID(Keys.fresh(at: now.milliseconds)), at: now,
                until: now.adding(days: 1))
            return true
        }
    }
}
