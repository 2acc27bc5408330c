/// Why a database can't be used at all, found before anything is done in it.
package enum PostgresRefusal: Error, Hashable, Sendable {
    case unreadableAddress
    /// Nobody answers, or somebody who is no PostgreSQL; with what the system says.
    case gone(String, String)
    case tooOld(String)
    case wrongCredentials(String)
    case noDatabase(String)
    /// The server lets this user, this host or this connection in under conditions that are not met.
    case notAdmitted(String, String)
    /// A setting by which acknowledged work could be lost.
    case unsafe(setting: String, value: String)
    case notUTF8(String)
    /// The user may not make tables, or tables of others are there.
    case notOurs(String)
}

extension PostgresRefusal: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unreadableAddress:
            "The address of the database can't be read. Give postgres://user:password@host:port/name, with %40 for @ and %2F for / in a password."
        case .gone(let place, let why): "The database \(place) can't be reached: \(why)"
        case .tooOld(let version): "The server is PostgreSQL \(version); Gehoor needs 15 or newer."
        case .wrongCredentials(let place): "The server does not accept the user or the password for the database \(place)."
        case .noDatabase(let place): "The server has no database \(place). Make one first: createdb --encoding=UTF8 --template=template0 …"
        case .notAdmitted(let place, let why): "The server does not let us in to the database \(place): \(why)"
        case .unsafe(let setting, let value):
            "The server runs with \(setting)=\(value): a power cut would take acknowledged complaints along. Set \(setting)=on."
        case .notUTF8(let encoding): "The database holds text as \(encoding). Gehoor needs one made with --encoding=UTF8."
        case .notOurs(let why): "The database can't be used for a house: \(why)"
        }
    }
}
