/// What stands above a part of `multipart/form-data` (RFC 7578, and what browsers make of it).
struct MultipartHeader: Equatable {
    /// The field's name, as bytes with browsers' escapes undone.
    var name: [UInt8] = []
    /// nil when the part is a text field.
    var fileName: [UInt8]?
    var contentType = "application/octet-stream"

    init(lines: ArraySlice<UInt8>) throws(FormError) {
        var hasDisposition = false
        for line in MultipartHeader.lines(lines) {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), line.first != 0x20, line.first != 0x09 else { throw .malformed }
            let value = MultipartHeader.trimmed(line[(colon + 1)...])
            switch String(decoding: line[..<colon], as: UTF8.self).lowercased() {
            case "content-disposition":
                guard !hasDisposition else { throw .malformed }
                hasDisposition = true
                try readDisposition(value)
            case "content-type": contentType = LogText.safe(String(decoding: value, as: UTF8.self), limit: 100)
            default: break
            }
        }
        guard hasDisposition, !name.isEmpty else { throw .malformed }
    }

    private static func lines(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        bytes.split(separator: 0x0A).map { $0.last == 0x0D ? $0.dropLast() : $0 }.filter { !$0.isEmpty }
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = bytes.drop { $0 == 0x20 || $0 == 0x09 }
        while rest.last == 0x20 || rest.last == 0x09 { rest.removeLast() }
        return rest
    }

    /// `form-data; name="…"; filename="…"`. `filename*` is ignored, as RFC 7578 §4.2 says.
    private mutating func readDisposition(_ value: ArraySlice<UInt8>) throws(FormError) {
        let kind = value.prefix { $0 != UInt8(ascii: ";") }
        guard String(decoding: MultipartHeader.trimmed(kind), as: UTF8.self).lowercased() == "form-data" else { throw .malformed }
        var rest = value.dropFirst(kind.count)
        var seen: Set<String> = []
        while rest.popFirst() != nil {  // the semicolon
            rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
            guard !rest.isEmpty else { return }
            guard let equals = rest.firstIndex(of: UInt8(ascii: "=")) else { throw .malformed }
            let key = String(decoding: rest[..<equals], as: UTF8.self).lowercased()
            rest = rest[(equals + 1)...]
            let value = try MultipartHeader.parameter(&rest)
            guard seen.insert(key).inserted else { throw .malformed }
            if key == "name" { name = value } else if key == "filename" { fileName = value }
        }
    }

    /// A token, or a quoted text in which `\"`, `\\`, `%22`, `%0D` and `%0A` are escapes; leaves `rest` at the next semicolon.
    private static func parameter(_ rest: inout ArraySlice<UInt8>) throws(FormError) -> [UInt8] {
        var value: [UInt8] = []
        if rest.first == UInt8(ascii: "\"") {
            rest.removeFirst()
            while true {
                guard let byte = rest.popFirst() else { throw .malformed }
                if byte == UInt8(ascii: "\"") { break }
                if byte == UInt8(ascii: "\\"), let next = rest.first, next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\") {
                    value.append(rest.removeFirst())
                } else if byte == UInt8(ascii: "%"), let escaped = browserEscape(rest.prefix(2)) {
                    value.append(escaped)
                    rest = rest.dropFirst(2)
                } else {
                    value.append(byte)
                }
            }
            rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
            guard rest.isEmpty || rest.first == UInt8(ascii: ";") else { throw .malformed }
        } else {
            value = Array(rest.prefix { $0 != UInt8(ascii: ";") })
            rest = rest.dropFirst(value.count)
        }
        return value
    }

    private static func browserEscape(_ digits: ArraySlice<UInt8>) -> UInt8? {
        switch String(decoding: digits, as: UTF8.self).uppercased() {
        case "22": UInt8(ascii: "\"")
        case "0D": 0x0D
        case "0A": 0x0A
        default: nil
        }
    }
}
