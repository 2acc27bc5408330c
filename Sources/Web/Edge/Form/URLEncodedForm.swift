package import Hummingbird

/// `application/x-www-form-urlencoded`, read as browsers write it (WHATWG URL §5.1): broken escapes stand for themselves.
enum URLEncodedForm {
    static func fields(_ bytes: some Collection<UInt8>, limits: FormLimits) throws(FormError) -> [SubmittedForm.Field] {
        var fields: [SubmittedForm.Field] = []
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            guard fields.count < limits.fields else { throw .tooManyFields }
            let name = pair.prefix { $0 != UInt8(ascii: "=") }
            let value = unescaped(pair.dropFirst(name.count + 1))
            guard value.count <= limits.field else { throw .fieldTooLarge }
            fields.append(SubmittedForm.Field(name: FieldText.repaired(unescaped(name)), value: FieldText.repaired(value)))
        }
        return fields
    }

    private static func unescaped(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var rest = Array(bytes)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let high = rest.first?.hexValue, let low = rest.dropFirst().first?.hexValue {
                text.append(high << 4 | low)
                rest = rest.dropFirst(2)
            } else {
                text.append(byte == UInt8(ascii: "+") ? 0x20 : byte)
            }
        }
        return text
    }
}

extension SubmittedForm {
    /// The fields of a request's query. Throws when there are too many.
    package init(queryOf request: Request) throws(FormError) {
        self.init()
        let query = (request.head.path ?? "").utf8.drop { $0 != UInt8(ascii: "?") }.dropFirst()
        fields = try URLEncodedForm.fields(Array(query), limits: .text)
    }
}
