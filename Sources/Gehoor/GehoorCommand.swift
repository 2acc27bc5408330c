import ArgumentParser
import Casework
import Foundation
import NIOCore
import NIOPosix

/// The command `gehoor`. Data goes to standard output, everything else to standard error; the exit code says what became of it.
@main
struct GehoorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gehoor",
        abstract: "Carries out a complaints procedure, and keeps what it promises.",
        discussion: """
            Options can be given as environment variables too: GEHOOR_DATA, GEHOOR_DATABASE, GEHOOR_HOST, GEHOOR_PORT, GEHOOR_BASE_URL.
            Exit codes: 0 done, 1 findings, 64 usage, 65 bad input, 66 not there, 74 I/O, 75 busy (try again), 77 not allowed, 78 settings.
            """,
        version: "gehoor \(ProductVersion.number)",
        subcommands: [
            ServeCommand.self, StaffCommand.self, TokenCommand.self, ImportCommand.self, ImportMailCommand.self, VerifyCommand.self,
            SealsCommand.self,
            ExportCommand.self, BackupCommand.self, RestoreCommand.self, RebuildCommand.self, MoveCommand.self, AnalyseCommand.self,
            DemoCommand.self, ProcedureCommand.self, RoutesCommand.self, MailCommand.self, ReadMailCommand.self,
        ])

    static func main() async {
        // Whatever we make is for its owner only.
        umask(0o077)
        do {
            if let receiving = MailReceiveCommand(in: CommandLine.arguments) { return try await receiving.run() }
        } catch {
            leave(with: error)
        }
        // Work runs where its connection is served: a page costs a tenth less without the way to another thread and back. Where this can't
        // be had, everything runs as it would otherwise.
        NIOSingletons.unsafeTryInstallSingletonPosixEventLoopGroupAsConcurrencyGlobalExecutor()
        do {
            var command = try await asyncParseAsRoot()
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
        } catch {
            leave(with: error)
        }
    }

    /// Says why, and ends with the code for it.
    private static func leave(with error: any Error) -> Never {
        if let fault = CommandFault(of: error) {
            if !fault.sentence.isEmpty { Output.say("gehoor: \(fault.sentence)") }
            Foundation.exit(fault.status.rawValue)
        }
        // What is left is the argument parser's own: help, the version, or a usage error with 64.
        exit(withError: error)
    }
}
