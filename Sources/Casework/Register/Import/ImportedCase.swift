import Complaints

/// A complaint as a row tells of it, before the domain has judged it.
struct ImportedCase {
    var input = RegistrationInput()
    let receivedAt: Instant
    let handler: StaffID?
    let contact: (outcome: ContactOutcome, at: Instant)?
    let phase: ImportedPhase
    let resolution: ResolutionInput
    /// When it was resolved, or withdrawn.
    let endedAt: Instant?
    let closedAt: Instant?
    let reason: String

    /// Reads a row; the domain has still to judge what is in `input` and `resolution`.
    init(_ row: ImportRow, source: String, in house: ImportFacts) throws(RefusedRow) {
        let calendar = house.facts.calendar
        var reading = RowReading(row, in: house)
        let received = reading.instant(.receivedAt, bareDayAt: calendar.opens)
        if row[.receivedAt] == nil { reading.note(.receivedAt, RowReason(.missing)) }
        let contactAt = reading.instant(.contactAt, bareDayAt: calendar.closes, from: received)
        let outcome = reading.value(.contactOutcome, as: ContactOutcome.self)
        let phase = reading.value(.phase, as: ImportedPhase.self) ?? Self.phase(of: row)
        let ends = Self.ends(phase, into: &reading, from: max(received, contactAt))
        let handler = reading.handler()
        input = Self.input(row)
        input.isConfidential = reading.isConfidential()
        input.received = received.map { .instant($0) } ?? .unreadable
        input.origin = Origin(source: source, reference: Passage(row.reference))
        guard reading.problems.isEmpty, let received else { throw RefusedRow(line: row.line, problems: reading.problems) }
        receivedAt = received
        contact = contactAt.map { (outcome ?? .reached, $0) }
        (endedAt, closedAt) = ends
        self.phase = phase
        self.handler = handler
        resolution = Self.resolution(row)
        reason = row[.reason] ?? ""
    }

    /// Without a word about it: as far as the moments tell.
    private static func phase(of row: ImportRow) -> ImportedPhase {
        if row[.closedAt] != nil { return .closed }
        return row[.resolvedAt] == nil ? .open : .resolved
    }

    /// When it was resolved and when closed; one of the two stands for both where only one is told. What is open again keeps
    /// neither, whatever the table still holds.
    private static func ends(_ phase: ImportedPhase, into reading: inout RowReading, from earliest: Instant?) -> (Instant?, Instant?) {
        guard [.resolved, .closed, .withdrawn].contains(phase) else { return (nil, nil) }
        let closes = reading.house.facts.calendar.closes
        let resolved = reading.instant(.resolvedAt, bareDayAt: closes, from: earliest)
        let closed = reading.instant(.closedAt, bareDayAt: closes, from: resolved ?? earliest)
        if reading.row[.resolvedAt] == nil, reading.row[.closedAt] == nil {
            let reason = RowReason("dit ontbreekt: wanneer de klacht eindigde", "this is missing: when the complaint ended")
            reading.note(phase == .closed ? .closedAt : .resolvedAt, reason)
        }
        return (resolved ?? closed, phase == .closed ? closed ?? resolved : nil)
    }

    private static func input(_ row: ImportRow) -> RegistrationInput {
        var input = RegistrationInput()
        input.channel = row[.channel]
        input.story = row[.story]
        input.customer = PersonInput(
            name: row[.name], organisation: row[.organisation], customerNumber: row[.customerNumber], email: row[.email],
            phone: row[.phone],
            address: row[.address], language: row[.language], preferredContact: row[.preferredContact])
        input.natureAbout = row[.about]
        input.natureWrong = row[.wrong]
        input.severity = row[.severity]
        input.severityReasons = (row[.severityReasons] ?? "").split { $0 == "," || $0 == ";" || $0 == " " }.map(String.init)
        return input
    }

    private static func resolution(_ row: ImportRow) -> ResolutionInput {
        var input = ResolutionInput()
        input.finding = row[.finding] ?? Finding.informal.rawValue
        input.cause = row[.cause]
        input.remedyText = row[.remedyText]
        input.remedyAmount = row[.remedyAmount]
        input.answer = row[.answer]
        return input
    }
}

private func max(_ one: Instant?, _ other: Instant?) -> Instant? { [one, other].compactMap(\.self).max() }
