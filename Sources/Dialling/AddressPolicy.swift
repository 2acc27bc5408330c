/// Which addresses may be reached. Machines inside the company, and this one, only under a name that the administrator's configuration holds;
/// places that are never a server (link-local, cloud metadata, multicast) under no name at all.
package struct AddressPolicy: Hashable, Sendable {
    private let insideHosts: Set<HostName>

    /// - Parameter insideHosts: the hosts that the configuration names, which may be inside the company.
    package init(insideHosts: Set<HostName> = []) { self.insideHosts = insideHosts }

    package func allows(_ address: NetworkAddress, of host: HostName) -> Bool {
        switch AddressKind(address) {
        case .anywhere: true
        case .inside, .thisMachine: insideHosts.contains(host)
        case .linkLocal, .metadata, .multicast, .reserved: false
        }
    }
}
