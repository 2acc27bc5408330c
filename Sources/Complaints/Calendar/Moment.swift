/// A point on the world's time line, in milliseconds since 1 January 1970 UTC.
package struct Instant: Hashable, Comparable, Sendable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    package static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    package func adding(seconds: Int) -> Instant { Instant(milliseconds: milliseconds + Int64(seconds) * 1000) }
    package func adding(days: Int) -> Instant { adding(seconds: days * 86_400) }

    /// Seconds from an earlier instant to this one; negative when it is later.
    package func seconds(since other: Instant) -> Int { Int((milliseconds - other.milliseconds) / 1000) }
}

/// A time on the office's clock, in seconds since midnight (0 ..< 86,400).
package struct TimeOfDay: Hashable, Comparable, Sendable {
    package let seconds: Int

    package init(seconds: Int) { self.seconds = min(max(seconds, 0), 86_399) }
    package init(_ hour: Int, _ minute: Int = 0, _ second: Int = 0) { self.init(seconds: hour * 3600 + minute * 60 + second) }

    package static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.seconds < right.seconds }

    package var hour: Int { seconds / 3600 }
    package var minute: Int { seconds / 60 % 60 }
}

/// A day and a time as the office's calendar and clock show them.
package struct CivilTime: Hashable, Comparable, Sendable {
    package let day: Day
    package let time: TimeOfDay

    package init(_ day: Day, _ time: TimeOfDay) {
        self.day = day
        self.time = time
    }

    package static func < (left: CivilTime, right: CivilTime) -> Bool {
        (left.day, left.time) < (right.day, right.time)
    }
}

/// An instant together with what the office's calendar and clock showed at it. The domain never asks what time it is:
/// it is given a moment.
package struct Moment: Hashable, Comparable, Sendable {
    package let instant: Instant
    package let civil: CivilTime

    package init(_ instant: Instant, _ civil: CivilTime) {
        self.instant = instant
        self.civil = civil
    }

    package var day: Day { civil.day }
    package var time: TimeOfDay { civil.time }

    package static func < (left: Moment, right: Moment) -> Bool { left.instant < right.instant }
}
