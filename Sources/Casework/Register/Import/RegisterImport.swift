import Complaints
package import Records

/// How an import went.
package struct ImportTally: Hashable, Sendable {
    package var takenOver = 0
    package var alreadyThere = 0
    package var refused = 0

    package init(takenOver: Int = 0, alreadyThere: Int = 0, refused: Int = 0) {
        self.takenOver = takenOver
        self.alreadyThere = alreadyThere
        self.refused = refused
    }

    package var rows: Int { takenOver + alreadyThere + refused }
}

/// Takes over a register from elsewhere, row by row: the same rules as for a new complaint, at the moments that the file tells,
/// and never a letter. What was taken over before is left alone, so that the same file can be given again.
package struct RegisterImport: Sendable {
    private enum Outcome: Sendable {
        case takenOver
        case alreadyThere
        case refused(RefusedRow)
    }

    /// Rows in one transaction: enough to share its sync, few enough that others wait briefly.
    private static let batchSize = 100

    let map: ImportMap
    private let records: (any Database)?
    private let clock: Clock
    private let house: CurrentHouse

    /// - Parameter records: nil for a dry run where no house is yet.
    package init(_ map: ImportMap, records: (any Database)?, clock: Clock, house: CurrentHouse) {
        self.map = map
        self.records = records
        self.clock = clock
        self.house = house
    }

    /// Reads the file to its end. Throws `ImportFault` for a file that can't be read; the rows before it are kept.
    ///
    /// - Parameters:
    ///   - isDryRun: reads, judges and counts, and writes nothing.
    ///   - progress: told after each hundred rows.
    package func run(
        _ reader: CSVReader, isDryRun: Bool, report: (RefusedRow) -> Void, progress: (ImportTally) -> Void = { _ in }
    ) async throws -> ImportTally {
        var reader = reader
        let columns = try ImportColumns(map, header: reader.header)
        var tally = ImportTally()
        var seen: Set<String> = []
        while true {
            let (rows, fault) = Self.rows(from: &reader, columns, atMost: Self.batchSize)
            for outcome in try await isDryRun ? judge(rows, &seen) : takeOver(rows) {
                switch outcome {
                case .takenOver: tally.takenOver += 1
                case .alreadyThere: tally.alreadyThere += 1
                case .refused(let row):
                    tally.refused += 1
                    report(row)
                }
            }
            if let fault { throw fault }
            if rows.isEmpty { return tally }
            progress(tally)
        }
    }

    /// The next rows, and what ended the reading of them.
    static func rows(
        from reader: inout CSVReader, _ columns: ImportColumns, atMost limit: Int
    ) -> (rows: [Result<ImportRow, RefusedRow>], fault: (any Error)?) {
        var rows: [Result<ImportRow, RefusedRow>] = []
        do {
            while rows.count < limit, let record = try reader.next() {
                rows.append(Result { () throws(RefusedRow) in try columns.row(record) })
            }
            return (rows, nil)
        } catch {
            return (rows, error)
        }
    }

    private func takeOver(_ rows: [Result<ImportRow, RefusedRow>]) async throws -> [Outcome] {
        guard let records, !rows.isEmpty else { return [] }
        return try await records.write { tx in
            let facts = try facts(in: tx.snapshot)
            return try rows.map { row in
                do {
                    return try takeOver(row.get(), facts, in: tx)
                } catch let refused as RefusedRow {
                    return .refused(refused)
                }
            }
        }
    }

    private func takeOver(_ row: ImportRow, _ facts: ImportFacts, in tx: Transaction) throws -> Outcome {
        if try tx.snapshot.isTakenOver(source: map.source, reference: row.reference) { return .alreadyThere }
        let course = try course(of: row, number: try tx.freeNumber(), facts)
        let id = ComplaintID(Keys.fresh(at: facts.now.milliseconds))
        try tx.append(course, asNew: id)
        try tx.noteTakenOver(source: map.source, reference: row.reference, as: id)
        return .takenOver
    }

    private func judge(_ rows: [Result<ImportRow, RefusedRow>], _ seen: inout Set<String>) async throws -> [Outcome] {
        let (facts, there) = try await known(among: rows)
        var random = SystemRandomNumberGenerator()
        return rows.map { row in
            do throws(RefusedRow) {
                let row = try row.get()
                if there.contains(row.reference) || seen.contains(row.reference) { return .alreadyThere }
                _ = try course(of: row, number: ComplaintNumber(random: &random), facts)
                seen.insert(row.reference)
                return .takenOver
            } catch {
                return .refused(error)
            }
        }
    }

    /// What the house knows, if there is one: its settings and which of these rows it has.
    func known(among rows: [Result<ImportRow, RefusedRow>]) async throws -> (ImportFacts, Set<String>) {
        guard let records else { return (facts(settings: .standard, staff: []), []) }
        let references = rows.compactMap { try? $0.get().reference }
        return try await records.read { snapshot in
            let there = try references.filter { try snapshot.isTakenOver(source: map.source, reference: $0) }
            return (try facts(in: snapshot), Set(there))
        }
    }

    func course(of row: ImportRow, number: ComplaintNumber, _ facts: ImportFacts) throws(RefusedRow) -> ImportedCourse {
        let imported = try ImportedCase(row, source: map.source, in: facts)
        do throws(Refusal) {
            return try ImportedCourse(imported, number: number, in: facts)
        } catch {
            let problems = error.rowProblems.map { problem in
                RowProblem(
                    field: problem.field, value: problem.field.flatMap { ImportField(rawValue: $0) }.flatMap { row[$0] }, problem.reason)
            }
            throw RefusedRow(line: row.line, problems: problems)
        }
    }

    private func facts(in snapshot: Snapshot) throws -> ImportFacts {
        facts(settings: try house.settings(in: snapshot), staff: try snapshot.allStaff())
    }

    private func facts(settings: House, staff: [StaffMember]) -> ImportFacts {
        let colleagues = Dictionary(staff.map { ($0.id, $0.colleague) }) { first, _ in first }
        var facts = Facts(calendar: settings.calendar, procedures: settings.procedures, natures: settings.natures, colleagues: colleagues)
        facts.causes = settings.causes
        return ImportFacts(
            facts: facts, staff: Dictionary(staff.map { ($0.email.normalised, $0.id) }) { first, _ in first },
            times: TimeReader(formats: map.dates, zone: map.zone ?? settings.calendar.zone), now: clock.now())
    }
}

extension Transaction {
    /// Writes a whole course, each step at its moment: journal, words, read models, search; no letters.
    fileprivate func append(_ course: ImportedCourse, asNew id: ComplaintID) throws {
        guard let first = course.steps.first else { return }
        _ = try append(first.occurrences, asNew: id, by: ImportedCourse.actor, at: first.at)
        guard course.steps.count > 1 else { return }
        var journalled = try complaintToChange(id)
        for step in course.steps.dropFirst() {
            journalled = try append(step.occurrences, to: journalled, by: ImportedCourse.actor, at: step.at)
        }
    }
}
