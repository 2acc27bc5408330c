import Complaints

/// A change to a promise as one line of an entry: `made 1 first-contact workdays:2 1 1 START DUE`, and behind that what an immediate step
/// is for.
enum PromiseLine {
    static func text(of change: PromiseChange) -> String {
        switch change {
        case .made(let promise):
            "made \(promise.ordinal) \(promise.kind.rawValue) \(text(of: promise.rule)) \(promise.procedureVersion) \(promise.calendarVersion)"
                + " \(promise.start.milliseconds) \(promise.due.milliseconds)\(promise.topic.map { " \($0)" } ?? "")"
        case .moved(let ordinal, let start, let due, let calendarVersion):
            "moved \(ordinal) \(calendarVersion) \(start.milliseconds) \(due.milliseconds)"
        case .recounted(let ordinal, let count):
            "counted \(ordinal) \(text(of: count.rule))\(count.added == 0 ? "" : "+\(count.added)") \(count.calendarVersion)"
                + " \(count.start.milliseconds) \(count.due.milliseconds)\(count.pauses.map(text).joined())"
        case .met(let ordinal, let at): "met \(ordinal) \(at.milliseconds)"
        case .withdrawn(let ordinal): "withdrawn \(ordinal)"
        case .restored(let ordinal): "restored \(ordinal)"
        }
    }

    static func change(in line: String) -> PromiseChange? {
        let words = line.split(separator: " ")
        guard words.count >= 2, let ordinal = Int(words[1]) else { return nil }
        switch (words[0], words.count) {
        case ("made", 8...9): return made(words, ordinal)
        case ("counted", 6...): return recount(words).map { .recounted(ordinal: ordinal, $0) }
        case ("moved", 5):
            guard let version = Int(words[2]), let start = instant(words[3]), let due = instant(words[4]) else { return nil }
            return .moved(ordinal: ordinal, start: start, due: due, calendarVersion: version)
        case ("met", 3): return instant(words[2]).map { .met(ordinal: ordinal, at: $0) }
        case ("withdrawn", 2): return .withdrawn(ordinal: ordinal)
        case ("restored", 2): return .restored(ordinal: ordinal)
        default: return nil
        }
    }

    private static func made(_ words: [Substring], _ ordinal: Int) -> PromiseChange? {
        guard let kind = PromiseKind(rawValue: String(words[2])), let rule = rule(in: words[3]), let procedure = Int(words[4]),
            let calendar = Int(words[5]), let start = instant(words[6]), let due = instant(words[7])
        else { return nil }
        return .made(
            Promise(
                ordinal: ordinal, kind: kind, rule: rule, procedureVersion: procedure, calendarVersion: calendar, start: start, due: due,
                topic: words.count > 8 ? String(words[8]) : nil))
    }

    /// `counted ORDINAL RULE+ADDED CALENDAR START DUE PAUSES…`
    private static func recount(_ words: [Substring]) -> Recount? {
        let parts = words[2].split(separator: "+", maxSplits: 1)
        guard let first = parts.first, let rule = rule(in: first), let calendar = Int(words[3]), let start = instant(words[4]),
            let due = instant(words[5])
        else { return nil }
        let pauses = words.dropFirst(6).compactMap(pause)
        let added = parts.count > 1 ? Int(parts[1]) : 0
        guard let added, pauses.count == words.count - 6 else { return nil }
        return Recount(rule: rule, added: added, pauses: pauses, start: start, due: due, calendarVersion: calendar)
    }

    /// ` FROM..UNTIL`, and ` FROM..` while the clock stands still.
    private static func text(of pause: PausedTime) -> String {
        " \(pause.from.milliseconds)..\(pause.until.map { String($0.milliseconds) } ?? "")"
    }

    private static func pause(in word: Substring) -> PausedTime? {
        let parts = word.split(separator: ".", omittingEmptySubsequences: true)
        guard let first = parts.first, let from = instant(first), word.utf8.count(where: { $0 == UInt8(ascii: ".") }) == 2 else {
            return nil
        }
        if parts.count == 1 { return PausedTime(from: from, until: nil) }
        return parts.count == 2 ? instant(parts[1]).map { PausedTime(from: from, until: $0) } : nil
    }

    private static func text(of rule: DeadlineRule) -> String {
        switch rule {
        case .workingDays(let days): "workdays:\(days)"
        case .days(let days): "days:\(days)"
        case .weeks(let weeks): "weeks:\(weeks)"
        case .hours(let hours): "hours:\(hours)"
        case .on(let day): "on:\(day.iso)"
        }
    }

    private static func rule(in word: Substring) -> DeadlineRule? {
        let parts = word.split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        switch parts[0] {
        case "workdays": return Int(parts[1]).map { .workingDays($0) }
        case "days": return Int(parts[1]).map { .days($0) }
        case "weeks": return Int(parts[1]).map { .weeks($0) }
        case "hours": return Int(parts[1]).map { .hours($0) }
        case "on": return Day(iso: String(parts[1])).map { .on($0) }
        default: return nil
        }
    }

    private static func instant(_ word: Substring) -> Instant? { Int64(word).map { Instant(milliseconds: $0) } }
}
