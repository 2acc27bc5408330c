package import Complaints
import Records

/// The list of causes as the complaints manager leaves it: names and switches by code, and perhaps a new entry.
package struct CauseListInput: Hashable, Sendable {
    package var entries: [String: NatureListInput.Entry]
    package var added: NatureListInput.Entry?

    package init(entries: [String: NatureListInput.Entry], added: NatureListInput.Entry? = nil) {
        (self.entries, self.added) = (entries, added)
    }

    /// By the rules of the lists of natures: codes stay, names differ, nothing goes.
    func applied(to list: CauseList) throws(SettingsRefusal) -> CauseList {
        let input = NatureListInput(.about, entries: entries, added: added)
        let items = try input.applied(to: NatureLists(version: list.version, about: list.items, wrong: [])).about
        // Somebody must be able to choose something.
        guard items.contains(where: \.isActive) else { throw .invalid([.init("nl.new", .missing)]) }
        return CauseList(version: list.version, items: items)
    }
}

extension SettingsOffice {
    /// Throws `SettingsRefusal`. This list is the complaints manager's.
    package func change(_ input: CauseListInput, seen: Int, by actor: Actor) async throws {
        try await write(.causes, seen: seen, by: actor, as: .manager) { _, stored in
            let list = stored.flatMap { SettingCoding.value(StoredCauses.self, in: $0) }?.list(version: seen + 1) ?? .starter
            return try SettingCoding.text(StoredCauses(try input.applied(to: list)))
        }
    }
}
