/// Why a database cannot be used by this program. Nothing was changed by the migration that is named.
package enum MigrationRefusal: Error, Hashable {
    /// Was written by a later version of the program.
    case newerDatabase(String)
    /// A migration was applied with another text, or another one in its place.
    case differs(applied: String, known: String)
    case failed(String, DatabaseFault)
}

extension MigrationRefusal: CustomStringConvertible {
    package var description: String {
        switch self {
        case .newerDatabase(let name):
            "This database is newer than this program: it has \(name). Use the newer program, or restore a backup."
        case .differs(let applied, let known) where applied == known:
            "This database was made with another text of \(known). Use the program that made it, or restore a backup."
        case .differs(let applied, let known):
            "This database has \(applied) where this program has \(known). Use the program that made it, or restore a backup."
        case .failed(let name, let fault):
            "The database could not be changed by \(name): \(fault). It is as it was before."
        }
    }
}
