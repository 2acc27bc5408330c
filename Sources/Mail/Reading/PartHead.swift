import CGMime
import Foundation

/// What a part of a mail says about itself.
struct PartHead {
    /// In small letters; `text/plain` when nothing is said.
    let type: String
    let charset: String?
    let fileName: String?
    let contentID: String?
    let isAttachment: Bool
    let isFlowed: Bool
    let deletesSpace: Bool
    let isReportOn: String?

    init(_ object: UnsafeMutablePointer<GMimeObject>) {
        let content = g_mime_object_get_content_type(object)
        let said = content.map { GMime.owned(g_mime_content_type_get_mime_type($0)) } ?? "text/plain"
        type = String(decoding: ASCII.lowercased(CleanText.line(said, limit: 100).utf8), as: UTF8.self)
        charset = GMime.text(g_mime_object_get_content_type_parameter(object, "charset"))
        let name = gehoor_as_part(object).flatMap { GMime.text(g_mime_part_get_filename($0)) }
        fileName =
            name ?? GMime.text(g_mime_object_get_content_disposition_parameter(object, "filename"))
            ?? GMime.text(g_mime_object_get_content_type_parameter(object, "name"))
        contentID = GMime.text(g_mime_object_get_content_id(object)).map { ContentID.key($0.utf8) }
        let disposition = GMime.text(g_mime_object_get_disposition(object)) ?? ""
        isAttachment = ASCII.equal(Array(disposition.utf8), "attachment")
        isFlowed = Self.parameter("format", of: object, is: "flowed")
        deletesSpace = Self.parameter("delsp", of: object, is: "yes")
        isReportOn = GMime.text(g_mime_object_get_content_type_parameter(object, "report-type"))
    }

    private static func parameter(_ name: String, of object: UnsafeMutablePointer<GMimeObject>, is value: StaticString) -> Bool {
        guard let said = GMime.text(g_mime_object_get_content_type_parameter(object, name)) else { return false }
        return ASCII.equal(ASCII.trimmed(Array(said.utf8)), value)
    }
}

extension GMime {
    /// The bytes of a part, its transfer encoding undone.
    static func content(of part: UnsafeMutablePointer<GMimePart>) -> Data {
        guard let content = g_mime_part_get_content(part), let stream = g_mime_stream_mem_new() else { return Data() }
        defer { g_object_unref(stream) }
        g_mime_data_wrapper_write_to_stream(content, stream)
        return g_mime_stream_mem_get_byte_array(gehoor_memory_stream(stream)).map(bytes) ?? Data()
    }

    /// A part's body as it stands in the mail: for a mail in a mail, that whole mail.
    static func rawContent(of object: UnsafeMutablePointer<GMimeObject>) -> Data {
        guard let stream = g_mime_stream_mem_new() else { return Data() }
        defer { g_object_unref(stream) }
        g_mime_object_write_content_to_stream(object, nil, stream)
        return g_mime_stream_mem_get_byte_array(gehoor_memory_stream(stream)).map(bytes) ?? Data()
    }
}
