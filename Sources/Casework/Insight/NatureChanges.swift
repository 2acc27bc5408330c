package import Complaints
package import Records

/// What became of the kinds of complaints: renamed, dropped, added. Series go on by their codes; the change is marked.
package struct NatureChange: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case renamed(from: Bilingual)
        case dropped
        case added
        /// Something else was split off of it, whose name that is.
        case split(into: Bilingual)
    }

    package let code: String
    package let day: Day
    package let kind: Kind
    package let name: Bilingual

    /// Those of what complaints are about, the first first.
    package static func all(in snapshot: Snapshot, zone: OfficeZone) throws -> [NatureChange] {
        var before = NatureLists.starter.about
        return try snapshot.settingVersions(.natures).flatMap { version, body, from -> [NatureChange] in
            guard let lists = SettingCoding.value(StoredNatures.self, in: body)?.lists(version: version + 1) else { return [] }
            defer { before = lists.about }
            return changes(from: before, to: lists.about, on: zone.moment(at: from).day)
        }
    }

    static func changes(from before: [NatureItem], to after: [NatureItem], on day: Day) -> [NatureChange] {
        after.compactMap { item in
            let name = Bilingual(item.dutch, item.english)
            guard let old = before.first(where: { $0.code == item.code }) else {
                if let from = item.from { return NatureChange(code: from, day: day, kind: .split(into: name), name: name) }
                return NatureChange(code: item.code, day: day, kind: .added, name: name)
            }
            if old.isActive, !item.isActive { return NatureChange(code: item.code, day: day, kind: .dropped, name: name) }
            if old.dutch == item.dutch, old.english == item.english { return nil }
            return NatureChange(code: item.code, day: day, kind: .renamed(from: Bilingual(old.dutch, old.english)), name: name)
        }
    }
}
