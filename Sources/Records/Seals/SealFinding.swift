package import Complaints

/// What is wrong with the seals, or with what they cover, named.
package struct SealFinding: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        /// Entries are not those that were sealed; words and documents stand in them by their digests.
        case altered
        /// Entries that were sealed are gone from the end.
        case shortened
        /// A complaint that was sealed is gone.
        case vanished
        /// A complaint has what was sealed of another.
        case swapped
        /// A line is no seal.
        case unreadable = "seal-unreadable"
        case missing = "seal-missing"
        /// The house has another seal under this number.
        case replaced = "seal-altered"
        case signature = "seal-signature"
        /// Signed by another key than the others, or than that of the house.
        case key = "seal-key"
        /// Does not follow the seal before it.
        case order = "seal-order"
        /// What the seals say together is not what the last one sums up.
        case sum = "seal-sum"
    }

    package let kind: Kind
    package let complaint: ComplaintNumber?
    package let detail: String

    package init(_ kind: Kind, of complaint: ComplaintNumber? = nil, _ detail: String) {
        (self.kind, self.complaint, self.detail) = (kind, complaint, detail)
    }

    /// One line for whoever asked.
    package var line: String {
        complaint.map { "\(kind.rawValue): complaint \($0.formatted): \(detail)" } ?? "\(kind.rawValue): \(detail)"
    }
}
