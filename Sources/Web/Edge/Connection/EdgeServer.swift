package import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore

/// Puts the site behind its front door and on an address.
package struct EdgeServer: Sendable {
    package let host: String
    package let port: Int
    package let door: DoorPolicy
    package let limits: EdgeLimits

    package init(host: String, port: Int, door: DoorPolicy, limits: EdgeLimits = EdgeLimits()) {
        (self.host, self.port, self.door, self.limits) = (host, port, door, limits)
    }

    /// The server as a service: it stops taking connections at graceful shutdown and lets open requests end.
    package func application<Site: HTTPResponder>(
        _ site: Site, logger: Logger, onServerRunning: @escaping @Sendable (Int?) async -> Void = { _ in }
    ) -> Application<FrontDoor<Site>> where Site.Context == Visit {
        let limits = limits
        return Application(
            responder: FrontDoor(site: site, policy: door),
            server: HTTPServerBuilder { PacedChannel(limits, responder: $0) },
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port),
                availableConnectionsDelegate: MaximumAvailableConnections(limits.connectionsThatFit, logger: logger)),
            onServerRunning: { await onServerRunning($0.localAddress?.port) },
            logger: logger)
    }
}
