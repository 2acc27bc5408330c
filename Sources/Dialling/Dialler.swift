/// The one way out of this program to other machines: what may be reached, who is believed, and how long is waited.
package struct Dialler: Sendable {
    package let policy: AddressPolicy
    package let deadlines: DialDeadlines
    /// A file of certificates (PEM) that are believed instead of the system's own.
    package let certificateFile: String?

    package init(policy: AddressPolicy = AddressPolicy(), deadlines: DialDeadlines = DialDeadlines(), certificateFile: String? = nil) {
        (self.policy, self.deadlines, self.certificateFile) = (policy, deadlines, certificateFile)
    }

    /// The same, with other deadlines.
    package func waiting(_ deadlines: DialDeadlines) -> Dialler {
        Dialler(policy: policy, deadlines: deadlines, certificateFile: certificateFile)
    }
}
