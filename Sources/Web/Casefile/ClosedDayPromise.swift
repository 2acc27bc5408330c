import Casework
import Complaints

/// A day that somebody promised by hand on which the office is closed. It is taken, since a customer can be called on a Saturday, and said.
extension Desk {
    /// Which day, and why the office is closed: "zaterdag 28 november 2026", "vrijdag 25 december 2026, eerste kerstdag". Nil where it is open
    /// then, or nobody owes this by hand any more.
    func closedDay(of promise: Promise) -> String? {
        guard promise.kind == .byHand, promise.isOutstanding else { return nil }
        let day = calendar.zone.moment(at: promise.due).day
        let name = DateWords.long(day, language)
        switch calendar.reasonOff(day) {
        case .holiday(let holiday): return "\(name), \(say.holiday(holiday))"
        case .closed(let words): return "\(name), \(words)"
        case .weekend: return name
        case nil: return nil
        }
    }

    /// What is said of it beside what was just done; nil where the act promised no such day.
    ///
    /// - Parameter last: the entry that the act became.
    func closedDayWarning(after last: RecordedOccurrence?, in complaint: Complaint) -> String? {
        let dated = Set(
            (last?.occurrence.promises ?? []).compactMap { change -> Int? in
                switch change {
                case .made(let promise): promise.ordinal
                case .recounted(let ordinal, _): ordinal
                default: nil
                }
            })
        guard let day = complaint.promises.filter({ dated.contains($0.ordinal) }).compactMap(closedDay).first else { return nil }
        return say(
            "Let op: dan is het kantoor dicht (\(day)). De toezegging staat; geef haar een andere dag als u dat niet bedoelt.",
            "Mind: the office is closed then (\(day)). The promise stands; give it another day if you did not mean that.")
    }
}
