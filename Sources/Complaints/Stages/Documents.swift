/// An attached file: its bytes are kept apart under their digest, its name is erasable.
package struct Document: Hashable, Sendable {
    /// SHA-256 of the bytes, in lower-case hexadecimal.
    package let digest: String
    package let size: Int
    package let name: Passage
    /// Whether the customer sent it (rather than a member of staff).
    package let isFromCustomer: Bool

    package init(digest: String, size: Int, name: Passage, isFromCustomer: Bool) {
        self.digest = digest
        self.size = size
        self.name = name
        self.isFromCustomer = isFromCustomer
    }
}
