/// How long another machine is waited for, in seconds.
package struct DialDeadlines: Hashable, Sendable {
    /// Until there is a connection, with its TLS and its greeting.
    package var connecting: Int
    /// Until it says or takes something more; as long as it moves fewer than 100 bytes a second, it counts as silent.
    package var silence: Int
    /// For one piece of work in all: one letter, one command, one request.
    package var total: Int

    package init(connecting: Int = 10, silence: Int = 30, total: Int = 300) {
        (self.connecting, self.silence, self.total) = (connecting, silence, total)
    }
}
