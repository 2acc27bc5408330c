package import Casework
import Complaints
import Foundation
import Records

/// What slices need to do their work: the doors, the clock, the keys. Made once, in the assembly.
package struct Workplace: Sendable {
    package let office: CaseOffice
    package let inbox: InboxOffice
    package let accounts: AccountOffice
    package let sealing: Sealing
    package let base: BaseURL
    package let tokens: FormTokens
    package let forms: FormBody
    let cookies: Cookies
    /// The last check of the store, begun by the assembly or on the status page.
    package let storeCheck = StoreCheck()
    /// How it goes with mail servers.
    package let health = MailHealth()
    let counts = DeskCounts()
    let knownStaff = KnownStaff()
    let knownNumbers = KnownNumbers()
    let frames = FrameMemory()
    /// Every complaint as it is counted.
    let counted = CountedCases()
    let likeness = LikenessIndex()
    package let newWords = NewWordsMemory()
    /// Who has which file open.
    package let presence = Presence()
    let streams = LiveStreams()
    package let drafts: DraftOffice
    /// How often one person's pages may save what is typed.
    let draftRate = RateLimit(burst: 60, perMinute: 120)

    package init(
        office: CaseOffice, inbox: InboxOffice, accounts: AccountOffice, sealing: Sealing, base: BaseURL, tokens: FormTokens,
        forms: FormBody
    ) {
        self.office = office
        self.inbox = inbox
        self.accounts = accounts
        self.sealing = sealing
        self.base = base
        self.tokens = tokens
        self.forms = forms
        cookies = Cookies(base: base)
        drafts = DraftOffice(records: office.records, clock: office.clock)
    }

    var records: any Database { office.records }
    package var digest: ReminderDigest { ReminderDigest(records: records, clock: office.clock, house: office.house) }
    package var watch: PromiseWatch { PromiseWatch(records: records, clock: office.clock, house: office.house, changes: office.changes) }
    package var signals: SignalOffice { SignalOffice(records: records, clock: office.clock, house: office.house, counted: counted) }
    package var reports: ReportOffice { ReportOffice(records: records, clock: office.clock, house: office.house, counted: counted) }
    var measures: MeasureOffice { MeasureOffice(office) }
    var themes: ThemeOffice { ThemeOffice(office) }
    var settings: SettingsOffice { SettingsOffice(records: office.records, clock: office.clock) }

    /// Now, on the office's own clock.
    func now(in house: House) -> Moment { house.moment(at: office.clock.now()) }

    /// Reads, with the settings that hold for what is read.
    ///
    /// - Parameter ahead: what is going to be asked first (`Snapshot.foresee`).
    func read<T: Sendable>(
        ahead: @escaping @Sendable (Snapshot) throws -> Void = { _ in }, _ body: @escaping @Sendable (Snapshot, House) throws -> T
    ) async throws -> T {
        let house = office.house
        return try await records.read { snapshot in
            try snapshot.foresee(ahead)
            return try body(snapshot, try house.settings(in: snapshot))
        }
    }
}
