import Complaints
import Records

/// A measure's plan, or an act on one, as a program sends it. Days are ISO days, colleagues are e-mail addresses, complaints numbers.
struct MeasureBody: Sendable {
    let input: MeasureInput
    let sources: [MeasureSource]

    /// The acts by their names in addresses.
    static let acts: [String: MeasureAct] = [
        "revise": .revise, "carry-out": .carryOut, "check": .check, "note": .note, "cancel": .cancel,
    ]

    init(_ fields: JSONFields, in snapshot: Snapshot) throws {
        var input = try Self.plan(fields, in: snapshot)
        var sources: [MeasureSource] = []
        for text in fields.optional("complaints", .listOfTexts) ?? [] {
            guard let number = ComplaintNumber(parsing: text) else {
                input.unreadable.insert("sources")
                continue
            }
            // No complaint has the key 0: a number that is nobody's is refused as one that the program may not know of.
            sources.append(MeasureSource(.complaint, try snapshot.complaintID(of: number)?.value ?? 0))
        }
        if let signal = Self.key("signal", fields) { sources.append(MeasureSource(.signal, signal)) }
        if let theme = input.theme { sources.append(MeasureSource(.theme, theme)) }
        try fields.finish()
        (self.input, self.sources) = (input, sources)
    }

    /// An act, and the sequence that the program had in view.
    static func command(_ act: MeasureAct, _ fields: JSONFields, in snapshot: Snapshot) throws -> (MeasureCommand, expected: Int?) {
        let expected = fields.optional("expected", .integer(0...Int(Int32.max)))
        let command = try command(act, of: fields, in: snapshot)
        try fields.finish()
        return (command, expected)
    }

    private static func command(_ act: MeasureAct, of fields: JSONFields, in snapshot: Snapshot) throws -> MeasureCommand {
        switch act {
        case .revise: return .revise(try plan(fields, in: snapshot))
        case .carryOut:
            let text = fields.text("done") ?? ""
            let day = Day(iso: text)
            if !text.isBlank, day == nil { throw MeasureRefusal.invalid([.init("done", .malformed)]) }
            return .carryOut(on: day, cost: fields.optional("cost", .textOrNumber), note: fields.text("note"))
        case .check: return .check(note: fields.text("note"))
        case .note: return .note(fields.text("text") ?? "")
        case .cancel: return .cancel(reason: fields.text("reason") ?? "")
        case .raise, .link: throw MeasureRefusal.notThere
        }
    }

    private static func plan(_ fields: JSONFields, in snapshot: Snapshot) throws -> MeasureInput {
        var input = MeasureInput()
        (input.kind, input.title, input.problem) = (fields.text("kind"), fields.text("title"), fields.text("problem"))
        (input.rootCause, input.action) = (fields.text("rootCause"), fields.text("action"))
        (input.about, input.wrong) = (fields.text("about"), fields.text("wrong"))
        input.cost = fields.optional("cost", .textOrNumber)
        input.lag = fields.optional("lag", .integer(0...Int(Int32.max))).map { "\($0)" }
        input.hope = fields.optional("hope", .integer(0...Int(Int32.max))).map { "\($0)" }
        input.theme = key("theme", fields)
        if let address = fields.text("owner"), !address.isBlank { input.owner = try snapshot.staff(addressed: address) }
        for (name, path) in [("due", \MeasureInput.due), ("checkOn", \MeasureInput.checkOn)] {
            guard let text = fields.text(name), !text.isBlank else { continue }
            if let day = Day(iso: text) { input[keyPath: path] = day } else { input.unreadable.insert(name) }
        }
        return input
    }

    /// Keys are texts; one that nobody has stands for what can't be read, and is refused like it.
    private static func key(_ name: String, _ fields: JSONFields) -> Int64? {
        guard let text = fields.optional(name, .textOrNumber), !text.isBlank else { return nil }
        return Int64(text.trimmed) ?? 0
    }
}
