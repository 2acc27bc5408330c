import Complaints

/// Days and times as people type them, into values or the refusal of a field.
enum TypedMoment {
    static func day(_ text: String, today: Day, isAhead: Bool = false, field: String) throws(Refusal) -> Day {
        do { return try Day(typed: text, today: today, isAhead: isAhead) } catch { throw .invalid([.init(field, .malformed)]) }
    }

    /// The instant of a typed day and time; without a day it is today, without a time now (today) or noon.
    static func instant(day: String, time: String, now: Moment, zone: OfficeZone, field: String) throws(Refusal) -> Instant {
        let day = day.isEmpty ? now.day : try self.day(day, today: now.day, field: field)
        let typed = time.isEmpty ? (day == now.day ? now.time : TimeOfDay(12)) : timeOfDay(time)
        guard let typed else { throw .invalid([.init("time", .malformed)]) }
        return zone.instant(of: CivilTime(day, typed))
    }

    /// `14:05`, `14.05`, `1405`, `9`; nil for what is no time.
    static func timeOfDay(_ text: String) -> TimeOfDay? {
        var parts = text.utf8.split { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "u") }.map {
            String(Substring($0))
        }
        if parts.count == 1, parts[0].utf8.count == 4 { parts = [String(parts[0].prefix(2)), String(parts[0].suffix(2))] }
        guard (1...2).contains(parts.count), let hour = Int(parts[0]), (0...23).contains(hour) else { return nil }
        guard let minute = parts.count == 2 ? Int(parts[1]) : 0, (0...59).contains(minute) else { return nil }
        return TimeOfDay(hour, minute)
    }
}
