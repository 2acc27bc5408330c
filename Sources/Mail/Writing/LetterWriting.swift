import CGMime
package import Foundation

/// A letter as bytes, ready to be sent: seven-bit lines of at most 76 signs, ended by CR LF.
package enum LetterWriting {
    package static func bytes(of letter: Letter) -> Data {
        GMime.withOptions { _ in
            guard let message = g_mime_message_new(0) else { return Data() }
            defer { g_object_unref(message) }
            writeHead(of: letter, to: message)
            writeBody(of: letter, to: message)
            return serialised(gehoor_message_object(message))
        } ?? Data()
    }

    private static func writeHead(of letter: Letter, to message: UnsafeMutablePointer<GMimeMessage>) {
        let head = gehoor_message_object(message)
        set("From", FoldedHeader.address(letter.from, after: "From"), in: head)
        set("To", FoldedHeader.address(letter.to, after: "To"), in: head)
        if let replyTo = letter.replyTo { set("Reply-To", FoldedHeader.address(replyTo, after: "Reply-To"), in: head) }
        set("Subject", FoldedHeader.text(letter.subject.text, after: "Subject"), in: head)
        if let utc = g_date_time_new_from_unix_utc(gint64(letter.seconds)),
            let zone = g_time_zone_new_offset(Int32(clamping: letter.zoneOffset))
        {
            if let local = g_date_time_to_timezone(utc, zone) {
                g_mime_message_set_date(message, local)
                g_date_time_unref(local)
            }
            g_time_zone_unref(zone)
            g_date_time_unref(utc)
        }
        g_mime_message_set_message_id(message, letter.messageID.text)
        if let answered = letter.inReplyTo { g_mime_object_set_header(head, "In-Reply-To", "<\(answered)>", "utf-8") }
        if !letter.references.isEmpty {
            g_mime_object_set_header(head, "References", letter.references.suffix(20).map { "<\($0)>" }.joined(separator: " "), "utf-8")
        }
        if letter.origin != .person {
            g_mime_object_set_header(head, "Auto-Submitted", letter.origin.rawValue, "utf-8")
            // What Exchange understands of it; others look at the line above.
            g_mime_object_set_header(head, "X-Auto-Response-Suppress", "All", "utf-8")
            g_mime_object_set_header(head, "Precedence", "bulk", "utf-8")
        }
    }

    /// Sets a header that is encoded and folded already.
    private static func set(_ name: String, _ raw: String, in head: UnsafeMutablePointer<GMimeObject>?) {
        g_mime_object_set_header(head, name, "x", "utf-8")
        guard let list = g_mime_object_get_header_list(head), let header = g_mime_header_list_get_header(list, name) else { return }
        g_mime_header_set_raw_value(header, raw)
    }

    private static func writeBody(of letter: Letter, to message: UnsafeMutablePointer<GMimeMessage>) {
        guard let text = textPart(letter.text, "plain") else { return }
        var body = gehoor_part_object(text)
        if let html = letter.html, let markup = textPart(html, "html") {
            body = combined("alternative", [body, gehoor_part_object(markup)])
        }
        let files = (letter.files.compactMap(filePart) + [letter.original.flatMap(originalPart)].compactMap(\.self)).map {
            gehoor_part_object($0)
        }
        if !files.isEmpty { body = combined("mixed", [body] + files) }
        g_mime_message_set_mime_part(message, body)
        g_object_unref(body)
    }

    /// Takes over the parts.
    private static func combined(
        _ kind: String, _ parts: [UnsafeMutablePointer<GMimeObject>?]
    ) -> UnsafeMutablePointer<GMimeObject>? {
        let multipart = g_mime_multipart_new_with_subtype(kind)
        for part in parts {
            g_mime_multipart_add(multipart, part)
            g_object_unref(part)
        }
        return gehoor_multipart_object(multipart)
    }

    private static func textPart(_ text: String, _ subtype: String) -> UnsafeMutablePointer<GMimePart>? {
        let clean = CleanText.block(text, limit: 4 << 20).text
        let ended = clean.utf8.last == 0x0a ? clean : clean + "\n"
        guard let part = g_mime_part_new_with_type("text", subtype) else { return nil }
        g_mime_object_set_content_type_parameter(gehoor_part_object(part), "charset", "utf-8")
        // Signs are seen as they are by programs that know no quoted-printable, when there is nothing to quote.
        fill(part, with: Data(ended.utf8), as: GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE)
        return part
    }

    private static func filePart(_ file: Letter.File) -> UnsafeMutablePointer<GMimePart>? {
        let type = mediaType(file.type)
        guard let part = g_mime_part_new_with_type(type.main, type.sub) else { return nil }
        g_mime_object_set_disposition(gehoor_part_object(part), "attachment")
        g_mime_part_set_filename(part, file.name.text)
        fill(part, with: file.bytes, as: GMIME_CONTENT_ENCODING_BASE64)
        return part
    }

    /// A mail within a mail is not encoded once more (RFC 2046, 5.2.1); one that mail servers would not let through as it is goes as a file.
    private static func originalPart(_ bytes: Data) -> UnsafeMutablePointer<GMimePart>? {
        let name = HeaderText("e-mail.eml")
        guard OriginalLines.areFit(bytes), let part = g_mime_part_new_with_type("message", "rfc822") else {
            return filePart(Letter.File(name: name, type: "application/octet-stream", bytes: bytes))
        }
        g_mime_object_set_disposition(gehoor_part_object(part), "attachment")
        g_mime_part_set_filename(part, name.text)
        fill(part, with: bytes, as: GMIME_CONTENT_ENCODING_7BIT)
        return part
    }

    private static func fill(_ part: UnsafeMutablePointer<GMimePart>, with bytes: Data, as encoding: GMimeContentEncoding) {
        let stream = bytes.withUnsafeBytes {
            g_mime_stream_mem_new_with_buffer($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
        }
        let content = g_mime_data_wrapper_new_with_stream(stream, GMIME_CONTENT_ENCODING_DEFAULT)
        g_mime_part_set_content(part, content)
        g_mime_part_set_content_encoding(part, encoding)
        g_object_unref(content)
        g_object_unref(stream)
    }

    private static func mediaType(_ type: String) -> (main: String, sub: String) {
        let parts = type.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let allowed = Set("+-._".utf8)
        let isFit =
            parts.count == 2
            && parts.allSatisfy { part in
                !part.isEmpty && part.count <= 100 && part.allSatisfy { ASCII.isLetter($0) || ASCII.isDigit($0) || allowed.contains($0) }
            }
        // A part of text or a mail would be opened by programs that should only keep it.
        guard isFit, let main = parts.first, let sub = parts.last, !ASCII.equal(main, "multipart"), !ASCII.equal(main, "message") else {
            return ("application", "octet-stream")
        }
        return (String(main) ?? "application", String(sub) ?? "octet-stream")
    }

    private static func serialised(_ object: UnsafeMutablePointer<GMimeObject>?) -> Data {
        guard let format = g_mime_format_options_new(), let stream = g_mime_stream_mem_new() else { return Data() }
        defer {
            g_object_unref(stream)
            g_mime_format_options_free(format)
        }
        g_mime_format_options_set_newline_format(format, GMIME_NEWLINE_FORMAT_DOS)
        g_mime_object_write_to_stream(object, format, stream)
        return g_mime_stream_mem_get_byte_array(gehoor_memory_stream(stream)).map(GMime.bytes) ?? Data()
    }
}
