/// Every version of the procedure with the moment from which it held, so that a complaint stays under the one it was received under.
package struct ProcedureHistory: Hashable, Sendable {
    package struct Version: Hashable, Sendable {
        package let procedure: Procedure
        package let from: Instant

        package init(_ procedure: Procedure, from: Instant) { (self.procedure, self.from) = (procedure, from) }
    }

    /// From the first to the one that holds now; never empty. The first holds for everything before the second.
    package let versions: [Version]

    /// Versions in their order behind the first, which held from the beginning.
    package init(_ first: Procedure, later: [Version] = []) {
        versions = [Version(first, from: Instant(milliseconds: .min))] + later
    }

    package var current: Procedure { versions.last?.procedure ?? .standard }

    package func inForce(at instant: Instant) -> Procedure {
        versions.last { $0.from <= instant }?.procedure ?? versions.first?.procedure ?? .standard
    }

    /// The version with this number; the first where there is none, as for what was recorded before versions were.
    package func version(_ number: Int) -> Procedure {
        versions.first { $0.procedure.version == number }?.procedure ?? versions.first?.procedure ?? .standard
    }
}
