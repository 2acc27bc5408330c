package import Foundation

/// An old mailbox on this machine: a file of mails (mbox), or a folder with one file for each (Maildir, or files that end in `.eml`).
package final class MailArchive {
    /// One mail of it; without bytes when it is larger than the limit.
    package struct Entry {
        package let bytes: Data?
        package let size: Int
        /// When it got there as far as the mail and its file tell, in seconds since 1970.
        package let received: Int64?
        /// Where it stands, for somebody who looks for it.
        package let place: String
    }

    private enum Source {
        case file(MailboxFile, size: Int64)
        case folder([URL])
    }

    private let source: Source
    private let limit: Int
    private var taken = 0

    /// Nil when there is no mailbox at this path, and for a file of something else. Throws when it can't be read.
    package init?(at path: String, limit: Int = 100 << 20) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
        self.limit = limit
        if isFolder.boolValue {
            guard let files = try Self.files(in: URL(filePath: path)) else { return nil }
            source = .folder(files)
        } else {
            guard try MailboxFile.isOne(at: path) else { return nil }
            let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int64
            source = .file(try MailboxFile(at: path, limit: limit), size: size ?? 0)
        }
    }

    /// How much of it has been handed over, from 0 to 1.
    package var share: Double {
        switch source {
        case .file(let file, let size): size == 0 ? 1 : Double(file.position) / Double(size)
        case .folder(let files): files.isEmpty ? 1 : Double(taken) / Double(files.count)
        }
    }

    /// The next mail, the oldest first in a folder; nil after the last. Throws when it can't be read on.
    package func next() throws -> Entry? {
        switch source {
        case .file(let file, _):
            guard let mail = try file.next() else { return nil }
            taken += 1
            return Entry(bytes: mail.bytes, size: mail.size, received: mail.bytes.flatMap(MailArrival.seconds), place: "\(taken)")
        case .folder(let files):
            guard taken < files.count else { return nil }
            let file = files[taken]
            taken += 1
            let values = try file.resourceValues(forKeys: [.fileSizeKey, .contentModificationDateKey])
            let size = values.fileSize ?? 0
            let bytes = size > limit ? nil : try Data(contentsOf: file)
            let changed = values.contentModificationDate.map { Int64($0.timeIntervalSince1970) }
            return Entry(bytes: bytes, size: size, received: bytes.flatMap(MailArrival.seconds) ?? changed, place: file.lastPathComponent)
        }
    }

    /// Nil for a folder that holds no mails in any way that we know. Drafts, and what was thrown away, are no mail that came.
    private static func files(in folder: URL) throws -> [URL]? {
        let isMaildir = ["cur", "new"].contains { FileManager.default.fileExists(atPath: folder.appending(path: $0).path) }
        let folders = isMaildir ? ["cur", "new"].map { folder.appending(path: $0) } : [folder]
        var files: [URL] = []
        for folder in folders where FileManager.default.fileExists(atPath: folder.path) {
            files += try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: [.isRegularFileKey]).filter {
                file in
                let name = file.lastPathComponent
                guard !name.hasPrefix("."), (try? file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true else {
                    return false
                }
                return isMaildir ? !flags(of: name).contains { "DT".contains($0) } : name.lowercased().hasSuffix(".eml")
            }
        }
        if !isMaildir, files.isEmpty { return nil }
        // Names in a Maildir begin with when the mail came.
        return files.sorted { (moment(in: $0), $0.lastPathComponent) < (moment(in: $1), $1.lastPathComponent) }
    }

    private static func flags(of name: String) -> Substring {
        name.split(separator: ":2,", maxSplits: 1, omittingEmptySubsequences: false).dropFirst().first ?? ""
    }

    private static func moment(in file: URL) -> Int { Int(file.lastPathComponent.prefix { $0.isASCII && $0.isNumber }) ?? 0 }
}

/// When an old mail came, as far as it tells.
enum MailArrival {
    /// Before this there was no mail that anybody still has.
    private static let earliest: Int64 = 946_684_800

    /// What the last server that had it noted, or else the date that it bears.
    static func seconds(of bytes: Data) -> Int64? {
        let headers = HeaderBlock(Array(bytes.prefix(1 << 18)), bounds: ReadingBounds())
        let noted = headers.first("Received").flatMap { value in
            value.lastIndex(of: UInt8(ascii: ";")).map { MailDate(Array(value[($0 + 1)...])).seconds }
        }
        let now = Int64(Date().timeIntervalSince1970)
        return [noted ?? nil, MailDate(headers.first("Date")).seconds].compactMap(\.self).first { (earliest...now).contains($0) }
    }
}
