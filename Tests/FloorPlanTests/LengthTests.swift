import Testing

struct LengthTests {
    @Test(arguments: SourceTree.sources + SourceTree.tests)
    func `no file is longer than 320 lines`(file: SourceFile) {
        #expect(file.lines.count <= 320)
    }

    @Test func `most files are short: the median is at most 80 lines`() {
        let lengths = SourceTree.sources.map(\.lines.count).sorted()
        #expect(lengths.count > 100)
        #expect(lengths[lengths.count / 2] <= 80)
    }

    @Test(arguments: SourceTree.sources)
    func `no function is longer than 60 lines`(file: SourceFile) {
        for (line, length) in Self.functions(in: file.code) { #expect(length <= 60, "\(file.path):\(line)") }
    }

    @Test func `functions are found and measured`() {
        let code = [
            "struct A {", "    func a() {", "        if b {", "        }", "    }", "    init(", "        a: Int", "    ) {", "    }",
            "    var b: Int { 1 }", "}",
        ]
        #expect(Self.functions(in: code).map { [$0.line, $0.length] } == [[2, 4], [6, 4]])
    }

    /// First line and length of every `func`, `init` and `subscript`, by counting braces.
    private static func functions(in code: [String]) -> [(line: Int, length: Int)] {
        code.indices.compactMap { start in
            let words = code[start].split { " (<".contains($0) }
            guard words.contains("func") || words.contains("init") || words.contains("subscript") else { return nil }
            var depth = 0
            var isOpen = false
            for end in start..<min(code.count, start + 400) {
                for sign in code[end] {
                    if sign == "{" { (depth, isOpen) = (depth + 1, true) }
                    if sign == "}" { depth -= 1 }
                }
                if isOpen, depth <= 0 { return (start + 1, end - start + 1) }
                // A requirement of a protocol has no body.
                if !isOpen, depth < 0 { return nil }
            }
            return nil
        }
    }
}
