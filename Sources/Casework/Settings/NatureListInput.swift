package import Complaints

/// One of the two nature lists as an administrator leaves it: names and activity by code, and perhaps a new entry.
package struct NatureListInput: Hashable, Sendable {
    /// The two names and the switch of one entry, as they were typed.
    package struct Entry: Hashable, Sendable {
        package var dutch, english: String
        package var isActive: Bool

        package init(dutch: String, english: String, isActive: Bool) {
            (self.dutch, self.english, self.isActive) = (dutch, english, isActive)
        }
    }

    package var axis: NatureAxis
    /// What is not named stays as it is.
    package var entries: [String: Entry]
    /// Left alone when both names are empty.
    package var added: Entry?
    /// The code of which what is added is a part from now on; empty for none.
    package var addedFrom: String

    package init(_ axis: NatureAxis, entries: [String: Entry], added: Entry? = nil, addedFrom: String = "") {
        (self.axis, self.entries, self.added, self.addedFrom) = (axis, entries, added, addedFrom)
    }

    private static let longestName = 60
    private static let mostEntries = 60

    /// The lists after the change. Codes never change and never go: old complaints point at them. "Overig" stays active, since whoever
    /// can't choose yet needs it. Throws `SettingsRefusal.invalid`: `nl.CODE`, `en.CODE`, and `new` for the code of what is added.
    func applied(to lists: NatureLists) throws(SettingsRefusal) -> NatureLists {
        var check = FieldCheck()
        var items = lists.items(axis).map { item in
            guard let entry = entries[item.code] else { return item }
            return NatureItem(
                item.code, Self.name(entry.dutch, "nl.\(item.code)", &check) ?? item.dutch,
                Self.name(entry.english, "en.\(item.code)", &check) ?? item.english,
                isActive: entry.isActive || item.code == Nature.other, from: item.from)
        }
        Self.noteDoubles(in: items, &check)
        if let added, !added.dutch.isBlank || !added.english.isBlank { append(added, to: &items, &check) }
        guard check.problems.isEmpty else { throw .invalid(check.problems) }
        var after = lists
        switch axis {
        case .about: after.about = items
        case .wrong: after.wrong = items
        }
        return after
    }

    private static func name(_ typed: String, _ field: String, _ check: inout FieldCheck) -> String? {
        check.line(typed, at: field, limit: longestName, required: true)
    }

    /// New entries stand before "overig", which stays last.
    private func append(_ added: Entry, to items: inout [NatureItem], _ check: inout FieldCheck) {
        guard items.count < Self.mostEntries else { return check.note(.tooMany(limit: Self.mostEntries), at: "nl.new") }
        let (dutch, english) = (Self.name(added.dutch, "nl.new", &check), Self.name(added.english, "en.new", &check))
        guard let dutch, let english else { return }
        if items.contains(where: { Self.same($0.dutch, dutch) }) { check.note(.itself, at: "nl.new") }
        if items.contains(where: { Self.same($0.english, english) }) { check.note(.itself, at: "en.new") }
        let from = addedFrom.isEmpty ? nil : addedFrom
        if let from, from == Nature.other || !items.contains(where: { $0.code == from }) { check.note(.unknown, at: "from.new") }
        let item = NatureItem(NatureCode.fresh(for: dutch, besides: Set(items.map(\.code))), dutch, english, from: from)
        items.insert(item, at: items.firstIndex { $0.code == Nature.other } ?? items.endIndex)
    }

    /// Two entries that read the same can't be told apart.
    private static func noteDoubles(in items: [NatureItem], _ check: inout FieldCheck) {
        for (index, item) in items.enumerated() {
            if items[..<index].contains(where: { same($0.dutch, item.dutch) }) { check.note(.itself, at: "nl.\(item.code)") }
            if items[..<index].contains(where: { same($0.english, item.english) }) { check.note(.itself, at: "en.\(item.code)") }
        }
    }

    private static func same(_ one: String, _ other: String) -> Bool { Folding.fold(one) == Folding.fold(other) }
}

/// The code of a new entry, made once from its Dutch name.
enum NatureCode {
    private static let longest = 40

    /// Lower-case letters, digits and hyphens; with a number behind it where that code was ever given out.
    static func fresh(for name: String, besides taken: Set<String>) -> String {
        let bytes = Folding.fold(name).utf8.map { byte in
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) ? byte : UInt8(ascii: "-")
        }
        let words = bytes.split(separator: UInt8(ascii: "-")).map { String(decoding: $0, as: UTF8.self) }
        let joined = String(words.joined(separator: "-").prefix(longest))
        let base = joined.isEmpty ? "nature" : joined
        var code = base
        var number = 2
        while taken.contains(code) {
            code = "\(base)-\(number)"
            number += 1
        }
        return code
    }
}
