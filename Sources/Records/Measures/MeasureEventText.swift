import Complaints

/// An event of a measure taken apart for the journal: its name, its body, and the words that the body holds digests of. Names and keys are
/// fixed here for ever.
struct WrittenMeasureEvent {
    let name: String
    private(set) var body = EntryBody()
    private(set) var passages: [(slot: String, text: String)] = []

    static let slots: Set<String> = ["title", "problem", "root", "action", "note", "text", "reason"]

    init(_ event: MeasureEvent) {
        switch event {
        case .raised(let plan, let sources):
            name = "raised"
            write(plan)
            for source in sources { body.add("source", Self.text(of: source)) }
        case .revised(let plan):
            name = "revised"
            write(plan)
        case .linked(let source):
            name = "linked"
            body.add("source", Self.text(of: source))
        case .unlinked(let source):
            name = "unlinked"
            body.add("source", Self.text(of: source))
        case .carriedOut(let day, let cost, let note):
            name = "carried-out"
            body.add("on", day.iso)
            body.add("cents", cost?.cents)
            keep(note, in: "note")
        case .checked(let reading, let note):
            name = "checked"
            write(reading)
            keep(note, in: "note")
        case .noted(let text):
            name = "noted"
            keep(text, in: "text")
        case .cancelled(let reason):
            name = "cancelled"
            keep(reason, in: "reason")
        }
    }

    private static func text(of source: MeasureSource) -> String { "\(source.kind.rawValue) \(source.id)" }

    private mutating func keep(_ passage: Passage?, in slot: String) {
        if let text = passage?.text { passages.append((slot, text)) }
    }

    private mutating func write(_ plan: MeasurePlan) {
        body.add("kind", plan.kind.rawValue)
        body.add("owner", plan.owner.value)
        body.add("due", plan.due.iso)
        body.add("cents", plan.cost?.cents)
        body.add("check", plan.check.on.iso)
        body.add("about", plan.check.about)
        body.add("wrong", plan.check.wrong)
        body.add("theme", plan.check.theme)
        body.add("lag", Int64(plan.check.lag))
        body.add("hope", Int64(plan.check.hope))
        keep(plan.title, in: "title")
        keep(plan.problem, in: "problem")
        keep(plan.rootCause, in: "root")
        keep(plan.action, in: "action")
    }

    private mutating func write(_ reading: EffectReading) {
        body.add("verdict", reading.verdict.rawValue)
        body.add("sayable", reading.sayableOn?.iso)
        body.add("weeks", "\(reading.weeksBefore) \(reading.weeksAfter)")
        body.add("complaints", "\(reading.complaintsBefore) \(reading.complaintsAfter)")
        if let ratio = reading.ratio, let lower = reading.lower, let upper = reading.upper {
            body.add("ratio", "\(ratio) \(lower) \(upper)")
        }
        body.add("per", reading.per)
    }

    mutating func sealed(_ slot: String, digest: String) { body.addDigest(digest, of: slot) }
}

extension EntryReader {
    /// The event of a measure that an entry tells of.
    func measureEvent() throws -> MeasureEvent {
        switch name {
        case "raised": .raised(try plan(), sources: try all("source").map(source))
        case "revised": .revised(try plan())
        case "linked": .linked(try source(try required("source")))
        case "unlinked": .unlinked(try source(try required("source")))
        case "carried-out":
            .carriedOut(
                try value("on") { Day(iso: $0) }, cost: try optionalValue("cents") { Int64($0).map { Money(cents: $0) } },
                note: words("note"))
        case "checked": .checked(try effectReading(), note: words("note"))
        case "noted": .noted(words("text") ?? .erased)
        case "cancelled": .cancelled(reason: words("reason") ?? .erased)
        default: throw UnreadableEntry(name: name, key: "")
        }
    }

    private func words(_ slot: String) -> Passage? {
        let (isThere, text) = optionalText(slot)
        return isThere ? text.map { Passage($0) } ?? .erased : nil
    }

    private func source(_ text: String) throws -> MeasureSource {
        let words = text.split(separator: " ")
        guard words.count == 2, let kind = MeasureSource.Kind(rawValue: String(words[0])), let id = Int64(words[1]) else {
            throw UnreadableEntry(name: name, key: "source")
        }
        return MeasureSource(kind, id)
    }

    private func plan() throws -> MeasurePlan {
        let check = EffectCheck(
            on: try value("check") { Day(iso: $0) }, about: optional("about"), wrong: optional("wrong"),
            theme: try optionalValue("theme") { Int64($0) }, lag: try value("lag") { Int($0) }, hope: try value("hope") { Int($0) })
        return MeasurePlan(
            kind: try value("kind") { MeasureKind(rawValue: $0) }, title: words("title") ?? .erased, problem: words("problem") ?? .erased,
            rootCause: words("root"), action: words("action") ?? .erased, owner: StaffID(try value("owner") { Int64($0) }),
            due: try value("due") { Day(iso: $0) }, cost: try optionalValue("cents") { Int64($0).map { Money(cents: $0) } }, check: check)
    }

    private func effectReading() throws -> EffectReading {
        let (weeks, complaints) = (try numbers("weeks", 2), try numbers("complaints", 2))
        let ratio = optional("ratio") == nil ? nil : try numbers("ratio", 3)
        return EffectReading(
            verdict: try value("verdict") { EffectReading.Verdict(rawValue: $0) }, sayableOn: try optionalValue("sayable") { Day(iso: $0) },
            weeksBefore: weeks[0], weeksAfter: weeks[1], complaintsBefore: complaints[0], complaintsAfter: complaints[1],
            ratio: ratio?[0], lower: ratio?[1], upper: ratio?[2], per: optional("per"))
    }

    private func numbers(_ key: String, _ count: Int) throws -> [Int] {
        let numbers = try required(key).split(separator: " ").compactMap { Int($0) }
        guard numbers.count == count else { throw UnreadableEntry(name: name, key: key) }
        return numbers
    }
}
