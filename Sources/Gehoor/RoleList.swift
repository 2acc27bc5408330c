import ArgumentParser
import Complaints

/// Roles as they are typed: `handler,manager`.
struct RoleList: ExpressibleByArgument {
    let roles: Set<Role>

    init?(argument: String) {
        let roles = argument.split(separator: ",", omittingEmptySubsequences: false).map { Role(rawValue: String($0)) }
        guard !roles.contains(nil) else { return nil }
        self.roles = Set(roles.compactMap { $0 })
    }

    static let allValueStrings = Role.allCases.map(\.rawValue)
}
