import Testing

struct HouseRuleTests {
    @Test(arguments: SourceTree.sources + SourceTree.tests)
    func `a file is called what it holds`(file: SourceFile) {
        for word in Self.words(of: file.name) {
            #expect(!["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Service", "Misc"].contains(word))
        }
    }

    @Test func `names are cut into words at capitals`() {
        #expect(Self.words(of: "StaffManager+Letters") == ["Staff", "Manager", "Letters"])
        #expect(Self.words(of: "LetterHelper").contains("Helper"))
        #expect(!Self.words(of: "Servicedesk").contains("Service"))
    }

    /// What traps on what a visitor sends ends the server for everybody.
    @Test(arguments: SourceTree.sources)
    func `nothing that ships traps by a short cut`(file: SourceFile) {
        for (number, line) in zip(1..., file.code) {
            for shortcut in ["try!", "as!", "Regex", "fatalError("] where line.contains(shortcut) {
                Issue.record("\(shortcut) in \(file.path):\(number)")
            }
        }
    }

    @Test(arguments: SourceTree.sources.filter { $0.target != "Rehearsal" })
    func `nothing is unwrapped by force`(file: SourceFile) {
        for (number, line) in zip(1..., file.code) {
            #expect(!Self.unwrapsByForce(line), "\(file.path):\(number)")
        }
    }

    @Test func `force is told from not`() {
        for line in ["let a = b!", "b!.c()", "f(b!)", "b![0]", "x()!"] { #expect(Self.unwrapsByForce(line)) }
        for line in ["a != b", "!a", "if !a.b {", "(!a)", "a !== b"] { #expect(!Self.unwrapsByForce(line)) }
    }

    /// A `!` right behind a name or a closing bracket that no `=` follows.
    private static func unwrapsByForce(_ line: String) -> Bool {
        let signs = Array(line)
        return signs.indices.dropFirst().contains { index in
            guard signs[index] == "!" else { return false }
            let before = signs[index - 1]
            let after = index + 1 < signs.count ? signs[index + 1] : " "
            return (before.isLetter || before.isNumber || ")]_".contains(before)) && after != "="
        }
    }

    private static func words(of name: String) -> [String] {
        var words: [String] = []
        for character in name where character.isLetter {
            if character.isUppercase || words.isEmpty { words.append("") }
            words[words.count - 1].append(character)
        }
        return words
    }
}
