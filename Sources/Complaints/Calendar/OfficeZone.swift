/// The office's time zone as a table of its clock changes, so that the domain needs no time zone database.
/// Casework makes one from the system's database; a test writes one down.
package struct OfficeZone: Hashable, Sendable {
    /// From `start` on, the office's clock is `offset` seconds ahead of UTC.
    package struct Span: Hashable, Sendable {
        package let start: Instant
        package let offset: Int

        package init(start: Instant, offset: Int) {
            self.start = start
            self.offset = offset
        }
    }

    /// The zone's name in the IANA database, such as `Europe/Amsterdam`.
    package let name: String
    private let spans: [Span]

    /// Spans in any order; the first one also covers everything before it. Without spans the zone is UTC.
    package init(name: String, spans: [Span]) {
        self.name = name
        self.spans = spans.sorted { $0.start < $1.start }
    }

    package static let utc = OfficeZone(name: "UTC", spans: [])

    package func moment(at instant: Instant) -> Moment {
        let local = instant.milliseconds + Int64(offset(at: instant)) * 1000
        let days = Int((local >= 0 ? local : local - 86_399_999) / 86_400_000)
        let seconds = Int(local / 1000 - Int64(days) * 86_400 - (local % 1000 < 0 ? 1 : 0))
        return Moment(instant, CivilTime(Day(number: days), TimeOfDay(seconds: seconds)))
    }

    /// The instant at which the office's clock shows this. In the hour that comes twice it is the first; a time that
    /// a clock change skips is moved on by the length of the skip.
    package func instant(of civil: CivilTime) -> Instant {
        let local = (Int64(civil.day.number) * 86_400 + Int64(civil.time.seconds)) * 1000
        // No zone is a day away from UTC, so this is the offset before any change that could matter to this day.
        let before = offset(at: Instant(milliseconds: local - 86_400_000))
        let first = Instant(milliseconds: local - Int64(before) * 1000)
        let after = offset(at: first)
        let second = Instant(milliseconds: local - Int64(after) * 1000)
        return after != before && offset(at: second) == after ? second : first
    }

    package func moment(of civil: CivilTime) -> Moment { moment(at: instant(of: civil)) }

    /// Seconds ahead of UTC at an instant.
    package func offset(at instant: Instant) -> Int {
        var low = 0
        var high = spans.count
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].start <= instant { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? spans[low - 1].offset : spans.first?.offset ?? 0
    }
}
