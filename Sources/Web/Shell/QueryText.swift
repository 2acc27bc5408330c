import HTTPTypes
import Hummingbird

/// Parts of a query written and read by the byte.
enum QueryText {
    static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                bytes.append(byte)
            default: bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `?a=1&b=2` from pairs; nothing for none. Empty values are left out.
    static func query(_ pairs: [(String, String)]) -> String {
        let kept = pairs.filter { !$0.1.isEmpty }
        return kept.isEmpty ? "" : "?" + kept.map { "\(encoded($0.0))=\(encoded($0.1))" }.joined(separator: "&")
    }
}

/// The parameters of a request's query. The first of a name counts; more than is reasonable is not read.
struct QueryFields: Sendable {
    private let fields: [(name: String, value: String)]

    init(_ request: Request) {
        let query = request.uri.query ?? ""
        fields = ((try? URLEncodedForm.fields(Array(query.utf8), limits: .text)) ?? []).map { ($0.name, $0.value) }
    }

    subscript(name: String) -> String { fields.first { $0.name == name }?.value ?? "" }

    func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }
}
