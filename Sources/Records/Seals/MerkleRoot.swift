import Crypto

/// The root of a Merkle tree as RFC 6962 (section 2.1) makes it, over leaves that come one by one: only one hash for each level is kept.
package struct MerkleRoot: Sendable {
    /// Whole trees, the largest first; each is of another height.
    private var trees: [(height: Int, hash: [UInt8])] = []

    package init() {}

    package mutating func add(_ leaf: String) {
        var tree = (height: 0, hash: Self.hash([0], Array(leaf.utf8)))
        while let last = trees.last, last.height == tree.height {
            trees.removeLast()
            tree = (tree.height + 1, Self.hash([1], last.hash, tree.hash))
        }
        trees.append(tree)
    }

    /// SHA-256, 32 bytes; of nothing when there are no leaves.
    package var hash: [UInt8] {
        guard var root = trees.last?.hash else { return Self.hash([]) }
        for tree in trees.dropLast().reversed() { root = Self.hash([1], tree.hash, root) }
        return root
    }

    private static func hash(_ pieces: [UInt8]...) -> [UInt8] {
        var hasher = SHA256()
        for piece in pieces { hasher.update(data: piece) }
        return Array(hasher.finalize())
    }
}
