/// What the first bytes of a file tell about it.
package enum MediaSigns {
    /// The media type by the bytes alone, whatever was said of them; nil for what is not known.
    package static func type(of bytes: some Collection<UInt8>) -> String? {
        let start = Array(bytes.prefix(512))
        for (sign, offset, type) in signs where start.dropFirst(offset).starts(with: sign) { return type }
        if start.starts(with: Array("RIFF".utf8)), start.dropFirst(8).starts(with: Array("WEBP".utf8)) { return "image/webp" }
        let text = ASCII.trimmed(start.starts(with: [0xef, 0xbb, 0xbf]) ? Array(start.dropFirst(3)) : start)
        if ASCII.begins(text, with: "<svg") || (ASCII.begins(text, with: "<?xml") && ASCII.contains(text, "<svg")) {
            return "image/svg+xml"
        }
        if ASCII.begins(text, with: "<!doctype html") || ASCII.begins(text, with: "<html") || ASCII.begins(text, with: "<script") {
            return "text/html"
        }
        return nil
    }

    private static let signs: [(sign: [UInt8], offset: Int, type: String)] = [
        (Array("%PDF-".utf8), 0, "application/pdf"), ([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], 0, "image/png"),
        ([0xff, 0xd8, 0xff], 0, "image/jpeg"), (Array("GIF8".utf8), 0, "image/gif"), ([0x49, 0x49, 0x2a, 0], 0, "image/tiff"),
        ([0x4d, 0x4d, 0, 0x2a], 0, "image/tiff"), (Array("PK".utf8) + [3, 4], 0, "application/zip"),
        (Array("Rar!".utf8) + [0x1a], 0, "application/vnd.rar"), ([0x37, 0x7a, 0xbc, 0xaf], 0, "application/x-7z-compressed"),
        ([0x1f, 0x8b], 0, "application/gzip"), ([0xd0, 0xcf, 0x11, 0xe0], 0, "application/x-ole-storage"),
        (Array("{\\rtf".utf8), 0, "application/rtf"), (Array("MZ".utf8), 0, "application/vnd.microsoft.portable-executable"),
        ([0x7f] + Array("ELF".utf8), 0, "application/x-elf"), (Array("#!".utf8), 0, "application/x-script"),
        (Array("ftyp".utf8), 4, "video/mp4"), (Array("ID3".utf8), 0, "audio/mpeg"), (Array("OggS".utf8), 0, "audio/ogg"),
        ([0x78, 0x9f, 0x3e, 0x22], 0, "application/ms-tnef"), ([0x4c, 0, 0, 0, 1, 0x14, 2, 0], 0, "application/x-ms-shortcut"),
    ]

    /// Whether bytes belie what is said. Containers that stand for many types (zip, OLE), and types that say nothing, contradict nothing
    /// but pictures, text and PDF.
    static func contradict(said: String, seen: String?) -> Bool {
        let plain = said.utf8.starts(with: "image/".utf8) || said.utf8.starts(with: "text/".utf8) || said == "application/pdf"
        let dangerous = [
            "application/vnd.microsoft.portable-executable", "application/x-elf", "application/x-script", "text/html",
            "application/x-ms-shortcut",
        ]
        guard let seen else { return said == "application/pdf" }
        if dangerous.contains(seen) {
            let honest = [
                seen, "application/x-msdownload", "application/x-msdos-program", "application/x-dosexec", "text/x-sh", "application/x-sh",
                "application/xhtml+xml",
            ]
            return !honest.contains(said)
        }
        return plain && said != seen && !(said == "text/rtf" && seen == "application/rtf") && !(said == "image/jpg" && seen == "image/jpeg")
            && !(seen == "video/mp4" && said.utf8.starts(with: "image/".utf8))
    }
}
