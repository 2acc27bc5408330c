import Foundation
import NIOCore

/// Why nothing can be listened to at the address that was given.
package enum ListenFault: Error, Hashable {
    /// Somebody else listens there.
    case taken
    /// A low port, or an address that this user may not use.
    case notAllowed
    /// No address of this machine.
    case unknownHost

    /// Nil for what is another matter.
    package init?(of error: any Error) {
        switch error {
        case let error as IOError where error.errnoCode == EADDRINUSE: self = .taken
        case let error as IOError where error.errnoCode == EACCES || error.errnoCode == EPERM: self = .notAllowed
        case let error as IOError where error.errnoCode == EADDRNOTAVAIL: self = .unknownHost
        case SocketAddressError.unknown, is SocketAddressError.UnknownHost: self = .unknownHost
        default: return nil
        }
    }
}
