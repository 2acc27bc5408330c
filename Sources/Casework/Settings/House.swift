package import Complaints
package import Records
import Synchronization

/// Everything that an administrator has set, at one moment.
package struct House: Sendable {
    package var organisation: Organisation
    /// 0 while nobody has set it.
    package var organisationVersion: Int
    package var calendar: OfficeCalendar
    package var calendarVersion: Int
    package var natures: NatureLists
    package var naturesVersion: Int
    package var causes = CauseList.starter
    package var causesVersion = 0
    package var procedures: ProcedureHistory
    package var mail = MailSettings()
    package var mailVersion = 0
    package var ownLetters = OwnLetters()
    /// 0 while nobody has made letters their own.
    package var lettersVersion = 0
    /// The letters as they are written: Gehoor's, with the organisation's own in their places.
    package var letters = LetterTemplates.standard
    package var snippets: [Snippet] = []
    package var snippetsVersion = 0
    /// Whether it was filled with invented complaints, which every page then says.
    package var isSample = false

    /// Where the house stands before anybody sets anything: versions 0 in the table, 1 in what is recorded.
    package static let standard = House(
        organisation: .unnamed, organisationVersion: 0, calendar: .standard(zone: .amsterdam), calendarVersion: 0, natures: .starter,
        naturesVersion: 0, procedures: ProcedureHistory(ProcedureDocument.standardProcedure))

    /// The procedure that holds now.
    package var procedure: Procedure { procedures.current }
    /// 0 while nobody has set it.
    package var procedureVersion: Int { procedure.version - 1 }

    /// Whether mail leaves: to customers, and to colleagues.
    package var sendsMail: Bool { mail.sending != nil && !isSample }

    package func moment(at instant: Instant) -> Moment { calendar.zone.moment(at: instant) }
}

/// The settings as they are now, kept in memory as long as nobody changes them, and the older versions that explain dates.
package final class CurrentHouse: Sendable {
    private struct Memory {
        var stamp = -1
        /// Nil until they are first read: not every command needs them, and letters take a while to be understood.
        var house: House?
        var calendars: [Int: OfficeCalendar] = [:]
        var procedures: [Int: Procedure] = [:]
        var expectations: [ExpectationKey: Expectation?] = [:]
    }

    private let memory = Mutex(Memory())

    package init() {}

    /// The settings as they were last read, for pages that must not need the database.
    package var remembered: House { memory.withLock { $0.house } ?? .standard }

    /// The settings that hold for what this snapshot sees.
    package func settings(in snapshot: Snapshot) throws -> House {
        let stamp = try snapshot.settingsStamp()
        if let house = memory.withLock({ $0.stamp == stamp ? $0.house : nil }) { return house }
        let house = try read(from: snapshot)
        memory.withLock { memory in
            memory.stamp = stamp
            memory.house = house
        }
        return house
    }

    /// What was worked out for this today, were it nothing; nil when that was not done yet.
    func remembered(_ key: ExpectationKey) -> Expectation?? { memory.withLock { $0.expectations[key] } }

    /// Those of other days are forgotten.
    func remember(_ expectation: Expectation?, for key: ExpectationKey) {
        memory.withLock { memory in
            if memory.expectations.keys.contains(where: { $0.day != key.day || $0.calendarVersion != key.calendarVersion }) {
                memory.expectations = [:]
            }
            memory.expectations[key] = .some(expectation)
        }
    }

    /// The calendar of a version, for working out again what was counted on it.
    package func calendar(version: Int, in snapshot: Snapshot) throws -> OfficeCalendar {
        if let known = memory.withLock({ $0.calendars[version] }) { return known }
        let stored = try snapshot.setting(.calendar, version: max(0, version - 1)).flatMap {
            SettingCoding.value(StoredCalendar.self, in: $0)
        }
        let calendar = stored?.calendar(version: version) ?? .standard(version: version, zone: .amsterdam)
        memory.withLock { $0.calendars[version] = calendar }
        return calendar
    }

    // Version n in the table is recorded as n + 1: 1 is the calendar of a house where nobody has set one.
    private func read(from snapshot: Snapshot) throws -> House {
        var house = House.standard
        if let (version, body) = try snapshot.setting(.organisation), let organisation = SettingCoding.value(Organisation.self, in: body) {
            house.organisation = organisation
            house.organisationVersion = version
        }
        if let (version, body) = try snapshot.setting(.calendar),
            let calendar = SettingCoding.value(StoredCalendar.self, in: body)?.calendar(version: version + 1)
        {
            house.calendar = calendar
            house.calendarVersion = version
        }
        if let (version, body) = try snapshot.setting(.natures), let stored = SettingCoding.value(StoredNatures.self, in: body) {
            house.natures = stored.lists(version: version + 1)
            house.naturesVersion = version
        }
        if let (version, body) = try snapshot.setting(.causes), let stored = SettingCoding.value(StoredCauses.self, in: body) {
            house.causes = stored.list(version: version + 1)
            house.causesVersion = version
        }
        house.procedures = ProcedureHistory(ProcedureDocument.standardProcedure, later: try procedures(in: snapshot))
        if let (version, body) = try snapshot.setting(.mail), let mail = SettingCoding.value(MailSettings.self, in: body) {
            house.mail = mail
            house.mailVersion = version
        }
        if let (version, body) = try snapshot.setting(.letters), let stored = SettingCoding.value(StoredLetters.self, in: body) {
            house.ownLetters = stored.letters
            house.lettersVersion = version
            house.letters = LetterTemplates(house.ownLetters)
        }
        if let (version, body) = try snapshot.setting(.snippets), let stored = SettingCoding.value([Snippet].self, in: body) {
            house.snippets = stored
            house.snippetsVersion = version
        }
        house.isSample = try snapshot.setting(.sample) != nil
        return house
    }
    /// The versions that were set. What this program can't read any more does not hold; `verify` names it.
    private func procedures(in snapshot: Snapshot) throws -> [ProcedureHistory.Version] {
        try snapshot.settingVersions(.procedure).compactMap { version, body, from in
            let known = memory.withLock { $0.procedures[version] }
            guard let procedure = known ?? (try? ProcedureDocument(yaml: body).procedure(version: version + 1, in: nil)) else { return nil }
            memory.withLock { $0.procedures[version] = procedure }
            return ProcedureHistory.Version(procedure, from: from)
        }
    }
}
