import CGMime
import Foundation

/// GMime, started once, with what every reading of it needs.
enum GMime {
    private static let isReady: Bool = {
        g_mime_init()
        return true
    }()

    /// Does something with options that say how mail is understood: forgiving, and without a charset as UTF-8 or else Windows-1252.
    static func withOptions<Value>(_ work: (OpaquePointer) -> Value) -> Value? {
        guard isReady, let options = g_mime_parser_options_new() else { return nil }
        defer { g_mime_parser_options_free(options) }
        // The options copy the list.
        "utf-8".withCString { first in
            "windows-1252".withCString { second in
                var list: [UnsafePointer<CChar>?] = [first, second, nil]
                g_mime_parser_options_set_fallback_charsets(options, &list)
            }
        }
        return work(options)
    }

    /// Encoded words (RFC 2047) and raw bytes of any charset, to text.
    static func decodedText(_ value: [UInt8]) -> String {
        withOptions { options in
            owned(g_mime_utils_header_decode_text(options, cString(EncodedWords.merged(value))))
        } ?? ""
    }

    /// The addresses of a header, groups opened.
    static func addresses(_ value: [UInt8], limit: Int) -> (addresses: [MailAddress], isCut: Bool) {
        withOptions { options in
            guard let list = internet_address_list_parse(options, cString(EncodedWords.merged(value))) else { return ([], false) }
            defer { g_object_unref(list) }
            var found: [MailAddress] = []
            let isCut = collect(list, into: &found, limit: limit, depth: 0)
            return (found, isCut)
        } ?? ([], false)
    }

    private static func collect(
        _ list: UnsafeMutablePointer<InternetAddressList>, into found: inout [MailAddress], limit: Int, depth: Int
    ) -> Bool {
        for index in 0..<internet_address_list_length(list) {
            guard found.count < limit else { return true }
            guard let entry = internet_address_list_get_address(list, index) else { continue }
            if let mailbox = gehoor_as_mailbox(entry) {
                let name = text(internet_address_get_name(entry)) ?? ""
                if let address = text(internet_address_mailbox_get_idn_addr(mailbox)).flatMap({ MailAddress(name: name, $0) }) {
                    found.append(address)
                }
            } else if depth < 3, let members = gehoor_as_group(entry).flatMap({ internet_address_group_get_members($0) }) {
                if collect(members, into: &found, limit: limit, depth: depth + 1) { return true }
            }
        }
        return false
    }

    static func text(_ pointer: UnsafePointer<CChar>?) -> String? { pointer.map { String(cString: $0) } }

    /// Takes over text that GLib gave away.
    static func owned(_ pointer: UnsafeMutablePointer<CChar>?) -> String {
        guard let pointer else { return "" }
        defer { g_free(pointer) }
        return String(cString: pointer)
    }

    static func bytes(_ array: UnsafeMutablePointer<GByteArray>) -> Data {
        guard let data = array.pointee.data else { return Data() }
        return Data(bytes: data, count: Int(array.pointee.len))
    }

    /// As C wants it, whatever its charset: ended by a zero, without others.
    private static func cString(_ value: [UInt8]) -> [CChar] { value.filter { $0 != 0 }.map { CChar(bitPattern: $0) } + [0] }
}
