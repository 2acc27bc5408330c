import Complaints

/// A change to a promise as one line of an entry: `made 1 first-contact workdays:2 1 1 START DUE`.
enum PromiseLine {
    static func text(of change: PromiseChange) -> String {
        switch change {
        case .made(let promise):
            "made \(promise.ordinal) \(promise.kind.rawValue) \(text(of: promise.rule)) \(promise.procedureVersion) \(promise.calendarVersion)"
                + " \(promise.start.milliseconds) \(promise.due.milliseconds)"
        case .moved(let ordinal, let start, let due, let calendarVersion):
            "moved \(ordinal) \(calendarVersion) \(start.milliseconds) \(due.milliseconds)"
        case .met(let ordinal, let at): "met \(ordinal) \(at.milliseconds)"
        case .withdrawn(let ordinal): "withdrawn \(ordinal)"
        case .restored(let ordinal): "restored \(ordinal)"
        }
    }

    static func change(in line: String) -> PromiseChange? {
        let words = line.split(separator: " ")
        guard words.count >= 2, let ordinal = Int(words[1]) else { return nil }
        switch (words[0], words.count) {
        case ("made", 8): return made(words, ordinal)
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
                ordinal: ordinal, kind: kind, rule: rule, procedureVersion: procedure, calendarVersion: calendar, start: start, due: due))
    }

    private static func text(of rule: DeadlineRule) -> String {
        switch rule {
        case .workingDays(let days): "workdays:\(days)"
        }
    }

    private static func rule(in word: Substring) -> DeadlineRule? {
        guard word.hasPrefix("workdays:") else { return nil }
        return Int(word.dropFirst(9)).map { .workingDays($0) }
    }

    private static func instant(_ word: Substring) -> Instant? { Int64(word).map { Instant(milliseconds: $0) } }
}
