import CGumbo

/// Turns a browser's view of HTML into ours. Walks without recursion, however deep it is.
struct MarkupReading {
    private(set) var markup = MailMarkup()
    private(set) var remarks: Set<ReadingRemark> = []
    private let pictures: [String: Int]
    private let bounds: ReadingBounds
    private static let depthLimit = 40

    private enum Step {
        case visit(UnsafePointer<GumboNode>, depth: Int)
        case close
    }

    /// - Parameter pictures: by Content-ID, which attachment.
    static func read(_ html: String, pictures: [String: Int], bounds: ReadingBounds) -> MarkupReading {
        var reading = MarkupReading(pictures: pictures, bounds: bounds)
        var bytes = Array(html.utf8.prefix(bounds.markupBytes))
        if html.utf8.count > bounds.markupBytes { reading.remarks.insert(.markupTooLarge) }
        bytes.removeAll { $0 == 0 }
        if MarkupCost.isTooHigh(bytes) {
            reading.remarks.insert(.markupTooDeep)
            reading.emit(.text(MarkupCost.stripped(bytes)))
        } else {
            reading.parse(bytes)
        }
        return reading
    }

    private init(pictures: [String: Int], bounds: ReadingBounds) { (self.pictures, self.bounds) = (pictures, bounds) }

    private mutating func parse(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { text in
                guard let start = text.baseAddress, let html = gehoor_html_read(start, text.count, bounds.markupMemory) else {
                    if text.isEmpty { return }
                    remarks.insert(.markupTooLarge)
                    emit(.text(MarkupCost.stripped(bytes)))
                    return
                }
                defer { gehoor_html_free(html) }
                if let root = gehoor_html_root(html) { walk(root) }
            }
        }
    }

    private mutating func walk(_ root: UnsafePointer<GumboNode>) {
        var steps: [Step] = [.visit(root, depth: 0)]
        while let step = steps.popLast() {
            switch step {
            case .close: markup.pieces.append(.close)
            case .visit(let node, let depth):
                if let text = gehoor_html_text(node) {
                    emit(.text(String(cString: text)))
                } else if let inner = enter(node, depth: depth) {
                    if inner > depth { steps.append(.close) }
                    let count = gehoor_html_child_count(node)
                    for index in 0..<count {
                        if let child = gehoor_html_child(node, count - 1 - index) { steps.append(.visit(child, depth: inner)) }
                    }
                }
            }
        }
    }

    /// Writes what stands for an element; the depth of what is in it, or nil when that is left out.
    private mutating func enter(_ node: UnsafePointer<GumboNode>, depth: Int) -> Int? {
        switch Self.treatment(of: gehoor_html_tag(node)) {
        case .drop(let remark):
            if let remark { remarks.insert(remark) }
            return nil
        case .through(let remark):
            if let remark { remarks.insert(remark) }
            return depth
        case .lineBreak: emit(.lineBreak)
        case .rule: emit(.rule)
        case .picture: emitPicture(node)
        case .link:
            guard let address = attribute("href", of: node).flatMap(SafeLink.checked) else { return depth }
            return open(.link(address), depth: depth)
        case .keep(let tag): return open(.open(tag), depth: depth)
        }
        return nil
    }

    private mutating func open(_ piece: MailMarkup.Piece, depth: Int) -> Int {
        guard depth < Self.depthLimit, emit(piece) else { return depth }
        return depth + 1
    }

    private mutating func emitPicture(_ node: UnsafePointer<GumboNode>) {
        let alt = CleanText.line(attribute("alt", of: node) ?? "", limit: 200)
        let source = Array((attribute("src", of: node) ?? "").utf8)
        if ASCII.begins(source, with: "cid:"), let index = pictures[ContentID.key(source.dropFirst(4))] {
            emit(.picture(attachment: index, alt: alt))
        } else if !source.isEmpty {
            markup.blockedPictures += 1
            remarks.insert(.remoteContentBlocked)
            emit(.blockedPicture(alt: alt))
        }
    }

    private func attribute(_ name: String, of node: UnsafePointer<GumboNode>) -> String? {
        gehoor_html_attribute(node, name).map { String(cString: $0) }
    }

    @discardableResult
    private mutating func emit(_ piece: MailMarkup.Piece) -> Bool {
        guard markup.pieces.count < bounds.markupPieces else {
            remarks.insert(.markupTooLarge)
            return false
        }
        if case .text(let text) = piece {
            let clean = CleanText.block(text, limit: bounds.textBytes).text
            if !clean.isEmpty { markup.pieces.append(.text(clean)) }
        } else {
            markup.pieces.append(piece)
        }
        return true
    }
}
