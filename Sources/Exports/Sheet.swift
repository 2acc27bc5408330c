import CCairo
import Foundation

/// What went wrong with a file that was being made.
package enum ExportFault: Error, Hashable, Sendable {
    case failed(String)
}

/// How a text looks on paper: its size, whether it is bold or grey, the height of its line, and the space behind it.
struct TextStyle {
    let size: Double
    var isBold = false
    var grey = 0.0
    let leading: Double
    var after = 6.0

    static let title = TextStyle(size: 20, isBold: true, leading: 26, after: 4)
    static let heading = TextStyle(size: 13, isBold: true, leading: 17, after: 5)
    static let strong = TextStyle(size: 10, isBold: true, leading: 13, after: 1)
    static let body = TextStyle(size: 10, leading: 14)
    static let remark = TextStyle(size: 9, grey: 0.3, leading: 12, after: 6)
    static let cell = TextStyle(size: 8.5, leading: 11, after: 0)
    static let cellHead = TextStyle(size: 8.5, isBold: true, leading: 11, after: 0)
    static let small = TextStyle(size: 7.5, grey: 0.3, leading: 9, after: 0)
}

/// Sheets of A4 that are written on, in points from the top left corner.
final class Sheet {
    static let (pageWidth, pageHeight) = (595.28, 841.89)
    static let (left, top, bottom) = (56.0, 50.0, 775.0)
    static let width = pageWidth - 2 * left

    /// Where cairo puts the file.
    private final class Target { var bytes: [UInt8] = [] }

    private let target = Target()
    private let surface: OpaquePointer
    private let pen: OpaquePointer
    private let footer: String
    private var number = 1

    init(title: String, footer: String, printedAt: String) throws(ExportFault) {
        let write: cairo_write_func_t = { closure, data, length in
            guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
            let bytes = UnsafeBufferPointer(start: data, count: Int(length))
            Unmanaged<Target>.fromOpaque(closure).takeUnretainedValue().bytes += bytes
            return CAIRO_STATUS_SUCCESS
        }
        let closure = Unmanaged.passUnretained(target).toOpaque()
        guard let surface = cairo_pdf_surface_create_for_stream(write, closure, Self.pageWidth, Self.pageHeight),
            let pen = cairo_create(surface)
        else { throw .failed("cairo") }
        (self.surface, self.pen, self.footer) = (surface, pen, footer)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, printedAt)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, printedAt)
        // Around everything: without it the file does not say that it has tags.
        cairo_tag_begin(pen, "Document", "")
    }

    deinit {
        cairo_destroy(pen)
        cairo_surface_destroy(surface)
    }

    /// The whole file.
    func finished() throws(ExportFault) -> [UInt8] {
        writeFooter()
        cairo_tag_end(pen, "Document")
        cairo_show_page(pen)
        cairo_surface_finish(surface)
        let status = cairo_surface_status(surface)
        guard status == CAIRO_STATUS_SUCCESS, cairo_status(pen) == CAIRO_STATUS_SUCCESS else {
            throw .failed(String(cString: cairo_status_to_string(status)))
        }
        return target.bytes
    }

    /// A new sheet; where writing begins on it.
    func turn() -> Double {
        writeFooter()
        cairo_show_page(pen)
        number += 1
        return Self.top
    }

    private func writeFooter() {
        write(footer, .small, x: Self.left, y: 805)
        write("\(number)", .small, x: Self.left + Self.width, y: 805, isRight: true)
    }

    /// What is drawn within is one element of the text.
    func tagged(_ tag: String, _ body: () -> Void) {
        cairo_tag_begin(pen, tag, "")
        body()
        cairo_tag_end(pen, tag)
    }

    // MARK: Text

    private func use(_ style: TextStyle) {
        cairo_select_font_face(
            pen, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, style.isBold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL)
        cairo_set_font_size(pen, style.size)
        cairo_set_source_rgb(pen, style.grey, style.grey, style.grey)
    }

    func width(of text: String, _ style: TextStyle) -> Double {
        use(style)
        var extents = cairo_text_extents_t()
        cairo_text_extents(pen, Self.printable(text), &extents)
        return extents.x_advance
    }

    func write(_ text: String, _ style: TextStyle, x: Double, y: Double, isRight: Bool = false) {
        let x = isRight ? x - width(of: text, style) : x
        use(style)
        cairo_move_to(pen, x, y)
        cairo_show_text(pen, Self.printable(text))
    }

    /// What controls a printer prints nothing.
    private static func printable(_ text: String) -> String {
        let text = text.writable
        return text.utf8.contains { $0 < 0x20 } ? String(text.unicodeScalars.filter { $0.value >= 0x20 }.map { Character($0) }) : text
    }

    /// Cut between words; a word that is wider than the line stands alone, cut where it must be.
    func lines(of text: String, _ style: TextStyle, width: Double) -> [String] {
        var lines: [String] = []
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var line = ""
            for word in paragraph.split(separator: " ").flatMap({ pieces(of: String($0), style, width: width) }) {
                let longer = line.isEmpty ? word : "\(line) \(word)"
                if line.isEmpty || self.width(of: longer, style) <= width {
                    line = longer
                } else {
                    lines.append(line)
                    line = word
                }
            }
            if !line.isEmpty { lines.append(line) }
        }
        return lines
    }

    private func pieces(of word: String, _ style: TextStyle, width: Double) -> [String] {
        if self.width(of: word, style) <= width { return [word] }
        var pieces: [String] = []
        var piece = ""
        for character in word {
            if !piece.isEmpty, self.width(of: piece + String(character), style) > width {
                pieces.append(piece)
                piece = ""
            }
            piece.append(character)
        }
        return pieces + [piece]
    }

    // MARK: Lines and areas

    func line(_ points: [(x: Double, y: Double)], width: Double = 0.5, grey: Double = 0, dashes: [Double] = []) {
        guard let first = points.first else { return }
        cairo_set_source_rgb(pen, grey, grey, grey)
        cairo_set_line_width(pen, width)
        cairo_set_dash(pen, dashes, Int32(dashes.count), 0)
        cairo_move_to(pen, first.x, first.y)
        for point in points.dropFirst() { cairo_line_to(pen, point.x, point.y) }
        cairo_stroke(pen)
    }

    func area(x: Double, y: Double, width: Double, height: Double, grey: Double) {
        cairo_set_source_rgb(pen, grey, grey, grey)
        cairo_rectangle(pen, x, y, width, height)
        cairo_fill(pen)
    }

    func dot(x: Double, y: Double, radius: Double) {
        cairo_set_source_rgb(pen, 0.04, 0.37, 0.36)
        cairo_arc(pen, x, y, radius, 0, 2 * .pi)
        cairo_fill(pen)
    }

    func square(x: Double, y: Double, side: Double) {
        area(x: x - side / 2, y: y - side / 2, width: side, height: side, grey: 1)
        cairo_set_source_rgb(pen, 0, 0, 0)
        cairo_set_line_width(pen, 1.2)
        cairo_set_dash(pen, [], 0, 0)
        cairo_rectangle(pen, x - side / 2, y - side / 2, side, side)
        cairo_stroke(pen)
    }
}
