/// The names that a backup knows; nothing else is written into it, and nothing else is taken out.
enum BackupEntryName {
    static let manifest = "manifest.json"
    /// Line as `sha256sum` writes it, about the manifest.
    static let checksum = "manifest.sha256"
    static let database = "gehoor.sqlite"

    static func document(_ digest: String) -> String { "documents/\(digest.prefix(2))/\(digest)" }
    static func secret(_ name: HouseKeys.Name) -> String { "secrets/\(name.rawValue)" }

    /// Whether this is a name of something that is kept: so it never leads out of the folder.
    static func isKept(_ name: String) -> Bool {
        if name == database || HouseKeys.Name.allCases.contains(where: { secret($0) == name }) { return true }
        let digest = String(name.suffix(64))
        return BlobFolder.isDigest(digest) && Array(document(digest).utf8) == Array(name.utf8)
    }
}
