import Casework
import Records
import RecordsOnPostgres
import Web

/// How a command ends; scripts rely on the numbers.
enum ExitStatus: Int32, CaseIterable {
    case done = 0
    case findings = 1
    case usage = 64
    case badInput = 65
    case notThere = 66
    case io = 74
    case busy = 75
    case notAllowed = 77
    case settings = 78
}

/// Why a command ends otherwise than done, in a sentence for whoever typed it.
struct CommandFault: Error, Hashable {
    let status: ExitStatus
    let sentence: String

    init(_ status: ExitStatus, _ sentence: String) {
        self.status = status
        self.sentence = sentence
    }

    init(_ fault: ListenFault, at settings: ServeSettings) {
        let place = "\(settings.host):\(settings.port)"
        switch fault {
        case .taken: self.init(.busy, "Something else listens at \(place). Stop it, or give another --port.")
        case .notAllowed: self.init(.notAllowed, "This user may not listen at \(place). Give a port above 1023.")
        case .unknownHost:
            self.init(.settings, "\(settings.host) is no address of this machine. Give --host one that is, such as 127.0.0.1.")
        }
    }

    /// Nil for what the argument parser throws.
    init?(of error: any Error) {
        switch error {
        case let fault as CommandFault: self = fault
        case let fault as DatabaseFault: self.init(fault)
        case let refusal as MigrationRefusal: self.init(refusal)
        case let refusal as PostgresRefusal: self.init(refusal)
        case let refusal as AccountRefusal: self.init(refusal)
        case let fault as HouseMove.Fault: self.init(fault)
        case let refusal as DemoRefusal: self.init(refusal)
        case let entry as UnreadableEntry:
            self.init(.io, "The database holds something that can't be read (\(entry.name) \(entry.key)). `gehoor verify` tells more.")
        case HouseKeys.Fault.foreign(let name):
            self.init(
                .settings,
                "The key “\(name)” in the data folder is not the one of this house. Copy the folder `secrets` from a node that serves it, or name an empty folder."
            )
        case let fault as HouseKeys.Fault: self.init(.io, "A key of the house can't be had: \(fault)")
        case is CancellationError: self.init(.busy, "Stopped before it was done.")
        default: return nil
        }
    }

    private init(_ fault: DatabaseFault) {
        switch fault {
        case .busy: self.init(.busy, "Somebody else is in the house. Stop `gehoor serve`, or try again.")
        case .unique: self.init(.busy, "Somebody else did the same at this moment. Try again.")
        case .full: self.init(.io, "The disk is full. Nothing was changed.")
        case .readOnly: self.init(.io, "The data folder or a file in it can't be written to. Nothing was changed.")
        case .io(let text): self.init(.io, "Reading or writing failed: \(text)")
        case .unreachable(let text): self.init(.io, "The database can't be reached: \(text)")
        case .inDoubt: self.init(.io, "The database was lost in the middle of the work. Look whether it was done before doing it again.")
        case .corrupt(let text): self.init(.io, "The database is damaged: \(text). Restore a backup.")
        case .foreignKey(let name), .check(let name): self.init(.io, "The database refuses this: \(name)")
        case .other(let code, let text): self.init(.io, "The database fails: \(text) (\(code))")
        }
    }

    private init(_ refusal: PostgresRefusal) {
        switch refusal {
        case .gone: self.init(.io, refusal.description)
        case .wrongCredentials, .notAdmitted: self.init(.notAllowed, refusal.description)
        case .noDatabase: self.init(.notThere, refusal.description)
        case .unreadableAddress, .tooOld, .unsafe, .notUTF8, .notOurs: self.init(.settings, refusal.description)
        }
    }

    private init(_ refusal: MigrationRefusal) {
        if case .failed = refusal { self.init(.io, refusal.description) } else { self.init(.settings, refusal.description) }
    }
}
