package import Complaints
import Foundation

extension OfficeZone {
    /// The zone of this name from the system's database, with its clock changes from 1999 through 2060; nil when there is none.
    package static func system(_ name: String) -> OfficeZone? {
        // Foundation reads a name up to its first NUL.
        guard name.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), let zone = TimeZone(identifier: name) else { return nil }
        var spans: [Span] = []
        var date = Date(timeIntervalSince1970: 915_148_800)
        let end = Date(timeIntervalSince1970: 2_871_763_200)
        spans.append(Span(start: Instant(milliseconds: 915_148_800_000), offset: zone.secondsFromGMT(for: date)))
        while let change = zone.nextDaylightSavingTimeTransition(after: date), change < end, change > date {
            spans.append(
                Span(start: Instant(milliseconds: Int64(change.timeIntervalSince1970 * 1000)), offset: zone.secondsFromGMT(for: change)))
            date = change
        }
        return OfficeZone(name: name, spans: spans)
    }

    /// The zone of an office that has set nothing.
    package static let amsterdam = system("Europe/Amsterdam") ?? OfficeZone(name: "UTC", spans: [])
}
