import Complaints
import Foundation

/// The calendar as a stored setting. Keys and values are fixed here, whatever Swift calls things.
struct StoredCalendar: Codable {
    struct ClosingDay: Codable {
        var day: String
        var name: String
    }

    var zone: String
    var weekdays: [Int]
    var opens: Int
    var closes: Int
    var goodFriday: Bool
    var liberationDay: Bool
    var lateArrivals: Bool
    var closingDays: [ClosingDay]

    init(_ calendar: OfficeCalendar) {
        zone = calendar.zone.name
        weekdays = calendar.workingWeekdays.map(\.rawValue).sorted()
        opens = calendar.opens.seconds / 60
        closes = calendar.closes.seconds / 60
        goodFriday = calendar.goodFridayIsFree
        liberationDay = calendar.liberationDayIsFree
        lateArrivals = calendar.lateArrivalsCountFromNextWorkingDay
        closingDays = calendar.closingDays.map { ClosingDay(day: $0.day.iso, name: $0.name) }
    }

    /// Nil when it no longer makes sense, such as a zone that this machine does not know.
    func calendar(version: Int) -> OfficeCalendar? {
        guard let zone = OfficeZone.system(zone) else { return nil }
        let days = closingDays.compactMap { stored in Day(iso: stored.day).map { Complaints.ClosingDay($0, stored.name) } }
        return try? OfficeCalendar(
            version: version, zone: zone, workingWeekdays: Set(weekdays.compactMap { Weekday(rawValue: $0) }),
            opens: TimeOfDay(seconds: opens * 60), closes: TimeOfDay(seconds: closes * 60), goodFridayIsFree: goodFriday,
            liberationDayIsFree: liberationDay, closingDays: days, lateArrivalsCountFromNextWorkingDay: lateArrivals)
    }
}

/// The nature lists as a stored setting.
struct StoredNatures: Codable {
    struct Item: Codable {
        var code: String
        var nl: String
        var en: String
        var active: Bool
        var from: String?
    }

    var about: [Item]
    var wrong: [Item]

    init(_ lists: NatureLists) {
        about = lists.about.map { Item(code: $0.code, nl: $0.dutch, en: $0.english, active: $0.isActive, from: $0.from) }
        wrong = lists.wrong.map { Item(code: $0.code, nl: $0.dutch, en: $0.english, active: $0.isActive) }
    }

    func lists(version: Int) -> NatureLists {
        func items(_ stored: [Item]) -> [NatureItem] {
            stored.map { NatureItem($0.code, $0.nl, $0.en, isActive: $0.active, from: $0.from) }
        }
        return NatureLists(version: version, about: items(about), wrong: items(wrong))
    }
}

/// The list of causes as a stored setting.
struct StoredCauses: Codable {
    var causes: [StoredNatures.Item]

    init(_ list: CauseList) {
        causes = list.items.map { .init(code: $0.code, nl: $0.dutch, en: $0.english, active: $0.isActive) }
    }

    func list(version: Int) -> CauseList {
        CauseList(version: version, items: causes.map { NatureItem($0.code, $0.nl, $0.en, isActive: $0.active) })
    }
}

/// Settings as JSON text and back.
enum SettingCoding {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func value<Value: Decodable>(_ type: Value.Type, in text: String) -> Value? {
        try? JSONDecoder().decode(type, from: Data(text.utf8))
    }
}
