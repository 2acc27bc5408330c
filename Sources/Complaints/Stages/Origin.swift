/// Where a complaint came from that another system or register held before: its name as a code, and what it was called there.
package struct Origin: Hashable, Sendable {
    /// `zammad`, `oud-register`: a word as `NatureItem.isCode` allows.
    package let source: String
    /// The number or key it had there.
    package let reference: Passage

    package init(source: String, reference: Passage) {
        self.source = source
        self.reference = reference
    }
}
