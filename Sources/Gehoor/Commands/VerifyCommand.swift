import ArgumentParser
import Casework
import Complaints
import Records
import RecordsOnSQLite

/// `gehoor verify`
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Proves the journal, and names what is wrong: one finding a line.")

    @OptionGroup var house: HouseOptions

    func run() async throws {
        let isWhole = try await OpenHouse.with(house, ifAbsent: .refuse) { house in
            let flaws = try await house.database.quickCheck()
            let proof = try await house.database.read { snapshot in
                try snapshot.prove { Output.say("\($0) complaints …") }
            }
            let (documents, lost) = try await DocumentProof(of: house.database, in: house.blobs).run()
            for flaw in flaws { Output.data("database: \(flaw)") }
            for finding in lost {
                Output.data("document-\(finding.kind.rawValue): complaint \(finding.complaint.formatted), document \(finding.ordinal)")
            }
            for finding in proof.findings { Output.data(finding.line) }
            let count = flaws.count + lost.count + proof.findings.count + proof.unnamed
            let size = "\(proof.complaints) complaints, \(proof.entries) entries, \(documents) documents"
            Output.say("\(size): \(count == 0 ? "whole" : "\(count) findings").")
            return count == 0
        }
        if !isWhole { throw CommandFault(.findings, "") }
    }
}
