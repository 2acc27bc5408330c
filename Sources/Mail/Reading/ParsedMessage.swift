import CGMime
import Foundation

/// A message as GMime parsed it, for as long as it is looked at.
final class ParsedMessage {
    private let message: UnsafeMutablePointer<GMimeMessage>
    private let notes: ParsingNotes

    /// - Parameter bytes: only header lines that say what the body is, and the body: GMime gets to see nothing else of the head.
    init?(_ bytes: [UInt8]) {
        let notes = ParsingNotes()
        let parsed = GMime.withOptions { options -> UnsafeMutablePointer<GMimeMessage>? in
            g_mime_parser_options_set_warning_callback(
                options, { _, code, _, context in ParsingNotes.note(code, in: context) }, Unmanaged.passUnretained(notes).toOpaque())
            guard let array = g_byte_array_sized_new(guint(clamping: bytes.count)) else { return nil }
            g_byte_array_append(array, bytes, guint(clamping: bytes.count))
            // The stream owns the array from here on.
            guard let stream = g_mime_stream_mem_new_with_byte_array(array) else { return nil }
            defer { g_object_unref(stream) }
            guard let parser = g_mime_parser_new_with_stream(stream) else { return nil }
            defer { g_object_unref(parser) }
            return g_mime_parser_construct_message(parser, options)
        }
        guard let message = parsed ?? nil else { return nil }
        (self.message, self.notes) = (message, notes)
    }

    deinit { g_object_unref(message) }

    var root: UnsafeMutablePointer<GMimeObject>? { g_mime_message_get_mime_part(message) }
    var remarks: Set<ReadingRemark> { notes.remarks }
}

/// What GMime found wrong.
private final class ParsingNotes {
    private(set) var remarks: Set<ReadingRemark> = []

    static func note(_ code: GMimeParserWarning, in context: UnsafeMutableRawPointer?) {
        guard let context else { return }
        let notes = Unmanaged<ParsingNotes>.fromOpaque(context).takeUnretainedValue()
        switch code {
        case GMIME_WARN_TRUNCATED_MESSAGE: notes.remarks.insert(.truncated)
        case GMIME_WARN_MALFORMED_MULTIPART, GMIME_WARN_MALFORMED_MESSAGE, GMIME_CRIT_MULTIPART_WITHOUT_BOUNDARY,
            GMIME_CRIT_INVALID_HEADER_NAME, GMIME_CRIT_CONFLICTING_HEADER, GMIME_CRIT_CONFLICTING_PARAMETER:
            notes.remarks.insert(.malformed)
        case GMIME_CRIT_NESTING_OVERFLOW: notes.remarks.insert(.tooDeep)
        default: break
        }
    }
}
