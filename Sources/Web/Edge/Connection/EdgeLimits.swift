import Foundation
package import NIOCore

/// How long, how slow and how much a client may be before its connection is closed.
///
/// The defaults let a photo from a phone on a poor line pass and no half-open connection stay; tests use milliseconds.
package struct EdgeLimits: Sendable {
    /// Connections open at once; more wait in the kernel's queue.
    package var connections = 2_000
    /// From the opening of a connection, or the first byte of a next request, to the end of its head.
    package var headTime = TimeAmount.seconds(10)
    /// How long a connection may be kept between two requests.
    package var idleTime = TimeAmount.seconds(60)
    /// A body is weighed each window: fewer bytes than `bodyBytesPerSecond` over it closes the connection.
    package var bodyWindow = TimeAmount.seconds(10)
    package var bodyBytesPerSecond = 1_024
    /// The longest that a whole body may take.
    package var bodyTime = TimeAmount.minutes(10)
    /// How long a client may leave a full buffer of our answer unread.
    package var unreadTime = TimeAmount.seconds(60)
    /// Bytes of all header fields together, and of one.
    package var headBytes = 32 * 1_024
    package var headerFields = 100

    package init() {}

    /// The connections that fit in the process's file descriptors, half of which are left for files and databases:
    /// a listener that runs out of descriptors ends the server.
    var connectionsThatFit: Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return connections }
        return max(16, min(connections, Int(clamping: limit.rlim_cur) / 2))
    }
}
