package import Crypto
import Foundation

/// Keys of the house, such as the one that signs form tokens: 256 bits each, made on first use.
///
/// They lie beside the database, in `secrets/NAME` of the data folder, for its owner only: whoever gets hold of the database alone forges
/// nothing. A backup takes the folder along. Several nodes on one database have the same folder each: see `agree`.
package struct HouseKeys: Sendable {
    /// What a key is for; the raw value is the name of its file.
    package enum Name: String, CaseIterable, Sendable {
        case formTokens = "form-tokens"
        case stagedFiles = "staged-files"
        case seals
        /// Signs what a customer's answer by mail carries back.
        case mailReferences = "mail-references"
        /// Seals passwords of mail servers.
        case mailPasswords = "mail-passwords"
    }

    /// Why a key can't be had; texts name files, never what is in them.
    package enum Fault: Error, Hashable, Sendable {
        case io(String)
        /// The file is there, and is no key.
        case damaged(String)
        /// The key of this name here is not the one of the house.
        case foreign(String)
    }

    private let folder: String
    private static let size = 32

    /// - Parameter data: the data folder of the house, which is there.
    package init(in data: String) { folder = data + "/secrets" }

    /// The key, made where there is none. Two processes that make it at once get the same. Throws `Fault`.
    package func key(_ name: Name) throws -> SymmetricKey {
        if let key = try existing(name) { return key }
        try make(path(name), SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) })
        guard let key = try existing(name) else { throw Fault.io("\(name.rawValue) can't be read") }
        return key
    }

    /// Puts the keys that are here into another data folder, which is made where it is absent. Throws `Fault`: `foreign`, before
    /// anything is copied, where another house's key is there, with which seals and passwords of this one could not be read.
    package func copy(to data: String) throws {
        let other = HouseKeys(in: data)
        for name in Name.allCases {
            if let there = try other.existing(name), try existing(name) != there { throw Fault.foreign(name.rawValue) }
        }
        for name in Name.allCases {
            guard let key = try existing(name) else { continue }
            let ownerOnly: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
            try? FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true, attributes: ownerOnly)
            if try other.existing(name) == nil { try other.make(other.path(name), key.withUnsafeBytes { Array($0) }) }
        }
    }

    /// The key; nil where there is none. Throws `Fault`.
    func existing(_ name: Name) throws -> SymmetricKey? { try read(path(name)) }

    private func path(_ name: Name) -> String { folder + "/" + name.rawValue }

    private func read(_ path: String) throws -> SymmetricKey? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw Self.fault(path)
        }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: Self.size + 1)
        guard Foundation.read(file, &bytes, bytes.count) == Self.size else { throw Fault.damaged(path) }
        return SymmetricKey(data: bytes.prefix(Self.size))
    }

    /// Written aside, synced, then linked to its name: a name never stands for half a key, and the first to link wins.
    private func make(_ path: String, _ key: [UInt8]) throws {
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw Self.fault(folder) }
        let draft = folder + "/.\(UInt64.random(in: .min ... .max))"
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Self.fault(draft) }
        defer { unlink(draft) }
        let isWritten = write(file, key, key.count) == key.count && fsync(file) == 0
        guard close(file) == 0, isWritten else { throw Self.fault(draft) }
        guard link(draft, path) == 0 || errno == EEXIST else { throw Self.fault(path) }
        try syncFolder()
    }

    private func syncFolder() throws {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.fault(folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw Self.fault(folder) }
    }

    private static func fault(_ path: String) -> Fault { .io("\(path): \(String(cString: strerror(errno)))") }
}
