package import Complaints

/// An instant for machines, on the office's clock and with its offset: `2026-11-24T17:00:00+01:00`.
package enum MachineTime {
    package static func text(_ instant: Instant, _ zone: OfficeZone) -> String { text(zone.moment(at: instant), zone) }

    package static func text(_ moment: Moment, _ zone: OfficeZone) -> String {
        let offset = zone.offset(at: moment.instant)
        let sign = offset < 0 ? "-" : "+"
        let minutes = abs(offset) / 60
        let offsetText = "\(sign)\(two(minutes / 60)):\(two(minutes % 60))"
        return "\(moment.day.iso)T\(DateWords.time(moment.time)):\(two(moment.time.seconds % 60))\(offsetText)"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
