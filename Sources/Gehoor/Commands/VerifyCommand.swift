import ArgumentParser
import Casework
import Complaints
import Records
import RecordsOnSQLite

/// `gehoor verify`
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Proves the journal, and names what is wrong: one finding a line.",
        discussion: """
            A chain that was rewritten from its first entry on holds. Against whoever could do that, keep seals elsewhere (`gehoor seals`) and
            give them here. A file with only the older ones proves what those cover.
            """)

    @OptionGroup var house: HouseOptions

    @Option(help: ArgumentHelp("Seals that were kept elsewhere, as `gehoor seals` printed them.", valueName: "file"))
    var seals: String?

    func run() async throws {
        let kept = try seals.map { try SealFile.read($0) }
        let isWhole = try await OpenHouse.with(house, ifAbsent: .refuse) { house in
            let flaws = try await house.database.quickCheck()
            let proof = try await house.database.read { snapshot in
                try snapshot.prove { Output.say("\($0) complaints …") }
            }
            let (documents, lost) = try await DocumentProof(of: house.database, in: house.blobs).run()
            let unreadable = try await house.database.read { try $0.unreadableProcedures() }
            var replayed = PromiseProof()
            try await replayed.run(over: house.database, CurrentHouse()) { Output.say("\($0) complaints replayed …") }
            let key = try HouseKeys(in: house.folder.path).publicSealingKey()
            let seals = try await house.database.read { try $0.proveSeals(kept, key: key) }
            for flaw in flaws { Output.data("database: \(flaw)") }
            for finding in lost {
                Output.data("document-\(finding.kind.rawValue): complaint \(finding.complaint.formatted), document \(finding.ordinal)")
            }
            for version in unreadable {
                Output.data("procedure: version \(version.number) can't be read by this program and does not hold: \(version.why)")
            }
            for finding in replayed.findings {
                let counted = finding.counted.map { MachineTime.text($0, .utc) } ?? "no date"
                Output.data(
                    "promise: complaint \(finding.number.formatted), promise \(finding.ordinal): recorded \(MachineTime.text(finding.recorded, .utc)), counted \(counted)"
                )
            }
            for finding in proof.findings { Output.data(finding.line) }
            for finding in seals.findings { Output.data(finding.line) }
            let count =
                flaws.count + lost.count + proof.findings.count + proof.unnamed + seals.findings.count + unreadable.count
                + replayed.findings.count
            let sums = [
                Counted.words(proof.complaints, "complaint"), Counted.words(proof.entries, "entry", "entries"),
                Counted.words(documents, "document"), "\(Counted.words(replayed.promises, "promise")) replayed", Self.words(seals),
            ]
            Output.say("\(sums.joined(separator: ", ")).")
            Output.say(count == 0 ? "whole: \(Self.meaning(kept))" : "\(Counted.words(count, "finding")).")
            return count == 0
        }
        if !isWhole { throw CommandFault(.findings, "") }
    }

    private static func words(_ seals: SealProof) -> String {
        "\(Counted.words(seals.seals, "seal")) over \(Counted.words(seals.complaints, "complaint"))"
    }

    /// What was proved, and what was not.
    private static func meaning(_ kept: SealRecord?) -> String {
        guard let last = kept?.ordinals.last.flatMap({ kept?.seals[$0] }) else {
            return "nothing contradicts itself. Only seals that are kept elsewhere (`--seals FILE`) tell that not everything was rewritten."
        }
        let day = last.line.split(separator: " ").dropFirst(2).first ?? ""
        return "nothing that seal \(last.ordinal) of \(day) and those before it cover was altered."
    }
}
