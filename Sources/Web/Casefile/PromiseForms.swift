import Casework
import Complaints
import Markup

/// What can be done about a promise where it stands: give it a later date, or say that it was done.
struct PromiseForms {
    let desk: Desk
    let file: Casefile
    let possible: Set<Act>
    let typed: TypedForms
    let promise: Promise

    private var say: Wording { desk.say }
    private var complaint: Complaint { file.complaint }

    var html: HTML {
        group {
            if possible.contains(.keepPromise), promise.isOutstanding, promise.kind.isKeptByHand { keep }
            if let most { extend(most) }
            if possible.contains(.movePromise), complaint.movablePromises(at: desk.now.instant).contains(promise.ordinal) { move }
            if possible.contains(.dropPromise), complaint.droppablePromises(at: desk.now.instant).contains(promise.ordinal) { drop }
        }
    }

    /// Several promises can have the same form, so each has ids of its own; nil for an act that is no form about a promise.
    static func prefix(of act: Act, on promise: String) -> String? {
        switch act {
        case .extend: "extend-\(promise)"
        case .movePromise: "move-\(promise)"
        case .dropPromise: "drop-\(promise)"
        default: nil
        }
    }

    /// Whether one of its forms came back with a problem.
    var isReturned: Bool {
        guard let returned = typed.returned else { return false }
        return Self.prefix(of: returned.act, on: "") != nil && returned.form.text("promise") == "\(promise.ordinal)"
    }

    /// The most that can be added; nil where nothing can.
    private var most: Int? {
        guard possible.contains(.extend) else { return nil }
        let procedure = desk.house.procedures.version(complaint.procedureVersion)
        return complaint.extendable(at: desk.now.instant, under: procedure, on: desk.calendar)[promise.ordinal]
    }

    private func fields(_ act: Act) -> ActFields? {
        let fields = ActFields(act: act, typed: typed, say: say)
        return fields.text("promise").isEmpty || fields.text("promise") == "\(promise.ordinal)" ? fields : nil
    }

    private var ordinal: HTML { input(.type(.hidden), .name("promise"), .value("\(promise.ordinal)")) }

    private var keep: HTML {
        desk.form(to: Paths.act(Act.keepPromise.rawValue, complaint.number)) {
            ordinal
            actions { Button(say("Dit is gedaan", "This was done")) }
        }
    }

    private func extend(_ most: Int) -> HTML {
        let fields = fields(.extend)
        let unit = say.term(promise.rule.with(most))
        let id = "\(Act.extend.rawValue)-\(promise.ordinal)"
        return details(.class("inner"), .id(id), .open(fields?.isBegun ?? false)) {
            summary { say("Latere datum geven", "Give a later date") }
            ActFields(act: .extend, typed: fields == nil ? TypedForms() : typed, say: say).form(on: complaint.number, desk) {
                ordinal
                TextField(field: by(fields, unit), value: fields?.text("by") ?? "", inputmode: "numeric", width: .short)
                TextArea(field: reason(fields), value: fields?.text("reason") ?? "", rows: 3)
                actions { Button(say("Verleng en bericht de klant", "Extend and tell the customer")) }
            }
        }
    }

    /// What was promised in somebody's own words: another day, by `v`.
    private var move: HTML {
        change(.movePromise, say("Andere dag geven", "Give another day"), key: "v") { fields in
            DateField(
                field: Field(
                    "due", say("Wanneer dan wel?", "When then?"), error: fields?.field("due", "").error,
                    prefix: "move-\(promise.ordinal)"), value: fields?.text("due") ?? "")
            why(fields, prefix: "move")
            actions { Button(say("Verzet en bericht de klant", "Move and tell the customer")) }
        }
    }

    private var drop: HTML {
        change(.dropPromise, say("Toezegging intrekken", "Withdraw the promise")) { fields in
            why(fields, prefix: "drop")
            actions { Button(say("Trek in en bericht de klant", "Withdraw and tell the customer")) }
        }
    }

    private func change(_ act: Act, _ title: String, key: String? = nil, @HTMLBuilder content: (ActFields?) -> HTML) -> HTML {
        let fields = fields(act)
        return details(.class("inner"), .id("\(act.rawValue)-\(promise.ordinal)"), .open(fields?.isBegun ?? false)) {
            summary(.data("key", key)) { title }
            ActFields(act: act, typed: fields == nil ? TypedForms() : typed, say: say).form(on: complaint.number, desk) {
                ordinal
                content(fields)
            }
        }
    }

    private func why(_ fields: ActFields?, prefix: String) -> HTML {
        TextArea(
            field: Field(
                "reason", say("Waarom, voor de klant", "Why, for the customer"), error: fields?.field("reason", "").error,
                prefix: "\(prefix)-\(promise.ordinal)"), value: fields?.text("reason") ?? "", rows: 3
        ).html
    }

    /// Several promises may have the form, so each has ids of its own.
    private func by(_ fields: ActFields?, _ unit: String) -> Field {
        let error = fields?.field("by", "").error
        return Field(
            "by", say("Hoeveel komt er bij (hoogstens \(unit))", "How much is added (\(unit) at most)"), error: error,
            prefix: "extend-\(promise.ordinal)")
    }

    private func reason(_ fields: ActFields?) -> Field {
        let error = fields?.field("reason", "").error
        return Field(
            "reason", say("Waarom, voor de klant", "Why, for the customer"), error: error, prefix: "extend-\(promise.ordinal)")
    }
}
