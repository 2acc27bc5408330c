import Complaints

/// Putting right what was registered, as one form over all of it.
enum CorrectionForm {
    static let person = ["name", "organisation", "customerNumber", "email", "phone", "address", "language", "preferredContact"]
    static let fields = Set(
        person.map { "customer.\($0)" } + person.map { "representative.\($0)" } + [
            "representative.authority", "story", "channel", "receivedAt", "receivedTime",
        ])

    static func input(_ form: SubmittedForm, today: Day, zone: OfficeZone) throws(Refusal) -> CorrectionInput {
        var input = CorrectionInput()
        input.customer = personInput(form, "customer.")
        let representative = personInput(form, "representative.")
        if !representative.isEmpty {
            input.representative = representative
            input.authority = form["representative.authority"]
        }
        input.story = form["story"]
        input.channel = form["channel"]
        input.received = try receipt(form, today: today, zone: zone)
        return input
    }

    /// A day alone means office hours of that day; with a time it is that moment.
    static func receipt(_ form: SubmittedForm, today: Day, zone: OfficeZone) throws(Refusal) -> ReceiptInput? {
        let (text, time) = (form.text("receivedAt").trimmed, form.text("receivedTime").trimmed)
        if text.isEmpty { return nil }
        let day = try TypedMoment.day(text, today: today, field: "receivedAt")
        if time.isEmpty { return .day(day) }
        guard let typed = TypedMoment.timeOfDay(time) else { throw .invalid([.init("receivedAt", .malformed)]) }
        return .instant(zone.instant(of: CivilTime(day, typed)))
    }

    static func personInput(_ form: SubmittedForm, _ prefix: String) -> PersonInput {
        PersonInput(
            name: form[prefix + "name"], organisation: form[prefix + "organisation"], customerNumber: form[prefix + "customerNumber"],
            email: form[prefix + "email"], phone: form[prefix + "phone"], address: form[prefix + "address"],
            language: form[prefix + "language"], preferredContact: form[prefix + "preferredContact"])
    }
}

/// Recording a solution, as a form.
enum ResolutionForm {
    static func input(_ form: SubmittedForm, grievances: Int) -> ResolutionInput {
        var input = ResolutionInput()
        if grievances > 1 {
            for id in 1...grievances { input.findings["\(id)"] = form["findings.\(id)"] ?? "" }
        } else {
            input.finding = form["finding"]
        }
        input.cause = form["cause"]
        input.remedyText = form["remedy.text"]
        input.remedyAmount = form["remedy.amount"]
        input.answer = form["answer"]
        return input
    }
}
