import Complaints
import Records

/// The board in JSON, what asks for something first coming first.
struct MeasuresJSON {
    let rows: [MeasureRow]
    let staff: [StaffID: StaffMember]
    let zone: OfficeZone

    var bytes: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.array("measures") { json in
                for row in rows {
                    json.object { json in
                        // Keys are texts: they are larger than the numbers that every JSON reader keeps whole.
                        json.member("id", "\(row.id.value)")
                        json.member("kind", row.kind.rawValue)
                        json.member("phase", row.phase.rawValue)
                        json.member("title", row.title)
                        json.owner(staff[row.owner])
                        json.member("raised", zone.moment(at: row.raisedAt).day.iso)
                        json.member("due", row.due.iso)
                        json.member("doneOn", row.doneOn?.iso)
                        json.member("next", row.nextDay?.iso)
                        json.member("verdict", row.verdict?.rawValue)
                        json.member("cost", row.cost?.description)
                    }
                }
            }
        }
        return json.bytes
    }
}

/// One measure in JSON.
struct MeasureJSON {
    let measure: Measure
    /// Of the complaints that it comes from, those that the reader may know of.
    let numbers: [String]
    let staff: [StaffID: StaffMember]
    let zone: OfficeZone
    /// What its effect would be judged to be today; nil before it is carried out.
    let effect: EffectReading?

    var bytes: [UInt8] {
        var json = JSONWriter()
        let plan = measure.plan
        json.object { json in
            json.member("id", "\(measure.id.value)")
            json.member("sequence", measure.sequence)
            json.member("kind", plan.kind.rawValue)
            json.member("phase", measure.phase.rawValue)
            json.member("title", plan.title.text)
            json.member("problem", plan.problem.text)
            json.member("rootCause", plan.rootCause?.text)
            json.member("action", plan.action.text)
            json.owner(staff[plan.owner])
            json.member("raised", zone.moment(at: measure.raisedAt).day.iso)
            json.member("due", plan.due.iso)
            json.member("doneOn", measure.doneOn?.iso)
            json.member("next", measure.nextDay?.iso)
            json.member("cost", plan.cost?.description)
            json.object("check") { json in
                json.member("on", plan.check.on.iso)
                json.member("about", plan.check.about)
                json.member("wrong", plan.check.wrong)
                json.member("theme", plan.check.theme.map { "\($0)" })
                json.member("lag", plan.check.lag)
                json.member("hope", plan.check.hope)
            }
            json.texts("complaints", numbers)
            json.texts("signals", measure.sources.filter { $0.kind == .signal }.map { "\($0.id)" })
            json.texts("themes", measure.sources.filter { $0.kind == .theme }.map { "\($0.id)" })
            json.reading("recorded", measure.reading)
            json.reading("effect", effect)
        }
        return json.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func owner(_ member: StaffMember?) {
        guard let member else { return null("owner") }
        object("owner") { json in
            json.member("name", member.name)
            json.member("email", member.email.text)
        }
    }

    /// A verdict with the numbers behind it; factors with three decimals, as they are recorded.
    fileprivate mutating func reading(_ name: String, _ reading: EffectReading?) {
        guard let reading else { return null(name) }
        object(name) { json in
            json.member("verdict", reading.verdict.rawValue)
            json.member("sayableOn", reading.sayableOn?.iso)
            json.member("weeksBefore", reading.weeksBefore)
            json.member("weeksAfter", reading.weeksAfter)
            json.member("complaintsBefore", reading.complaintsBefore)
            json.member("complaintsAfter", reading.complaintsAfter)
            json.member("per", reading.per)
            for (name, value) in [("ratio", reading.ratio), ("lower", reading.lower), ("upper", reading.upper)] {
                json.number(name, value.map { Double($0) / 1000 })
            }
        }
    }
}
