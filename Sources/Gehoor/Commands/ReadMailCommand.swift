import ArgumentParser
import Mail

/// `gehoor read-mail`: the process in which mail is read, started by the program itself; nobody needs to type it.
struct ReadMailCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read-mail", abstract: "Reads mail for another process: mails in, what they are out.", shouldDisplay: false)

    @Option(help: "A receiving server whose findings about senders are believed; may be repeated.")
    var trust: [String] = []

    @Option(help: "How many megabytes of memory it may take.")
    var memory = 2048

    func run() throws {
        ReadingProcess.run(trusting: Set(trust), memory: min(max(memory, 64), 1 << 20) << 20)
    }
}
