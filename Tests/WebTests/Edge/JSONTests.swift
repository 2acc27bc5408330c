import HTTPTypes
import Testing

@testable import Web

@Suite struct `Reading JSON` {
    private func read(_ text: String) throws -> JSONValue { try JSONReader.read(Array(text.utf8)) }

    @Test func `values are read as they stand`() throws {
        let value = try read(#" {"a": [1, -2.50e+3, true, false, null], "b\u00e9": "x\n\ud83d\ude00\/"} "#)
        #expect(
            value
                == .object([
                    .init(name: "a", value: .array([.number("1"), .number("-2.50e+3"), .bool(true), .bool(false), .null])),
                    .init(name: "bé", value: .string("x\n😀/")),
                ]))
    }

    @Test(arguments: [
        "", " ", "{", "[", "\"", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "[1,]", "[1 2]", "01", "1.", ".5", "-", "+1", "1e", "NaN", "tru",
        "nulll",
        "'a'", "\"\u{1}\"", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"", "{\"a\":1,\"a\":2}", "{} {}",
        "{a:1}",
        "// no\n1", "[1]]", "\u{FEFF}{}",
    ]) func `anything else is malformed`(_ text: String) {
        #expect(throws: JSONReader.Malformed.self) { try read(text) }
    }

    @Test func `bytes that are no UTF-8 are malformed`() {
        #expect(throws: JSONReader.Malformed.self) { try JSONReader.read([0x22, 0xC3, 0x28, 0x22]) }
    }

    @Test func `depth has an end`() throws {
        #expect(throws: Never.self) { try read(String(repeating: "[", count: 16) + String(repeating: "]", count: 16)) }
        #expect(throws: JSONReader.Malformed.self) { try read(String(repeating: "[", count: 100_000)) }
    }

    @Test func `random changes to a text never end the process`() {
        let seed = Array(#"{"story":"a\u00e9\n","n":[1.5e3,{"x":null}],"t":true}"#.utf8)
        var random = SystemRandomNumberGenerator()
        var wellFormed = 0
        for _ in 0..<5_000 {
            var bytes = seed
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
            }
            if (try? JSONReader.read(Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random))))) != nil { wellFormed += 1 }
        }
        #expect(wellFormed < 5_000)
    }
}

@Suite struct `Fields of a JSON body` {
    private enum Channel: String, CaseIterable { case phone, email }

    private func fields(_ text: String) throws -> JSONFields { try JSONBody.fields(bytes: Array(text.utf8)) }

    private func problems(_ fields: JSONFields) -> [String] { fields.allProblems.map { "\($0.field) \($0.code)" } }

    @Test func `fitting members are given, in objects inside too`() throws {
        let fields = try fields(#"{"channel":"phone","story":"s","customer":{"name":"n"},"sequence":3,"reasons":["a","b"],"granted":true}"#)
        #expect(fields.required("channel", JSONRule<Channel>.word) == .phone)
        #expect(fields.required("story", .string(max: 10)) == "s")
        #expect(fields.object("customer")?.required("name", .string(max: 10)) == "n")
        #expect(fields.optional("sequence", .integer(0...9)) == 3)
        #expect(fields.list("reasons", max: 5, .string(max: 5)) == ["a", "b"])
        #expect(fields.optional("granted", .bool) == true)
        #expect(fields.optional("absent", .bool) == nil)
        #expect(throws: Never.self) { try fields.finish() }
    }

    @Test func `each field that is wrong is named, with a reason of its own`() throws {
        let fields = try fields(
            #"{"channel":"fax","story":" ","long":"abcdef","n":11,"x":1,"customer":{"name":5,"y":2},"list":[1],"many":["a","b"]}"#)
        _ = fields.required("channel", JSONRule<Channel>.word)
        _ = fields.required("story", .string(max: 10))
        _ = fields.required("long", .string(max: 5))
        _ = fields.required("n", .integer(0...9))
        _ = fields.required("gone", .bool)
        _ = fields.list("list", max: 1, .string(max: 5))
        _ = fields.list("many", max: 1, .string(max: 5))
        _ = fields.object("customer")?.required("name", .string(max: 10))
        #expect(
            problems(fields) == [
                "channel unknown-value", "story blank", "long too-long", "n out-of-range", "gone required", "list.0 wrong-type",
                "many too-many", "customer.name wrong-type", "customer.y unknown-field", "x unknown-field",
            ])
        #expect(throws: ProblemDetails.self) { try fields.finish() }
    }

    @Test(arguments: [("[]", "not-an-object"), ("1", "not-an-object"), ("{", "malformed-json")])
    func `what is no object is refused with 400`(_ text: String, _ code: String) {
        do {
            _ = try fields(text)
            Issue.record("taken")
        } catch {
            #expect((error as? ProblemDetails)?.code == code)
            #expect((error as? ProblemDetails)?.status.code == 400)
        }
    }
}

@Suite struct `Writing JSON` {
    @Test func `members keep their order and texts are escaped`() throws {
        var json = JSONWriter()
        json.object { json in
            json.member("b", "\"\\\n\u{1}</é😀")
            json.member("a", 1)
            json.member("none", nil as String?)
            json.array("list") { json in
                json.value(true)
                json.object { _ in }
                json.array { $0.value(-2) }
            }
        }
        #expect(
            String(decoding: json.bytes, as: UTF8.self)
                == #"{"b":"\"\\\n\u0001\u003c/é😀","a":1,"none":null,"list":[true,{},[-2]]}"#)
        #expect(throws: Never.self) { try JSONReader.read(json.bytes) }
    }
}
